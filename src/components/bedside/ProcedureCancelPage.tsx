import type { Procedure } from '../../chart/care.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { whenText } from '../../wording.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { NoPlan } from './NoPlan.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { usePlan } from './usePlan.ts'

const WHY = 'Why?'

const EMPTY = { reason: '' }

/** A procedure that will not take place (PROC-1). */
export function ProcedureCancelPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Cancel />
    </AtBedside>
  )
}

function Cancel() {
  const plan = usePlan(({ end }) => end === null)
  return plan === null ? <NoPlan title="Cancel the plan" /> : <CancelOf plan={plan} />
}

function CancelOf({ plan }: { plan: Procedure }) {
  const { now, zone, chart } = useBedside()
  const [draft, set, clear] = usePageDraft(`procedure-cancel-${plan.seq}`, EMPTY)
  return (
    <TimedAct
      kind="cancelProcedure"
      title="Cancel the plan"
      submitLabel="Cancel the plan"
      fault={() =>
        emptyFault(draft.reason, {
          reason: 'Say why it is cancelled.',
          rules: ['PROC-1'],
          field: WHY,
        })
      }
      make={(common) => ({
        ...common,
        kind: 'cancelProcedure',
        planSeq: plan.seq,
        reason: draft.reason.trim(),
      })}
      onDone={() => clear()}
    >
      <p>
        {procedureName(plan.procedure)}, booked for {whenText(plan.bookedAt, now, zone)}, does not
        take place.
        {chart.infusion.status === 'ceased' &&
          ' Heparin stays off until an MO prescribes it again. (RECOM-1)'}
      </p>
      <TextField label={WHY} value={draft.reason} onChange={(reason) => set({ reason })} />
    </TimedAct>
  )
}
