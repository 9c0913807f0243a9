import type { Resumed } from '../../store/halfDone.ts'
import { type Instant, minutesBetween, type TimeZone } from '../../time.ts'
import { clockText, durationText, whenText } from '../../wording.ts'

/** As long as a first signature waits for its check (SIGN-8): a shorter while needs no question. A local decision. */
const QUIET_MINUTES = 10

/** Whether its person has to look before they go on: something moved on, is asked again, or may be sent already. */
export function asksToGoOn(resumed: Resumed, now: Instant): boolean {
  const { typedOn, foundOn, asksField, asksTime, asksUnread, wasSent } = resumed
  return (
    typedOn.version !== foundOn.version ||
    asksField ||
    asksTime ||
    asksUnread ||
    wasSent ||
    isLongPastNow(resumed, now)
  )
}

/** "Now" no longer means when it was typed. */
function isLongPastNow({ saysNow, changedAt }: Resumed, now: Instant): boolean {
  return saysNow && minutesBetween(changedAt, now) >= QUIET_MINUTES
}

/** Since when it is half done: `You began this at 14:05, 40 min ago`. */
export function begunText({ begunAt }: Resumed, now: Instant, zone: TimeZone): string {
  const ago = minutesBetween(begunAt, now)
  const at = `You began this at ${whenText(begunAt, now, zone)}`
  return ago < 1 ? at : `${at}, ${durationText(ago)} ago`
}

/** What there is to know before going on, each in a sentence. */
export function resumedSentences(resumed: Resumed, now: Instant, zone: TimeZone): string[] {
  const { asksField, asksTime, asksUnread, wasSent } = resumed
  return [
    wasSent && 'It was sent, and no reply came. Look whether it is on the chart before you go on.',
    asksField && 'What rests on the chart is asked again, as the chart has moved on.',
    asksUnread &&
      'It was begun in another version of this product: what could not be read is asked again.',
    asksTime && 'A time you keyed would now mean another day: key it again.',
    isLongPastNow(resumed, now) &&
      `“Now” means ${clockText(now, zone)}, not when you typed. State the time if it was earlier.`,
  ].filter((sentence) => sentence !== false)
}
