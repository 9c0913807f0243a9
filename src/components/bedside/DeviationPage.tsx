import { deviationInForce } from '../../chart/deviationAt.ts'
import { instantOf } from '../../time.ts'
import { LinkButton } from '../LinkButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { DeviationTold } from './DeviationTold.tsx'
import { deviationShown } from './deviationsOn.ts'
import { NoDeviation } from './NoDeviation.tsx'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { useSeq } from './useSeq.ts'

const TO_WHOM = 'Explained to which nurses and doctors?'

const EMPTY = { to: '', copiedToRecord: false, time: NOW }

/** A deviation, and to whom it was explained; from here it is ended too (DEV-1). */
export function DeviationPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Explaining />
    </AtBedside>
  )
}

function Explaining() {
  const { chart, now } = useBedside()
  const shown = deviationShown(chart, useSeq(), now)
  const [draft, set, clear] = usePageDraft(`deviation-${shown?.seq ?? 0}`, EMPTY)
  if (shown === null) return <NoDeviation />
  const inForce = deviationInForce(chart, now)?.seq === shown.seq
  return (
    <TimedAct
      kind="explainDeviation"
      title={inForce ? 'Deviation in force' : 'Deviation'}
      submitLabel="Save who was told"
      time={{
        label: 'When was it explained?',
        stated: draft.time,
        onStated: (time) => set({ time }),
      }}
      fault={() =>
        emptyFault(draft.to, {
          reason: 'Write to whom it was explained.',
          rules: ['DEV-1'],
          field: TO_WHOM,
        })
      }
      make={(common) => ({
        ...common,
        kind: 'explainDeviation',
        deviationSeq: shown.seq,
        to: draft.to.trim(),
        copiedToRecord: draft.copiedToRecord,
      })}
      onDone={() => clear()}
    >
      <DeviationTold deviation={shown.deviation} by={shown.by} at={instantOf(shown.happenedAt)} />
      {inForce && (
        <div>
          <LinkButton href={`/charts/${chart.chartId}/deviation-end?seq=${shown.seq}`} small>
            End this deviation
          </LinkButton>
        </div>
      )}
      <TextField kind="text" label={TO_WHOM} value={draft.to} onChange={(to) => set({ to })} />
      <TickField
        label="Copied to the health care record"
        hint="Until it is both explained and copied, it stays on the list (DEV-1)"
        ticked={draft.copiedToRecord}
        onChange={(copiedToRecord) => set({ copiedToRecord })}
      />
    </TimedAct>
  )
}
