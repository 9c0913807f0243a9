import type { NomogramRow, Protocol } from '../protocols/protocol.ts'
import { apttTenths, type ParsedAptt } from './parseAptt.ts'
import { rowFor, rowsAbove, rowsBelow, topRow } from './rowFor.ts'

/**
 * Every row that a result could stand for, lowest first: one for a value, several for a limit that spans bands
 * (NOMO-2), none for a specimen without a result.
 * @throws RangeError for seconds out of range or with two decimals
 */
export function rowsFor(protocol: Protocol, aptt: ParsedAptt): readonly NomogramRow[] {
  switch (aptt.kind) {
    case 'value':
      return [rowFor(protocol, apttTenths(aptt.seconds, aptt.kind))]
    case 'above':
      return rowsAbove(protocol, apttTenths(aptt.seconds, aptt.kind))
    case 'below':
      return rowsBelow(protocol, apttTenths(aptt.seconds, aptt.kind))
    case 'unclottable':
      return [topRow(protocol)]
    case 'specimen-rejected':
    case 'refused':
      return []
  }
}
