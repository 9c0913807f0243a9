import type { EntryOf } from '../../chart/entries.ts'
import { isoOf } from '../../time.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { HoldState } from './HoldState.tsx'
import { restsOnDose } from './restsOnDose.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readAhead, type TimeRead, timeFault } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  finding: 'Bleeding?',
  plan: 'Plan',
  restartFrom: 'Restart from, 24-hour clock',
  decideBy: 'Decide again by, 24-hour clock',
} as const

type Assessed = EntryOf<'bleedingAssessed'>
interface Draft {
  readonly finding: Assessed['finding'] | null
  readonly plan: Assessed['plan'] | null
  readonly until: typeof NOW
}
const EMPTY: Draft = { finding: null, plan: null, until: { ...NOW, mode: 'stated' } }

/** The MO's assessment during a stop: finding, plan, until when (TIME-3). */
export function AssessPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Assess />
    </AtBedside>
  )
}

function Assess() {
  const { chart, now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft('assess', EMPTY, restsOnDose(chart, 'plan'))
  const asksUntil = draft.plan === 'later' || draft.plan === 'stay-off'
  const untilLabel = draft.plan === 'later' ? FIELDS.restartFrom : FIELDS.decideBy
  const readUntil = () => readAhead(draft.until, now, serverNow(), zone)

  const fault = (): Fault | null => {
    const rules = ['TIME-3']
    if (draft.finding === null) {
      return { reason: 'Say what you found.', rules, field: FIELDS.finding }
    }
    if (draft.plan === null) return { reason: 'Choose a plan.', rules, field: FIELDS.plan }
    const isNeeded = draft.plan === 'later' || (asksUntil && draft.until.clock !== '')
    if (!isNeeded) return null
    const read = readUntil()
    return read.kind === 'at' ? null : timeFault(read, untilLabel, rules)
  }
  return (
    <TimedAct
      kind="assessBleeding"
      title="Assess the patient during the stop"
      meaning="Assessed. Nothing restarts by itself."
      submitLabel="Sign the assessment"
      fault={fault}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'assessBleeding',
        expectedVersion,
        happenedAt,
        finding: given(draft.finding),
        plan: given(draft.plan),
        ...(asksUntil ? untilField(readUntil()) : {}),
      })}
      onDone={() => clear()}
    >
      {chart.infusion.stop !== null && <HoldState stop={chart.infusion.stop} />}
      <ChoiceField<Assessed['finding']>
        label={FIELDS.finding}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'minor', label: 'Minor', hint: 'Gums, nose, bruises, blood on dipstick' },
          {
            value: 'major',
            label: 'Major suspected',
            hint: 'Suspends the chart: then cease with STOP, top right (BLEED-0, BLEED-1)',
          },
        ]}
        value={draft.finding}
        onChange={(finding) => set({ finding })}
      />
      <ChoiceField<Assessed['plan']>
        label={FIELDS.plan}
        choices={[
          { value: 'restart', label: 'Restart as the nomogram advises' },
          { value: 'later', label: 'Restart later' },
          { value: 'stay-off', label: 'Stay off' },
        ]}
        value={draft.plan}
        onChange={(plan) => set({ plan })}
      />
      {asksUntil && (
        <StatedTimeField
          label={untilLabel}
          of="plan"
          stated={draft.until}
          onStated={(until) => set({ until })}
          now={now}
          zone={zone}
        />
      )}
    </TimedAct>
  )
}

function untilField(read: TimeRead): { until?: string } {
  return read.kind === 'at' ? { until: isoOf(read.at) } : {}
}
