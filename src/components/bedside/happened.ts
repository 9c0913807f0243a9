import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { LATE_FIELD, readTime, type StatedTime, timeFault } from './statedTime.ts'

/** The time fields of an act, or what about the time is still missing (SIGN-7). */
export type Happened =
  | { readonly kind: 'at'; readonly fields: { happenedAt: string; lateReason?: string } }
  | ({ readonly kind: 'missing' } & Fault)

/** A time that a form asks for: the label of its field (null: none asks), and what is stated there. */
interface AskedTime {
  readonly label: string | null
  readonly stated: StatedTime
}

/** The stated time as an act carries it, read at the server's time of this moment. */
export function happenedFields(
  { label, stated }: AskedTime,
  now: Instant,
  zone: TimeZone,
): Happened {
  const read = readTime(stated, now, zone)
  if (read.kind !== 'at') return { ...timeFault(read, label, ['SIGN-7']), kind: 'missing' }
  if (read.late && stated.lateReason.trim() === '') {
    const reason = 'Say why it is recorded late.'
    return { kind: 'missing', reason, rules: ['SIGN-7'], field: LATE_FIELD }
  }
  const happenedAt = isoOf(read.at)
  return {
    kind: 'at',
    fields: read.late ? { happenedAt, lateReason: stated.lateReason.trim() } : { happenedAt },
  }
}
