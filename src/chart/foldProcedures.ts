/** What procedures do to the chart (PROC-1, BOL-5). */
import { type Instant, instantOf } from '../time.ts'
import type { Procedure, ProcedureEnd } from './care.ts'
import { type Draft, type Handlers, voidUnlessMatched } from './draft.ts'
import type { EntryOf } from './entries.ts'
import type { Restriction } from './fields.ts'
import { wholeMinutes } from './samples.ts'

export const procedureHandlers = {
  procedurePlanned(draft, { seq, procedure, bookedAt, veryHighThromboticRisk }) {
    draft.procedures.push({
      seq,
      bookedSeq: seq,
      procedure,
      bookedAt: instantOf(bookedAt),
      veryHighThromboticRisk,
      end: null,
      isCancelled: false,
    })
  },
  procedureMoved(draft, { seq, planSeq, bookedAt }) {
    change(draft, planSeq, () => ({ bookedSeq: seq, bookedAt: instantOf(bookedAt) }))
  },
  procedureCancelled(draft, { seq, planSeq }) {
    change(draft, planSeq, () => ({ isCancelled: true, bookedSeq: seq }))
  },
  procedureEnded(draft, entry) {
    change(draft, entry.planSeq, ({ end }) => ({
      end: end === null ? endedBy(entry) : lookedAgain(end, entry),
    }))
    draft.afterProcedure = true
    draft.restrictions = withProcedure(draft, draft.restrictions)
    // A signature binds the restrictions and times that its signer saw (SIGN-8); a change of rate rests on neither.
    if (draft.pending?.entry.kind !== 'rateChanged') voidUnlessMatched(draft)
  },
} satisfies Handlers

function change(draft: Draft, planSeq: number, to: (plan: Procedure) => Partial<Procedure>): void {
  draft.procedures = draft.procedures.map((plan) =>
    plan.seq === planSeq ? { ...plan, ...to(plan) } : plan,
  )
}

function endedBy({ seq, happenedAt, ...site }: EntryOf<'procedureEnded'>): ProcedureEnd {
  const at = instantOf(happenedAt)
  return {
    seq,
    at,
    haemostasisConfirmed: site.haemostasis === 'confirmed',
    lookedAt: at,
    bloodSeenAt: site.bloodSeen === 'seen' ? at : null,
    toldSeq: seq,
  }
}

/** The latest look counts, by clinical time; blood once seen stays seen. */
function lookedAgain(
  end: ProcedureEnd,
  { seq, happenedAt, haemostasis, bloodSeen }: EntryOf<'procedureEnded'>,
): ProcedureEnd {
  const at = instantOf(happenedAt)
  const isNewer = wholeMinutes(end.lookedAt, at) >= 0
  const isWorse = bloodSeen === 'seen' || haemostasis === 'not-confirmed'
  return {
    ...end,
    ...(isNewer ? { lookedAt: at, haemostasisConfirmed: haemostasis === 'confirmed' } : {}),
    bloodSeenAt: bloodSeen === 'seen' ? latestOf(end.bloodSeenAt, at) : end.bloodSeenAt,
    toldSeq: isWorse ? seq : end.toldSeq,
  }
}

function latestOf(before: Instant | null, at: Instant): Instant {
  return before !== null && before > at ? before : at
}

/** BOL-5: the restrictions of the chart with the one that a procedure brings by itself. */
export function withProcedure(
  { afterProcedure }: Pick<Draft, 'afterProcedure'>,
  restrictions: readonly Restriction[],
): Restriction[] {
  return afterProcedure && !restrictions.includes('post-procedure')
    ? [...restrictions, 'post-procedure']
    : [...restrictions]
}

/** BOL-5: heparin ceased for a procedure that nobody planned here: recommencing counts it as done. */
export function noteUnplanned(draft: Draft): void {
  const { status, cease } = draft.infusion
  if (status !== 'ceased' || cease?.reason !== 'procedure') return
  const isGone = ({ isCancelled, bookedSeq }: Procedure) => isCancelled && bookedSeq < cease.seq
  if (draft.procedures.every(isGone)) draft.afterProcedure = true
}
