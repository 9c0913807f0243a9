import type { NomogramRow, Protocol } from '../../protocols/protocol.ts'
import { bandText, rateText, unitsText, withUnit } from '../../wording.ts'

/** A nomogram row in words, for the table. */
export interface BandRow {
  readonly index: number
  readonly band: string
  readonly bolus: string
  readonly stop: string
  readonly rate: string
  readonly next: string
  readonly isStop: boolean
}

const NEXT = {
  'six-hours': '6 hours after the change',
  'run-of-two': '6 hours, then 24 hours, after collection',
  'six-hours-after-restart': '6 hours after the restart',
} as const

/** `Increase by 1 mL/hr`, `Decrease by 0.5 mL/hr` */
export function stepText(changeMlPerHour: number): string {
  return changeMlPerHour > 0
    ? `Increase by ${rateText(changeMlPerHour)}`
    : `Decrease by ${rateText(-changeMlPerHour)}`
}

/** `90 minutes`: a hold as the table prints it. */
export function stopText(minutes: number): string {
  return withUnit(minutes, 'minutes')
}

/** Every row of a protocol's nomogram in words, lowest band first. */
export function bandRows(protocol: Protocol): readonly BandRow[] {
  return protocol.nomogram.map((row, index, rows) => ({
    index,
    band: bandText(rows, index),
    bolus: bolusOf(row, protocol),
    stop: row.kind === 'stop' ? `STOP for ${stopText(row.stopMinutes)}` : 'No stop',
    rate: rateOf(row),
    next: NEXT[row.next],
    isStop: row.kind === 'stop',
  }))
}

function bolusOf(row: NomogramRow, protocol: Protocol): string {
  if (row.kind === 'change' && row.bolusUnits !== null) return unitsText(row.bolusUnits)
  return protocol.bolus === null ? 'No bolus (stroke)' : 'No bolus'
}

function rateOf(row: NomogramRow): string {
  if (row.kind === 'no-change') return 'No change'
  const step = stepText(row.changeMlPerHour)
  return row.kind === 'stop' ? `${step} from the previous rate, at restart` : step
}
