import type { Procedure } from '../../chart/care.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { isoOf } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { NoPlan } from './NoPlan.tsx'
import { PlanTimes } from './PlanTimes.tsx'
import { bookingFault } from './procedureDraft.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readAhead, readTime, type StatedTime } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { usePlan } from './usePlan.ts'

const BOOKED_FOR = 'New time, 24-hour clock'
const WHY = 'Why?'

const BOOKED: StatedTime = { ...NOW, mode: 'stated' }
const EMPTY = { booked: BOOKED, reason: '' }

/** A booking moves, and the times of heparin with it (PROC-1). */
export function ProcedureMovePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Move />
    </AtBedside>
  )
}

function Move() {
  const plan = usePlan(({ end }) => end === null)
  return plan === null ? <NoPlan title="Move the booking" /> : <MoveOf plan={plan} />
}

function MoveOf({ plan }: { plan: Procedure }) {
  const { now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft(`procedure-move-${plan.seq}`, EMPTY)
  const read = readTime(draft.booked, now, zone, true)
  const booked = read.kind === 'at' ? read.at : null
  return (
    <TimedAct
      kind="moveProcedure"
      title="Move the booking"
      submitLabel="Move it"
      fault={() =>
        bookingFault(readAhead(draft.booked, now, serverNow(), zone), BOOKED_FOR) ??
        emptyFault(draft.reason, { reason: 'Say why it moved.', rules: ['PROC-1'], field: WHY })
      }
      make={(common) => ({
        ...common,
        kind: 'moveProcedure',
        planSeq: plan.seq,
        bookedAt: isoOf(given(booked)),
        reason: draft.reason.trim(),
      })}
      onDone={() => clear()}
    >
      <p>
        {procedureName(plan.procedure)}, booked for {whenText(plan.bookedAt, now, zone)}.
      </p>
      <StatedTimeField
        label={BOOKED_FOR}
        of="plan"
        stated={draft.booked}
        onStated={(next) => set({ booked: next })}
        now={now}
        zone={zone}
      />
      <TextField label={WHY} value={draft.reason} onChange={(reason) => set({ reason })} />
      <PlanTimes {...plan} bookedAt={booked} />
    </TimedAct>
  )
}
