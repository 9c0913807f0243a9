import type { ClockBasis } from '../../store/clock.ts'
import { type Instant, minutesBetween, type TimeZone } from '../../time.ts'
import { clockText, durationText, whenText } from '../../wording.ts'

interface Age {
  /** Up to when the server was heard. */
  readonly asOf: Instant
  readonly now: Instant
  readonly zone: TimeZone
  readonly basis: ClockBasis
}

/** How old what is shown is: `14:05, 23 min ago`; never a length that nobody knows. */
export function ageWords({ asOf, now, zone, basis }: Age): string {
  if (basis === 'unknown') return `${clockText(asOf, zone)}, how long ago is not known`
  const minutes = Math.max(0, Math.floor(minutesBetween(asOf, now)))
  const by = basis === 'tablet' ? ' by this tablet’s clock' : ''
  return `${whenText(asOf, now, zone)}, ${durationText(minutes)} ago${by}`
}
