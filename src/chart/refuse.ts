import { type Instant, isoOf } from '../time.ts'
import type { Facts, Refusal } from './decision.ts'
import { catalogue, type RefusalCode } from './refusals.ts'

/** Facts that are instants; given as such, they are written as ISO text. */
const INSTANTS: ReadonlySet<string> = new Set([
  'collectedAt',
  'changedAt',
  'since',
  'stated',
  'inEffectSince',
  'earliest',
  'stoppedAt',
  'holdEnd',
  'until',
  'from',
])

/** A refusal by its code, with the values behind it; status and rules come from the catalogue unless rules are named here. */
export function refuse(code: RefusalCode, facts: Facts, rules?: Refusal['rules']): Refusal {
  const { status, rules: usual } = catalogue[code]
  const written = Object.entries(facts).map(([name, value]) => [
    name,
    INSTANTS.has(name) && typeof value === 'number' ? isoOf(value as Instant) : value,
  ])
  return { code, status, rules: rules ?? usual, facts: Object.fromEntries(written) }
}
