import { type Instant, instantOf } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Entry } from './entries.ts'
import { emergencies } from './fields.ts'
import { suspensionsBy } from './suspensionsBy.ts'

/**
 * The prescription by which heparin may be recommenced, or null: none is written after the cease, or heparin was ceased
 * or had to be ceased again since it was (RECOM-1).
 */
export function recommencingOrder(chart: Chart): Chart['prescription'] {
  const { prescription, entries, struck } = chart
  if (!prescription?.afterCease) return null
  const { seq, at } = prescription
  const isOver = entries.some(
    (entry) => entry.seq > seq && !struck.has(entry.seq) && isCauseSince(chart, entry, at),
  )
  return isOver ? null : prescription
}

/** A cease after the prescription, or a cause to cease that was found while heparin was off. */
function isCauseSince({ infusion }: Chart, entry: Entry, prescribedAt: Instant): boolean {
  switch (entry.kind) {
    case 'infusionCeased':
      return isEmergency(entry.reason) || instantOf(entry.happenedAt) >= prescribedAt
    case 'bleedingAssessed':
      return entry.finding === 'major'
    default:
      return suspensionsBy(entry, infusion).some(isEmergency)
  }
}

function isEmergency(reason: string): boolean {
  return (emergencies as readonly string[]).includes(reason)
}
