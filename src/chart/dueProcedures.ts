/** When to cease before a procedure and when to recommence after it (PROC-1, TIME-7). */
import type { Procedure } from './care.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'
import { emergencies } from './fields.ts'
import { awaitingRecommencing, bookedProcedures } from './procedureBar.ts'
import { ceaseWindow, recommenceWindow } from './procedureTimes.ts'
import { recommencingOrder } from './recommencingOrder.ts'

const RULES: Unstamped['rules'] = ['PROC-1', 'TIME-7']

/** Ceasing while there is something to cease, then the end, then recommencing. */
export function dueProcedures(chart: Chart): Unstamped[] {
  const { status } = chart.infusion
  const isOff = status === 'ceased' || status === 'not-started'
  return [
    ...bookedProcedures(chart).map(isOff ? endOf : ceaseBefore),
    ...(isOff ? recommencing(chart) : []),
  ]
}

/** Due when the window opens, overdue when it closes; a hold or an interruption does not end it, for both lead back to heparin. */
function ceaseBefore(plan: Procedure): Unstamped {
  const { opens, closes } = ceaseWindow(plan)
  return {
    kind: 'procedure-cease',
    dueAt: opens,
    overdueAt: closes,
    owner: 'nurse',
    rules: RULES,
    anchor: booking(plan),
  }
}

/** From the booked time on somebody says whether it is over: from its end recommencing counts. */
function endOf(plan: Procedure): Unstamped {
  return {
    kind: 'procedure-recommence',
    about: 'procedure-end',
    dueAt: plan.bookedAt,
    overdueAt: null,
    owner: 'nurse',
    rules: RULES,
    anchor: booking(plan),
  }
}

function booking({ bookedSeq, bookedAt }: Procedure): Unstamped['anchor'] {
  return { seq: bookedSeq, at: bookedAt }
}

/** An emergency that was recorded when heparin was off already (SIGN-5), and no MO has prescribed since. */
function wasEmergency(chart: Chart): boolean {
  if (recommencingOrder(chart)) return false
  const { entries, struck, infusion } = chart
  return entries.some(
    (entry) =>
      entry.kind === 'infusionCeased' &&
      entry.seq > (infusion.cease?.seq ?? 0) &&
      !struck.has(entry.seq) &&
      emergencies.some((reason) => reason === entry.reason),
  )
}

/** Only after a cease for the procedure or another planned reason: after an emergency nothing reminds of heparin. */
function recommencing(chart: Chart): Unstamped[] {
  const { cease } = chart.infusion
  const isPlanned = cease?.reason === 'procedure' || cease?.reason === 'other'
  if (!isPlanned || chart.suspensions.length > 0 || wasEmergency(chart)) return []
  const isOrdered = recommencingOrder(chart) !== null
  return awaitingRecommencing(chart).map((plan) => {
    const { earliest, latest, countsFrom } = recommenceWindow(plan, plan.end)
    return {
      kind: 'procedure-recommence',
      dueAt: earliest,
      overdueAt: latest,
      owner: isOrdered ? 'nurse' : 'mo',
      rules: RULES,
      anchor: { seq: plan.end.seq, at: countsFrom },
    }
  })
}
