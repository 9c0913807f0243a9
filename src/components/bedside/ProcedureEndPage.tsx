import type { Procedure } from '../../chart/care.ts'
import type { EntryOf } from '../../chart/entries.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { isNeuraxial, recommenceWindow } from '../../chart/procedureTimes.ts'
import { whenText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { NoPlan } from './NoPlan.tsx'
import { NOW, readTime, type StatedTime } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { usePlan } from './usePlan.ts'

const FIELDS = {
  needle: 'Blood on the needle?',
  blood: 'Blood seen?',
  haemostasis: 'Is haemostasis confirmed?',
} as const

type Ended = EntryOf<'procedureEnded'>
interface Draft {
  readonly haemostasis: Ended['haemostasis'] | null
  readonly bloodSeen: NonNullable<Ended['bloodSeen']> | null
  readonly time: StatedTime
}
const EMPTY: Draft = { haemostasis: null, bloodSeen: null, time: NOW }

/** The actual end of a procedure, from which recommencing counts; afterwards how the site looks since (PROC-1). */
export function ProcedureEndPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <End />
    </AtBedside>
  )
}

function End() {
  const plan = usePlan(() => true)
  return plan === null ? <NoPlan title="The procedure has ended" /> : <EndOf plan={plan} />
}

function EndOf({ plan }: { plan: Procedure }) {
  const { now, zone } = useBedside()
  const page = plan.end === null ? 'procedure-end' : 'procedure-look'
  const [draft, set, clear] = usePageDraft(`${page}-${plan.seq}`, EMPTY)
  const asksBlood = isNeuraxial(plan.procedure)
  return (
    <TimedAct
      kind="endProcedure"
      title={plan.end === null ? 'The procedure has ended' : 'How does the site look now?'}
      submitLabel={plan.end === null ? 'Record the end' : 'Record it'}
      time={{
        label: timeLabel(plan),
        stated: draft.time,
        onStated: (time) => set({ time }),
      }}
      fault={() => siteFault(draft, plan)}
      make={(common) => ({
        ...common,
        kind: 'endProcedure',
        planSeq: plan.seq,
        haemostasis: given(draft.haemostasis),
        ...(asksBlood ? { bloodSeen: given(draft.bloodSeen) } : {}),
      })}
      onDone={() => clear()}
    >
      <p>
        {procedureName(plan.procedure)},{' '}
        {plan.end === null
          ? `booked for ${whenText(plan.bookedAt, now, zone)}`
          : `ended at ${whenText(plan.end.at, now, zone)}`}
        .
      </p>
      {asksBlood && (
        <ChoiceField<'none' | 'seen'>
          label={bloodLabel(plan)}
          choices={[
            { value: 'none', label: 'No blood' },
            { value: 'seen', label: 'Blood seen', hint: 'Heparin waits 24 hours' },
          ]}
          value={draft.bloodSeen}
          onChange={(bloodSeen) => set({ bloodSeen })}
        />
      )}
      <ChoiceField<Ended['haemostasis']>
        label={FIELDS.haemostasis}
        choices={[
          { value: 'confirmed', label: 'Yes, no bleeding at the site' },
          { value: 'not-confirmed', label: 'Not yet', hint: 'Look again later and record it' },
        ]}
        value={draft.haemostasis}
        onChange={(haemostasis) => set({ haemostasis })}
      />
      <Then plan={plan} draft={draft} />
    </TimedAct>
  )
}

function timeLabel({ procedure, end }: Procedure): string {
  if (end !== null) return 'When did you look?'
  return isNeuraxial(procedure) ? 'When was the needle or catheter out?' : 'When did it end?'
}

function bloodLabel({ procedure }: Procedure): string {
  return procedure === 'lumbar-puncture' ? FIELDS.needle : FIELDS.blood
}

function siteFault({ haemostasis, bloodSeen }: Draft, plan: Procedure): Fault | null {
  const rules = ['PROC-1']
  if (isNeuraxial(plan.procedure) && bloodSeen === null) {
    return { reason: 'Say whether blood was seen.', rules, field: bloodLabel(plan) }
  }
  return haemostasis === null
    ? { reason: 'Say whether haemostasis is confirmed.', rules, field: FIELDS.haemostasis }
    : null
}

/** From when heparin may go on, worked out from what is stated so far. */
function Then({ plan, draft }: { plan: Procedure; draft: Draft }) {
  const { now, zone } = useBedside()
  const read = readTime(draft.time, now, zone)
  if (read.kind !== 'at' || siteFault(draft, plan) !== null) return null
  const at = plan.end?.at ?? read.at
  const seen = draft.bloodSeen === 'seen' ? read.at : (plan.end?.bloodSeenAt ?? null)
  const { earliest } = recommenceWindow(plan, { at, bloodSeenAt: seen })
  const once = draft.haemostasis === 'confirmed' ? '' : ', once haemostasis is confirmed'
  return (
    <Banner
      tone="quiet"
      title={`Heparin again from ${whenText(earliest, now, zone)} at the earliest${once}`}
    >
      Without a bolus, on an MO’s new prescription. (PROC-1, BOL-5, RECOM-1)
    </Banner>
  )
}
