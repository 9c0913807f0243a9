/** The bag: its change before it runs out or has hung too long (TIME-6, CHART-9). */
import { BAG, MO_TIMES } from '../protocols/ward.ts'
import { earlierOf, type Instant, plusMinutes } from '../time.ts'
import { type BagTimes, bagBar, bagTimesAt } from './bagAt.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'
import type { Now } from './hasCome.ts'

export function dueBag(chart: Chart, now: Now): Unstamped[] {
  const hanging = bagTimesAt(chart, now)
  if (hanging === null) return []
  const bar = bagBar(chart)
  if (bar) return [changeNow(bar), ...moOnWrongBag(chart, bar)]
  if (hanging.kind === 'known') return [change(hanging, chart.infusion.rateMlPerHour !== null)]
  // The pump is read first; until then the bag's own day is all that is known.
  if (hanging.why === 'rate-unconfirmed') return []
  return chart.infusion.status === 'running' ? [changeNow(hanging.since)] : []
}

type Anchor = Unstamped['anchor']

/** A bag that is wrong, or that nobody knows: changed at once. */
function changeNow({ seq, at }: Anchor): Unstamped {
  return {
    kind: 'bag',
    dueAt: at,
    overdueAt: plusMinutes(at, BAG.changeNowOverdueAfterMinutes),
    owner: 'nurse',
    rules: ['CHART-9', 'TIME-6'],
    anchor: { seq, at },
  }
}

/** TIME-6: before it is empty, while it runs; and 24 h after hanging; whichever comes first. */
function change({ bag, emptyAt, changeAt }: BagTimes, isRunning: boolean): Unstamped {
  const before = (at: Instant, minutes: number) => plusMinutes(at, -minutes)
  const day = { dueAt: before(changeAt, BAG.dueBeforeChangeMinutes), overdueAt: changeAt }
  const empty = isRunning && emptyAt !== null ? emptyAt : null
  return {
    kind: 'bag',
    dueAt:
      empty === null ? day.dueAt : earlierOf(day.dueAt, before(empty, BAG.dueBeforeEmptyMinutes)),
    overdueAt:
      empty === null
        ? day.overdueAt
        : earlierOf(day.overdueAt, before(empty, BAG.overdueBeforeEmptyMinutes)),
    owner: 'nurse',
    rules: ['TIME-6', 'TIME-8'],
    anchor: { seq: bag.seq, at: bag.at },
  }
}

/** The question stands on the chart until an MO has answered; while the bag still hangs it stands in any case. */
function moOnWrongBag({ moQuestions }: Chart, { seq, at }: Anchor): Unstamped[] {
  if (moQuestions.some(({ about }) => about === 'wrong-bag')) return []
  return [
    {
      kind: 'mo-decision',
      dueAt: at,
      overdueAt: plusMinutes(at, MO_TIMES.decisionOverdueAfterMinutes),
      owner: 'mo',
      rules: ['CHART-9'],
      anchor: { seq, at },
      about: 'wrong-bag',
    },
  ]
}
