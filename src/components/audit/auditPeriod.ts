import type { AuditAsked } from '../../store/wardAudit.ts'
import { type Instant, type TimeZone, wallClockAt } from '../../time.ts'
import { readBirthDate } from '../bedside/birthDate.ts'
import { dayOf, dayStart } from '../days.ts'

/** Which days somebody wants to see; `goLive` empty: nothing is compared. */
export interface PeriodDraft {
  readonly days: '7' | '30' | '90' | 'own'
  readonly from: string
  readonly to: string
  readonly goLive: string
}

export const LAST_30: PeriodDraft = { days: '30', from: '', to: '', goLive: '' }

/** The period as it is asked for, or what is still missing or wrong in its fields. */
export type PeriodRead =
  | { readonly kind: 'period'; readonly period: Omit<AuditAsked, 'wardId'> }
  | { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): PeriodRead => ({ kind: 'refused', reason })

/** Reads whole days of the facility: `to` is its last day, the period ends when that day does. */
export function readPeriod(draft: PeriodDraft, now: Instant, zone: TimeZone): PeriodRead {
  const days = daysOf(draft, now, zone)
  if (typeof days === 'string') return refused(days)
  const { from, to } = days
  if (from >= to) return refused('The last day lies before the first.')
  if (draft.goLive.trim() === '') return { kind: 'period', period: { from, to, goLive: null } }
  const goLive = readDay(draft.goLive, zone)
  if (typeof goLive === 'string') return refused(`Go-live: ${goLive}`)
  return goLive > from && goLive < to
    ? { kind: 'period', period: { from, to, goLive } }
    : refused('Go-live: give a day of the period, after its first.')
}

interface Days {
  readonly from: Instant
  readonly to: Instant
}

function daysOf({ days, from, to }: PeriodDraft, now: Instant, zone: TimeZone): Days | string {
  if (days !== 'own') {
    const today = wallClockAt(now, zone)
    return { from: dayStart(today, zone, 1 - Number(days)), to: dayStart(today, zone, 1) }
  }
  const first = readDay(from, zone)
  const after = readDay(to, zone, 1)
  if (typeof first === 'string') return `From: ${first}`
  return typeof after === 'string' ? `To: ${after}` : { from: first, to: after }
}

/** When a typed day begins, or so many days after it; or why it cannot be read. */
function readDay(text: string, zone: TimeZone, daysAfter = 0): Instant | string {
  const read = readBirthDate(text)
  return read.kind === 'taken'
    ? dayStart(dayOf(read.value), zone, daysAfter)
    : 'write a day that exists, such as 04 Feb 2027.'
}
