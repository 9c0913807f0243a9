import type { OutboxItem } from '../../store/outboxItem.ts'
import { type Instant, instantOf, type TimeZone } from '../../time.ts'
import { dayAndClockText, whenText } from '../../wording.ts'
import { STOP_REASONS, type StopReason } from '../bedside/stopReasons.ts'
import { ceaseText } from '../infusionWords.ts'

/** What was captured, in words: `STOP: Suspected major bleeding`. */
export function whatText({ command }: Pick<OutboxItem, 'command'>): string {
  switch (command.kind) {
    case 'recordCollection':
      return 'APTT sample collected'
    case 'recordObservation':
      return 'Check for bleeding and clots'
    default:
      return `STOP: ${reasonText(command.reason)}`
  }
}

function reasonText(reason: string | undefined): string {
  if (reason === undefined) return 'reason not recorded'
  if (reason === 'nomogram') return 'the nomogram advised it'
  return Object.hasOwn(STOP_REASONS, reason)
    ? STOP_REASONS[reason as StopReason].label
    : ceaseText(reason as Parameters<typeof ceaseText>[0])
}

/** Who captured it. */
export function authorText({ author }: Pick<OutboxItem, 'author'>): string {
  return author === null ? 'Nobody was signed in' : `${author.name} (${author.role})`
}

/** When it happened, with its day, as it was stated; not known where the tablet did not know the time. */
export function statedText({ command }: Pick<OutboxItem, 'command'>, zone: TimeZone): string {
  return command.happenedAt === undefined
    ? 'at a time that the tablet did not know'
    : `at ${dayAndClockText(instantOf(command.happenedAt), zone)}`
}

/** Since when it lies on the tablet, ` since 14:05`, of another day with that day; nothing where that is not known. */
export function keptSinceText(
  { keptAt }: Pick<OutboxItem, 'keptAt'>,
  now: Instant,
  zone: TimeZone,
): string {
  return keptAt === null ? '' : ` since ${whenText(instantOf(keptAt), now, zone)}`
}

/** What the note on the chart says of an item that was let go. */
export function letGoText(item: OutboxItem, reason: string, zone: TimeZone): string {
  const what = `${whatText(item)} ${statedText(item, zone)}`
  return `Kept on a tablet and not recorded: ${what}, by ${authorText(item)}. ${reason}`
}
