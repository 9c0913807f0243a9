import type { DueItem, DuePriority } from '../../chart/dueItem.ts'
import type { EntryKind } from '../../chart/entries.ts'
import type { Person } from '../../chart/people.ts'
import { mayUse } from '../../chart/policy.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { type ActLink, ASSESS_FIRST, actFor } from '../actFor.ts'
import { anchorTextFrom } from '../anchorWords.ts'
import { dueTitle, dueUrgency, dueWhen } from '../dueWords.ts'
import { ownerText } from '../ownerWords.ts'
import { ruleBook } from '../rules/ruleBook.ts'

/** One thing that is due, in words: what, when, until when, whose, counted from what, by which rules, where it is done. */
export interface DueLine {
  readonly key: string
  readonly title: string
  readonly when: string
  /** From when it is overdue, or that it never is; null where its time says so already. */
  readonly overdue: string | null
  readonly owner: string
  readonly why: string
  readonly rules: readonly string[]
  /** A rule of it is a decision made here, where the procedure is silent. */
  readonly isLocal: boolean
  readonly priority: DuePriority
  readonly urgency: ReturnType<typeof dueUrgency>
  readonly act: ActLink
  /** Whether the person signed in may do it. */
  readonly may: boolean
}

interface At {
  /** Everything that is due on the same chart: an assessment that is asked for comes before the restart (TIME-3). */
  readonly beside: readonly DueItem[]
  readonly now: Instant
  readonly zone: TimeZone
  readonly user: Person
}

/** The words of a due item. `from`: the kind of entry that it counts from, where it is known. */
export function dueLine(
  item: DueItem,
  from: EntryKind | undefined,
  { beside, now, zone, user }: At,
): DueLine {
  const assessFirst =
    item.kind === 'restart' && beside.some(({ kind }) => kind === 'bleeding-assessment')
  const act = assessFirst ? ASSESS_FIRST : actFor(item)
  return {
    key: `${item.kind}-${item.anchor.seq}-${item.about ?? ''}`,
    title: dueTitle(item),
    when: dueWhen(item, now, zone),
    overdue: overdueFrom(item, now, zone),
    owner: ownerText(item),
    why: anchorTextFrom(from, item, now, zone),
    rules: item.rules,
    isLocal: item.rules.some((rule) => ruleBook[rule]?.source === 'local'),
    priority: item.priority,
    urgency: dueUrgency(item),
    act,
    may: mayUse(act.command, user, now) === null,
  }
}

/** A second time beside how long it is overdue, or beside when a check lapses, would be read as another one. */
function overdueFrom(item: DueItem, now: Instant, zone: TimeZone): string | null {
  const { status, overdueAt, about } = item
  if (overdueAt === null) return 'never overdue'
  if (status === 'overdue' || about === 'act-check') return null
  return `overdue from ${whenText(overdueAt, now, zone)}`
}
