import type { Chart } from './chart.ts'
import type { CeaseReason } from './fields.ts'

const BARS_BOLUS: ReadonlySet<CeaseReason> = new Set([
  'suspected-major-bleed',
  'head-injury',
  'suspected-hit',
])

/** Why heparin was ceased on this chart so that no bolus follows any more: a bleed, a head injury or HIT; null: for none of them (RECOM-1). */
export function ceasedForCause({ entries, struck }: Pick<Chart, 'entries' | 'struck'>) {
  for (const entry of entries) {
    if (entry.kind !== 'infusionCeased' || struck.has(entry.seq)) continue
    if (BARS_BOLUS.has(entry.reason)) return entry.reason
  }
  return null
}
