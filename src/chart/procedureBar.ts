/** Which planned procedures bear on the infusion, and what they hold back (PROC-1). */
import type { Instant } from '../time.ts'
import type { Procedure, ProcedureEnd } from './care.ts'
import type { Chart } from './chart.ts'
import { ceaseWindow, type RecommenceWindow, recommenceWindow } from './procedureTimes.ts'
import { wholeMinutes } from './samples.ts'

/** A plan whose procedure has ended. */
export interface EndedProcedure extends Procedure {
  readonly end: ProcedureEnd
}

/** The plans that are neither cancelled nor ended, the earliest booking first. */
export function bookedProcedures({ procedures }: Pick<Chart, 'procedures'>): Procedure[] {
  return procedures
    .filter(({ end, isCancelled }) => end === null && !isCancelled)
    .sort((a, b) => a.bookedAt - b.bookedAt)
}

/** The plans whose end is on record, in the order of planning. */
export function endedProcedures({ procedures }: Pick<Chart, 'procedures'>): EndedProcedure[] {
  return procedures.flatMap(({ end, ...plan }) => (end === null ? [] : [{ ...plan, end }]))
}

/** The ended plans after which nothing has run yet: recommencing is still to come. */
export function awaitingRecommencing(chart: Chart): EndedProcedure[] {
  return endedProcedures(chart).filter(
    ({ end }) =>
      !chart.events.some(
        ({ rateMlPerHour, at }) => rateMlPerHour !== null && wholeMinutes(end.at, at) > 0,
      ),
  )
}

/** Why heparin may not go on yet: a procedure without its end, too early after it, or the site still bleeds. */
export type ProcedureBar =
  | { readonly kind: 'end-missing'; readonly plan: Procedure }
  | { readonly kind: 'too-early'; readonly plan: EndedProcedure; readonly window: RecommenceWindow }
  | { readonly kind: 'not-confirmed'; readonly plan: EndedProcedure }

/** When heparin is to go on: the stated time, and the server's clock, which may not be outrun. */
export interface GoingOn {
  readonly stated: Instant
  readonly at: Instant
}

/** What an ended procedure holds against heparin at that time, whatever ran since its end; null: nothing. */
function endedBar(chart: Chart, goingOn: GoingOn): ProcedureBar | null {
  const windows = endedProcedures(chart).map((plan) => ({
    plan,
    window: recommenceWindow(plan, plan.end),
  }))
  const early = windows
    .filter(({ window }) => isBefore(goingOn, window.earliest))
    .sort((a, b) => b.window.earliest - a.window.earliest)[0]
  if (early) return { kind: 'too-early', ...early }
  const open = windows.find(({ plan }) => !plan.end.haemostasisConfirmed)
  return open ? { kind: 'not-confirmed', plan: open.plan } : null
}

/** The same, and a procedure that is under way or about to be and has no recorded end. */
export function procedureBar(chart: Chart, goingOn: GoingOn): ProcedureBar | null {
  const plan = bookedProcedures(chart).find((each) => !isAhead(chart, each, goingOn))
  return plan ? { kind: 'end-missing', plan } : endedBar(chart, goingOn)
}

/** What holds heparin back after a stop or an interruption: a procedure that it has to be off for by now, or an ended one. */
export function backOnBar(chart: Chart, goingOn: GoingOn): ProcedureBar | null {
  const plan = bookedProcedures(chart).find((each) => hasToBeOff(each, goingOn))
  return plan ? { kind: 'end-missing', plan } : endedBar(chart, goingOn)
}

function hasToBeOff(plan: Procedure, { stated, at }: GoingOn): boolean {
  const { closes } = ceaseWindow(plan)
  return wholeMinutes(closes, stated) >= 0 || at >= closes
}

function isBefore({ stated, at }: GoingOn, earliest: Instant): boolean {
  return wholeMinutes(earliest, stated) < 0 || at < earliest
}

/** The cease window is still to open, and the booking is not the one that heparin was ceased for. */
function isAhead({ infusion: { cease } }: Chart, plan: Procedure, { stated, at }: GoingOn) {
  const { opens } = ceaseWindow(plan)
  if (wholeMinutes(stated, opens) <= 0 || at >= opens) return false
  return cease?.reason !== 'procedure' || plan.bookedSeq > cease.seq
}
