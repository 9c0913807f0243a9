import type { Resumed } from '../../store/halfDone.ts'
import { type Instant, minutesBetween, type TimeZone } from '../../time.ts'
import { clockText } from '../../wording.ts'

/** As long as a first signature waits for its check (SIGN-8): a shorter while needs no question. A local decision. */
const QUIET_MINUTES = 10

/** Whether its person has to look before they go on: something moved on, is asked again, or may be sent already. */
export function asksToGoOn(resumed: Resumed, now: Instant): boolean {
  const { typedOn, foundOn, asksField, asksTime, wasSent } = resumed
  return (
    typedOn.version !== foundOn.version ||
    asksField ||
    asksTime ||
    wasSent ||
    isLongPastNow(resumed, now)
  )
}

/** "Now" no longer means when it was typed. */
function isLongPastNow({ saysNow, changedAt }: Resumed, now: Instant): boolean {
  return saysNow && minutesBetween(changedAt, now) >= QUIET_MINUTES
}

/** What there is to know before going on, each in a sentence. */
export function resumedSentences(resumed: Resumed, now: Instant, zone: TimeZone): string[] {
  const { asksField, asksTime, wasSent } = resumed
  return [
    wasSent && 'It was sent, and no reply came. Look whether it is on the chart before you go on.',
    asksField && 'What rests on the chart is asked again, as the chart has moved on.',
    asksTime && 'A time you keyed would now mean another day: key it again.',
    isLongPastNow(resumed, now) &&
      `“Now” means ${clockText(now, zone)}, not when you typed. State the time if it was earlier.`,
  ].filter((sentence) => sentence !== false)
}
