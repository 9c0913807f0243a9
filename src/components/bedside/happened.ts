import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import { readTime, type StatedTime } from './statedTime.ts'

/** The time fields of an act, or what about the time is still missing (SIGN-7). */
export type Happened =
  | { readonly kind: 'at'; readonly fields: { happenedAt: string; lateReason?: string } }
  | { readonly kind: 'missing'; readonly reason: string; readonly rules: readonly string[] }

/** The stated time as an act carries it, read at the server's time of this moment. */
export function happenedFields(stated: StatedTime, now: Instant, zone: TimeZone): Happened {
  const read = readTime(stated, now, zone)
  if (read.kind === 'refused') return { kind: 'missing', reason: read.reason, rules: ['SIGN-7'] }
  if (read.kind === 'ambiguous') {
    return { kind: 'missing', reason: 'Say which of the two times it was.', rules: ['SIGN-7'] }
  }
  if (read.late && stated.lateReason.trim() === '') {
    return { kind: 'missing', reason: 'Say why it is recorded late.', rules: ['SIGN-7'] }
  }
  const happenedAt = isoOf(read.at)
  return {
    kind: 'at',
    fields: read.late ? { happenedAt, lateReason: stated.lateReason.trim() } : { happenedAt },
  }
}
