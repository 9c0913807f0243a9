/** Planning procedures, moving and cancelling the plan, and their actual end (PROC-1). */
import { STATED_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, plusMinutes } from '../time.ts'
import { type Ask, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import type { Procedure } from './care.ts'
import type { Chart } from './chart.ts'
import type { Refusal } from './decision.ts'
import { bookedProcedures } from './procedureBar.ts'
import { procedureName } from './procedureName.ts'
import { isNeuraxial } from './procedureTimes.ts'
import { refuse } from './refuse.ts'
import { wholeMinutes } from './samples.ts'

/** Booked ahead of the time it is planned at; surgery with what is planned before and after; each consultation past. */
function planProcedure(ask: Ask<'planProcedure'>): Refusal | null {
  const { chart, command, at } = ask
  const { procedure, planBefore, planAfter, consulted } = command
  const bookedAt = instantOf(command.bookedAt)
  const latest = plusMinutes(at, STATED_TIMES.futureByMinutes)
  const ahead = consulted.map((each) => instantOf(each.at)).find((each) => each > latest)
  return firstRefusal([
    () => bookingRefusal(ask, bookedAt),
    () =>
      procedure === 'surgery' && (planBefore === undefined || planAfter === undefined)
        ? refuse('surgery-plan-missing', {})
        : null,
    () => (ahead === undefined ? null : refuse('in-the-future', { stated: ahead })),
    () => (isPlanned(chart, procedure, bookedAt) ? refuse('already-planned', {}) : null),
  ])
}

function bookingRefusal(ask: Ask, bookedAt: Instant): Refusal | null {
  const stated = statedAt(ask)
  return wholeMinutes(stated, bookedAt) > 0
    ? null
    : refuse('booked-in-the-past', { from: bookedAt, stated })
}

function isPlanned(chart: Chart, procedure: Procedure['procedure'], bookedAt: Instant): boolean {
  return bookedProcedures(chart).some(
    (plan) => plan.procedure === procedure && wholeMinutes(plan.bookedAt, bookedAt) === 0,
  )
}

function planOf({ procedures }: Chart, planSeq: number): Procedure | undefined {
  return procedures.find(({ seq }) => seq === planSeq)
}

/** The plan exists and is neither cancelled nor ended. */
function bookedRefusal({ chart, command }: Ask<'moveProcedure' | 'cancelProcedure'>) {
  const plan = planOf(chart, command.planSeq)
  if (!plan || plan.isCancelled) return refuse('no-such-procedure', {})
  return plan.end === null
    ? null
    : refuse('procedure-has-ended', {
        procedure: procedureName(plan.procedure),
        since: plan.end.at,
      })
}

function moveProcedure(ask: Ask<'moveProcedure'>): Refusal | null {
  return bookedRefusal(ask) ?? bookingRefusal(ask, instantOf(ask.command.bookedAt))
}

/** The actual end, not before the plan was made; or, once there is one, how the site looks since. */
function endProcedure(ask: Ask<'endProcedure'>): Refusal | null {
  const { chart, command } = ask
  const plan = planOf(chart, command.planSeq)
  if (!plan || plan.isCancelled) return refuse('no-such-procedure', {})
  const stated = statedAt(ask)
  const from = plan.end?.at ?? plannedAt(chart, plan)
  return firstRefusal([
    () =>
      isNeuraxial(plan.procedure) && command.bloodSeen === undefined
        ? refuse('blood-not-answered', {})
        : null,
    () =>
      wholeMinutes(from, stated) < 0
        ? refuse(plan.end ? 'looked-before-end' : 'ended-before-planned', { stated, from })
        : null,
  ])
}

function plannedAt({ entries }: Chart, { seq }: Procedure): Instant {
  const entry = entries.find((each) => each.seq === seq)
  if (!entry) throw new Error(`no entry ${seq} for its plan`)
  return instantOf(entry.happenedAt)
}

export const procedureRules: RulesFor<
  'planProcedure' | 'moveProcedure' | 'endProcedure' | 'cancelProcedure'
> = { planProcedure, moveProcedure, endProcedure, cancelProcedure: bookedRefusal }
