import { SIGNATURE_TIMES } from '../protocols/ward.ts'
import { type Instant, plusMinutes } from '../time.ts'
import type { Chart, Pending } from './chart.ts'
import type { PendingEntry, PendingKind } from './entries.ts'
import type { PersonOnEntry } from './people.ts'

/** The dose act that waits for its second signature. `lapsesAt` null: from the match on nothing lapses (SIGN-8). */
export interface PendingNow {
  readonly actSeq: number
  readonly kind: PendingKind
  readonly by: PersonOnEntry
  readonly step: 'check' | 'read-back'
  readonly lapsesAt: Instant | null
  readonly matched: Pending['matched']
  readonly entry: PendingEntry
}

/** The pending act at `now`, or null: there is none, or it has lapsed (10 min by the server's clock, SIGN-8). */
export function pendingAt({ pending }: Pick<Chart, 'pending'>, now: Instant): PendingNow | null {
  if (!pending) return null
  const { actSeq, entry, matched } = pending
  const lapsesAt = plusMinutes(pending.recordedAt, SIGNATURE_TIMES.lapsesAfterMinutes)
  if (!matched && now >= lapsesAt) return null
  return {
    actSeq,
    kind: entry.kind,
    by: entry.by,
    step: matched ? 'read-back' : 'check',
    lapsesAt: matched ? null : lapsesAt,
    matched,
    entry,
  }
}
