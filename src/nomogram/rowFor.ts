import type { NomogramRow, Protocol, StartingRow } from '../protocols/protocol.ts'
import type { Tenths } from '../units.ts'

/** The row whose band holds an APTT in tenths of a second; the only place that compares with a boundary (NOMO-1). */
export function rowFor({ nomogram }: Protocol, aptt: Tenths<'s'>): NomogramRow {
  // An index, not an iterator: this is the one loop of the decision.
  for (let index = 0; ; index += 1) {
    const row = nomogram[index]
    if (row === undefined) throw new RangeError(`no band for ${aptt} tenths of a second`)
    if (aptt <= row.toTenths) return row
  }
}

/** Every row that "> N" (N in tenths) could stand for, lowest first (NOMO-2). */
export function rowsAbove(protocol: Protocol, limit: Tenths<'s'>): readonly NomogramRow[] {
  return protocol.nomogram.slice(rowFor(protocol, (limit + 1) as Tenths<'s'>).ref.index)
}

/** Every row that "< N" (N in tenths) could stand for, lowest first (NOMO-2). */
export function rowsBelow(protocol: Protocol, limit: Tenths<'s'>): readonly NomogramRow[] {
  return protocol.nomogram.slice(0, rowFor(protocol, (limit - 1) as Tenths<'s'>).ref.index + 1)
}

/** The top row: the stop, which "unclottable" counts as (NOMO-2). */
export function topRow(protocol: Protocol): NomogramRow {
  return rowFor(protocol, Number.MAX_SAFE_INTEGER as Tenths<'s'>)
}

/** The published weights around a weight: its own row, else the next one below and the next one above (INIT-4). */
export interface Neighbours {
  readonly exact: StartingRow | null
  readonly below: StartingRow | null
  readonly above: StartingRow | null
}

/** The published rows around a weight in kg; nulls where there is none. */
export function startingRowsAround({ startingRows }: Protocol, weightKg: number): Neighbours {
  const exact = startingRows.find((row) => row.weightKg === weightKg)
  if (exact) return { exact, below: null, above: null }
  return {
    exact: null,
    below: startingRows.findLast((row) => row.weightKg < weightKg) ?? null,
    above: startingRows.find((row) => row.weightKg > weightKg) ?? null,
  }
}
