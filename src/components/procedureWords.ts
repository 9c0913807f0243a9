import type { Procedure } from '../chart/care.ts'
import type { ProcedureKind } from '../chart/careFields.ts'
import type { Chart } from '../chart/chart.ts'
import {
  awaitingRecommencing,
  bookedProcedures,
  type EndedProcedure,
} from '../chart/procedureBar.ts'
import { procedureName } from '../chart/procedureName.ts'
import {
  ceaseHours,
  ceaseWindow,
  type RecommenceHours,
  recommenceWindow,
} from '../chart/procedureTimes.ts'
import type { Instant, TimeZone } from '../time.ts'
import { whenText } from '../wording.ts'

/** When heparin ceases before such a procedure: `4 to 6 hours before`, `6 hours or more before`. */
export function ceaseHoursText(procedure: ProcedureKind): string {
  const { from, to, atLeast } = ceaseHours(procedure)
  return atLeast ? `${to} hours or more before` : `${to} to ${from} hours before`
}

/** When heparin goes on after it: `24 to 48 hours after`, `later than 2 hours after`, `2 hours after`. */
export function recommenceHoursText({ from, to, strictly }: RecommenceHours): string {
  if (to !== null) return `${from} to ${to} hours after`
  return strictly ? `later than ${from} hours after` : `${from} hours after`
}

/** The plans that still bear on the infusion, a line each: what is booked, or ended, and the next time. */
export function procedureLines(chart: Chart, now: Instant, zone: TimeZone): string[] {
  return [
    ...bookedProcedures(chart).map((plan) => bookedText(plan, chart, now, zone)),
    ...awaitingRecommencing(chart)
      .filter(() => chart.infusion.status === 'ceased')
      .map((plan) => endedText(plan, now, zone)),
  ]
}

function bookedText(plan: Procedure, chart: Chart, now: Instant, zone: TimeZone): string {
  const booked = `${procedureName(plan.procedure)} booked for ${whenText(plan.bookedAt, now, zone)}`
  return `${booked}. ${ceaseText(plan, chart, now, zone)}.`
}

function ceaseText(plan: Procedure, { infusion }: Chart, now: Instant, zone: TimeZone): string {
  const { opens, closes } = ceaseWindow(plan)
  const by = whenText(closes, now, zone)
  const { cease, status } = infusion
  if (status === 'ceased' && cease) {
    const since = whenText(cease.at, now, zone)
    return cease.at <= closes
      ? `Heparin off since ${since}`
      : `Heparin off only since ${since}, not by ${by}: tell whoever does the procedure`
  }
  return `Cease from ${whenText(opens, now, zone)}, off by ${by}`
}

function endedText(plan: EndedProcedure, now: Instant, zone: TimeZone): string {
  const { earliest } = recommenceWindow(plan, plan.end)
  const once = plan.end.haemostasisConfirmed ? '' : ', once haemostasis is confirmed'
  return `${procedureName(plan.procedure)} ended at ${whenText(plan.end.at, now, zone)}. Heparin again from ${whenText(earliest, now, zone)}${once}.`
}
