import { type Instant, instantOf, minutesBetween, plusMinutes, type TimeZone } from '../../time.ts'
import { dayText, durationText } from '../../wording.ts'

const SOON_MINUTES = 30 * 24 * 60

/** How a learning package stands (SIGN-1): `soon` within 30 days of its end. */
export type PackageState = 'none' | 'out' | 'soon' | 'current'

/** The state of a package that is valid until an instant, or was never completed. */
export function packageState(until: string | null, now: Instant): PackageState {
  if (until === null) return 'none'
  const left = minutesBetween(now, instantOf(until))
  if (left <= 0) return 'out'
  return left <= SOON_MINUTES ? 'soon' : 'current'
}

/** The same in words, with its last day. */
export function packageText(until: string | null, now: Instant, zone: TimeZone): string {
  if (until === null) return 'No learning package'
  const at = instantOf(until)
  // It counts up to its instant: what runs out at midnight has the day before as its last.
  const day = dayText(plusMinutes(at, -1), zone)
  switch (packageState(until, now)) {
    case 'out':
      return `Learning package ran out on ${day}`
    case 'soon':
      return `Learning package runs out on ${day}, in ${durationText(minutesBetween(now, at))}`
    default:
      return `Learning package until ${day}`
  }
}
