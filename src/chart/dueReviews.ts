/** The daily MO review and the MO to be named (TIME-4, SIGN-2). */
import { MO_TIMES } from '../protocols/ward.ts'
import { plusHours, plusMinutes } from '../time.ts'
import type { Chart } from './chart.ts'
import { lastEvent } from './draft.ts'
import type { Unstamped } from './dueItem.ts'

export function dueReviews(chart: Chart): Unstamped[] {
  return [...moReview(chart), ...moTold(chart)]
}

/** TIME-4: from the start, then from the last review; not before the start, suspended after a cease. */
function moReview(chart: Chart): Unstamped[] {
  const { firstStartedAt, status } = chart.infusion
  const start = chart.events.find(({ at }) => at === firstStartedAt)
  if (!start || status === 'ceased') return []
  const { seq, at } = chart.moReviews.findLast((review) => review.at >= start.at) ?? start
  return [
    {
      kind: 'mo-review',
      dueAt: plusHours(at, MO_TIMES.reviewDueAfterHours),
      overdueAt: plusHours(at, MO_TIMES.reviewOverdueAfterHours),
      owner: 'mo',
      rules: ['TIME-4'],
      anchor: { seq, at },
    },
  ]
}

/**
 * SIGN-2: named within 60 min, never overdue; one item a chart, for the oldest act that lacks it. At a cease it is
 * dropped with the other timers (RECOM-1).
 */
function moTold(chart: Chart): Unstamped[] {
  const ceased = lastEvent(chart.events, ({ kind }) => kind === 'cease')
  const [oldest] = chart.moUntold
    .filter(({ at }) => ceased === null || at > ceased.at)
    .sort((a, b) => a.at - b.at)
  if (!oldest) return []
  const { actSeq: seq, at } = oldest
  return [
    {
      kind: 'mo-told',
      dueAt: plusMinutes(at, MO_TIMES.toldWithinMinutes),
      overdueAt: null,
      owner: 'nurse',
      rules: ['SIGN-2'],
      anchor: { seq, at },
    },
  ]
}
