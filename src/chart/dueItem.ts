import type { RuleId } from '../protocols/ruleId.ts'
import { APTT_TIMES } from '../protocols/ward.ts'
import { type Instant, plusMinutes } from '../time.ts'
import { hasCome, type Now } from './hasCome.ts'

export const dueKinds = [
  'aptt-collection',
  'aptt-result',
  'titration',
  'mo-decision',
  'bleeding-assessment',
  'restart',
  'weigh',
  'second-check',
  'signature',
  'mo-review',
  'mo-told',
  'bloods',
  'platelets',
  'bag',
  'observation',
  'adverse-event',
  'procedure-cease',
  'procedure-recommence',
  'deviation-explained',
] as const
export type DueKind = (typeof dueKinds)[number]

export type DueOwner =
  | 'nurse'
  | 'mo'
  | 'nurse-and-mo'
  | 'registrar'
  | 'amo'
  | 'first-signer'
  | 'checker'

export type DueStatus = 'waiting' | 'soon' | 'due' | 'overdue'

/** Now: it may interrupt (high); due; the rest: soon or later (low). */
export type DuePriority = 'high' | 'medium' | 'low'

/** Why an MO item stands: which question waits (worded by the screens). */
export type DueAbout =
  | 'referred'
  | 'early'
  | 'old'
  | 'amended'
  | 'superseded-stop-band'
  | 'stop-band-not-usable'
  | 'provisional-stop'
  | 'suspension'
  | 'bedside-fact'
  | 'strike-out'
  | 'no-protocol'
  | 'bolus-order'
  | 'no-restart-rate'
  | 'restart-late'
  | 'stay-off'
  | 'interruption'
  | 'read-the-pump'
  | 'act-check'
  | 'pump-read-back'
  | 'keep-check'
  | 'countersign'
  | 'recollect'
  | 'rate-order'
  | 'weight-differs'
  | 'minor-bleeding'
  | 'clots'
  | 'adverse-event'
  | 'platelet-alert'
  | 'wrong-bag'
  | 'procedure-end'

/** One thing that is due on a chart (TIME): when, from when overdue, whose, by which rule, counted from what. */
export interface DueItem {
  readonly kind: DueKind
  readonly status: DueStatus
  readonly dueAt: Instant
  /** Null: it is never overdue. */
  readonly overdueAt: Instant | null
  readonly owner: DueOwner
  readonly rules: readonly RuleId[]
  /** The entry and time that it counts from (NOMO-8). */
  readonly anchor: { readonly seq: number; readonly at: Instant }
  readonly about: DueAbout | null
  /** A stop is advised: before everything else on the board. */
  readonly stopAdvised: boolean
  readonly priority: DuePriority
}

/** A due item before its status is known. */
export type Unstamped = Omit<DueItem, 'status' | 'about' | 'stopAdvised' | 'priority'> &
  Partial<Pick<DueItem, 'about' | 'stopAdvised'>>

/** Overdue from `overdueAt` on; soon from 30 min before it is due (TIME-1). */
export function stamped(item: Unstamped, now: Now): DueItem {
  // Named one by one: spread, they took longer than all that was worked out for them.
  const { kind, dueAt, overdueAt, owner, rules, anchor, about = null, stopAdvised = false } = item
  const status = statusAt(item, now)
  const priority = priorityOf(status, stopAdvised, about)
  return { about, stopAdvised, kind, dueAt, overdueAt, owner, rules, anchor, status, priority }
}

/** What interrupts before it is overdue: a suspension, a platelet alert, a provisional stop, pump or bag and chart differing. */
export const INTERRUPTING: ReadonlySet<DueAbout | null> = new Set([
  'suspension',
  'platelet-alert',
  'provisional-stop',
  'superseded-stop-band',
  'bedside-fact',
  'read-the-pump',
  'wrong-bag',
])

/** The three priorities: only what is high may interrupt (the display rules list it), and red is kept for it. */
function priorityOf(status: DueStatus, stopAdvised: boolean, about: DueAbout | null): DuePriority {
  if (status === 'overdue' || stopAdvised || INTERRUPTING.has(about)) return 'high'
  return status === 'due' ? 'medium' : 'low'
}

/** Where an item stands at `now` by its two times alone. */
export function statusAt(
  { dueAt, overdueAt }: Pick<DueItem, 'dueAt' | 'overdueAt'>,
  now: Now,
): DueStatus {
  if (overdueAt !== null && hasCome(overdueAt, now)) return 'overdue'
  if (hasCome(dueAt, now)) return 'due'
  return hasCome(plusMinutes(dueAt, -APTT_TIMES.soonBeforeMinutes), now) ? 'soon' : 'waiting'
}
