import type { Chart } from '../../chart/chart.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { whenText } from '../../wording.ts'

/**
 * The latest APTT as the laboratory gave it, with its collection, and without its band: the second check may still
 * be to come (SIGN-4 b).
 */
export function lastApttText({ results }: Chart, now: Instant, zone: TimeZone): string {
  const last = results.findLast(({ struck, replacedBy }) => !struck && replacedBy === null)
  if (!last) return 'Not recorded'
  return `${last.text}, collected ${whenText(last.collectedAt, now, zone)}`
}
