import type { NomogramRow, Protocol } from '../protocols/protocol.ts'
import { tenthsOf } from '../units.ts'
import type { ParsedAptt } from './parseAptt.ts'
import { rowFor, rowsAbove, rowsBelow, topRow } from './rowFor.ts'

/** Every row that a result could stand for, lowest first: one for a value, several for a limit that spans bands (NOMO-2), none for a specimen without a result. */
export function rowsFor(protocol: Protocol, aptt: ParsedAptt): readonly NomogramRow[] {
  switch (aptt.kind) {
    case 'value':
      return [rowFor(protocol, tenthsOf<'s'>(aptt.seconds))]
    case 'above':
      return rowsAbove(protocol, tenthsOf<'s'>(aptt.seconds))
    case 'below':
      return rowsBelow(protocol, tenthsOf<'s'>(aptt.seconds))
    case 'unclottable':
      return [topRow(protocol)]
    default:
      return []
  }
}
