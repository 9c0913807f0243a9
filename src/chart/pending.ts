import { SIGNATURE_TIMES } from '../protocols/ward.ts'
import { type Instant, plusMinutes } from '../time.ts'
import type { Chart, Pending } from './chart.ts'
import type { PendingEntry, PendingKind } from './entries.ts'
import { hasCome, type Now } from './hasCome.ts'
import type { PersonOnEntry } from './people.ts'

/** The dose act that waits for its second signature. `lapsesAt` null: from the match on nothing lapses (SIGN-8). */
export interface PendingNow {
  readonly actSeq: number
  readonly kind: PendingKind
  readonly by: PersonOnEntry
  readonly step: 'check' | 'read-back'
  readonly lapsesAt: Instant | null
  readonly matched: Pending['matched']
  /** When its first signature was recorded. */
  readonly recordedAt: Instant
  readonly entry: PendingEntry
}

/** The pending act at `now`, or null: there is none, or it has lapsed (10 min by the server's clock, SIGN-8). */
export function pendingAt({ pending }: Pick<Chart, 'pending'>, now: Now): PendingNow | null {
  if (!pending) return null
  const { actSeq, entry, matched, recordedAt } = pending
  const lapsesAt = plusMinutes(recordedAt, SIGNATURE_TIMES.lapsesAfterMinutes)
  if (!matched && hasCome(lapsesAt, now)) return null
  return {
    actSeq,
    kind: entry.kind,
    by: entry.by,
    step: matched ? 'read-back' : 'check',
    lapsesAt: matched ? null : lapsesAt,
    matched,
    recordedAt,
    entry,
  }
}
