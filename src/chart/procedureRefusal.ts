/** The refusals of what a planned procedure holds back (PROC-1, BOL-5). */
import type { Chart } from './chart.ts'
import type { Refusal } from './decision.ts'
import { type GoingOn, type ProcedureBar, procedureBar } from './procedureBar.ts'
import { procedureName } from './procedureName.ts'
import { refuse } from './refuse.ts'

/** DEV-1: a deviation lifts what was on the chart when it was signed. */
export function barRefusal(bar: ProcedureBar | null, deviationSeq: number | null): Refusal | null {
  if (bar === null) return null
  const toldSeq = bar.kind === 'end-missing' ? bar.plan.bookedSeq : bar.plan.end.toldSeq
  return deviationSeq !== null && deviationSeq > toldSeq ? null : worded(bar)
}

/** The same for a start or recommencing by the prescription in force; a deviation written for a contraindication lifts nothing. */
export function prescribedRefusal(chart: Chart, goingOn: GoingOn): Refusal | null {
  const { seq = null, entry } = chart.prescription ?? {}
  const deviates = entry?.deviation !== undefined && entry.contraindications.length === 0
  return barRefusal(procedureBar(chart, goingOn), deviates ? seq : null)
}

function worded(bar: ProcedureBar): Refusal {
  const procedure = procedureName(bar.plan.procedure)
  if (bar.kind === 'end-missing') {
    return refuse('procedure-end-missing', { procedure, from: bar.plan.bookedAt })
  }
  if (bar.kind === 'not-confirmed') {
    return refuse('haemostasis-not-confirmed', { procedure, since: bar.plan.end.lookedAt })
  }
  const { earliest, countsFrom, from: hours, strictly } = bar.window
  return refuse('too-early-after-procedure', {
    procedure,
    since: countsFrom,
    earliest,
    hours,
    strictly: strictly ? 'yes' : null,
  })
}

/** BOL-5: no bolus once a procedure has ended on this chart. */
export function afterProcedureRefusal({ afterProcedure }: Pick<Chart, 'afterProcedure'>) {
  return afterProcedure ? refuse('no-bolus-after-procedure', {}) : null
}
