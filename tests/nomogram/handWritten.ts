/**
 * The adjustment nomograms as a nurse reads them off the paper: plain comparisons in seconds, no tables, no tenths.
 * The yardstick that the product's decision is compared with, over every APTT and every rate.
 */
import type { ProtocolId } from '../../src/protocols/protocol.ts'

export interface PaperRow {
  bolusUnits: number | null
  stopMinutes: number | null
  rateChange: number
}

const row = (rateChange: number, bolusUnits: number | null = null): PaperRow => ({
  bolusUnits,
  stopMinutes: null,
  rateChange,
})
const stop = (stopMinutes: number): PaperRow => ({ bolusUnits: null, stopMinutes, rateChange: -2 })

/** The row that the paper gives for an APTT in seconds. */
export const onPaper: Record<ProtocolId, (aptt: number) => PaperRow> = {
  nstemi: heartAttack,
  stemi: heartAttack,
  vte(aptt) {
    if (aptt < 40) return row(1, 5000)
    if (aptt < 45) return row(1)
    if (aptt <= 90) return row(0)
    if (aptt <= 95) return row(-1)
    if (aptt <= 105) return row(-2)
    return stop(90)
  },
  stroke(aptt) {
    if (aptt < 40) return row(1)
    if (aptt < 45) return row(0.5)
    if (aptt <= 60) return row(0)
    if (aptt <= 65) return row(-0.5)
    if (aptt <= 70) return row(-1)
    if (aptt <= 80) return row(-2)
    return stop(120)
  },
}

function heartAttack(aptt: number): PaperRow {
  if (aptt < 45) return row(1)
  if (aptt <= 70) return row(0)
  if (aptt <= 90) return row(-1)
  if (aptt <= 105) return row(-2)
  return stop(90)
}
