import { BAG } from '../../protocols/ward.ts'
import { isoOf } from '../../time.ts'
import { bagText, labelText } from '../bagWords.ts'
import { Banner } from '../ui/Banner.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { BAG_FIELDS, type BagDraft, bagFault, bagOf, NO_BAG } from './bagDraft.ts'
import { CannotNow } from './CannotNow.tsx'
import { FigureField } from './FigureField.tsx'
import { readBagUnits, readBagVolume } from './keyedFigures.ts'
import { RuleTags } from './RuleTags.tsx'
import { TimedAct } from './TimedAct.tsx'
import { useForecast } from './useForecast.ts'
import { usePageDraft } from './usePageDraft.ts'

/** Hanging a bag: what its label says, batch and expiry, the first of two signatures (CHART-9). */
export function BagPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Hangable />
    </AtBedside>
  )
}

function Hangable() {
  const { chart, now } = useBedside()
  const refusal = useForecast({
    kind: 'hangBag',
    expectedVersion: chart.version,
    happenedAt: isoOf(now),
    units: BAG.units,
    volumeMl: BAG.volumeMl,
    batch: 'any',
    expiry: '9999-12-31',
  })
  return refusal === null ? <Hang /> : <CannotNow problem={refusal} />
}

function Hang() {
  const { chart, now, zone } = useBedside()
  const [draft, set, clear] = usePageDraft('bag', NO_BAG)
  const isOther = draft.label === 'other'
  const hangs = bagText(chart, now, zone)
  return (
    <TimedAct
      kind="hangBag"
      title="Hang a bag"
      meaning={isOther ? 'This bag hangs, though it is the wrong one.' : 'Bag hung, label read.'}
      submitLabel="Sign first"
      time={{ label: 'When was it hung?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => bagFault(draft, now, zone)}
      make={(common) => ({ ...common, kind: 'hangBag', ...bagOf(draft) })}
      onDone={({ seq }) => {
        clear()
        return `/charts/${chart.chartId}/countersign?seq=${seq}`
      }}
    >
      {hangs !== null && <p>{hangs}.</p>}
      <ChoiceField
        label={BAG_FIELDS.label}
        choices={[
          { value: 'standard', label: labelText(BAG), hint: 'Ready-made, 100 units in each mL' },
          { value: 'other', label: 'Anything else' },
        ]}
        value={draft.label}
        onChange={(label) => set({ label })}
      />
      {isOther && <OtherLabel draft={draft} set={set} />}
      <TextField
        label={BAG_FIELDS.batch}
        value={draft.batch}
        onChange={(batch) => set({ batch })}
      />
      <TextField
        label={BAG_FIELDS.expiry}
        hint="Day, month, year, such as 31 Jan 2028"
        value={draft.expiry}
        onChange={(expiry) => set({ expiry })}
      />
    </TimedAct>
  )
}

interface OtherLabelProps {
  draft: BagDraft
  set: (change: Partial<BagDraft>) => void
}

/** Any other bag: do not hang it; where it hangs already the record says so, and every advice ends (CHART-9). */
function OtherLabel({ draft, set }: OtherLabelProps) {
  return (
    <>
      <Banner tone="stop" title="Do not hang this bag">
        Take {labelText(BAG)} instead. If it hangs already: STOP, call the MO and the pharmacist,
        and record it here. Until the right bag hangs the chart gives no advice and takes no rate;
        STOP is always taken. <RuleTags rules={['CHART-9']} />
      </Banner>
      <FigureField
        label={BAG_FIELDS.units}
        text={draft.units}
        onText={(units) => set({ units })}
        again=""
        onAgain={() => undefined}
        read={readBagUnits}
        why={() => null}
      />
      <FigureField
        label={BAG_FIELDS.volume}
        text={draft.volume}
        onText={(volume) => set({ volume })}
        again=""
        onAgain={() => undefined}
        read={readBagVolume}
        why={() => null}
      />
    </>
  )
}
