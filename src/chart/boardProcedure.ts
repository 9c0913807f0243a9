/** The one procedure that a ward board names beside a patient (PROC-1, TIME-7). */
import { PROCEDURE_TIMES } from '../protocols/care.ts'
import { type Instant, plusHours } from '../time.ts'
import type { ProcedureKind } from './careFields.ts'
import type { Chart } from './chart.ts'
import { hasCome, type Now } from './hasCome.ts'
import { awaitingRecommencing, bookedProcedures } from './procedureBar.ts'
import { ceaseWindow, recommenceWindow } from './procedureTimes.ts'

/** `at`: the booked time or the actual end. `heparinAt`: off by then, or on again from then at the earliest. */
export interface BoardProcedure {
  readonly procedure: ProcedureKind
  readonly phase: 'booked' | 'ended'
  readonly at: Instant
  readonly heparinAt: Instant
}

/** The first plan whose window is open or opens within hours; null: none. */
export function boardProcedure(chart: Chart, now: Now): BoardProcedure | null {
  const isNear = (opens: Instant) =>
    hasCome(plusHours(opens, -PROCEDURE_TIMES.onBoardHoursBefore), now)
  const ended = chart.infusion.status === 'ceased' ? awaitingRecommencing(chart) : []
  for (const plan of ended) {
    const { earliest: heparinAt } = recommenceWindow(plan, plan.end)
    const { procedure, end } = plan
    if (isNear(heparinAt)) return { procedure, phase: 'ended', at: end.at, heparinAt }
  }
  const booked = bookedProcedures(chart).find((plan) => isNear(ceaseWindow(plan).opens))
  if (!booked) return null
  const { procedure, bookedAt: at } = booked
  return { procedure, phase: 'booked', at, heparinAt: ceaseWindow(booked).closes }
}
