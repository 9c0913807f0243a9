/** Due items for acting on a result or an order (TIME-8, NOMO-9, NOMO-17). */
import { TITRATION_TIMES } from '../protocols/ward.ts'
import { plusMinutes } from '../time.ts'
import type { Chart, RateOrder } from './chart.ts'
import { deviationInForce } from './deviationAt.ts'
import { answeredResults } from './dueAptt.ts'
import type { Unstamped } from './dueItem.ts'
import { boundResultSeq } from './foldFacts.ts'
import type { Now } from './hasCome.ts'
import { outdatedBy } from './outdatedOrder.ts'
import { pendingAt } from './pending.ts'
import type { ResultView } from './results.ts'
import { lastStaling, TURNS_OFF } from './samples.ts'

/** Acting on a usable result or an MO's order: at once, overdue after 30 min, after 5 min where it says stop (TIME, NOMO-9). */
export function titration(chart: Chart, now: Now, views: readonly ResultView[]): Unstamped[] {
  const pending = pendingAt(chart, now)
  const bound = pending ? boundResultSeq(chart) : null
  const ordered = ordersToCarryOut(chart, now, views).filter(
    ({ anchor }) => anchor.seq > (pending?.actSeq ?? 0),
  )
  return [...ordered, ...resultsToActOn(chart, views, bound)]
}

function ordersToCarryOut(chart: Chart, now: Now, views: readonly ResultView[]): Unstamped[] {
  const { rateMlPerHour: running } = chart.infusion
  return (
    openRateOrders(chart, now)
      .filter(({ entry }) => running !== null && entry.rateMlPerHour !== running)
      // BLEED-0: an increase ordered before the suspension is not asked for while it stands.
      .filter(({ entry }) => chart.suspensions.length === 0 || entry.rateMlPerHour < (running ?? 0))
      .filter((order) => outdatedBy(chart, order, now, views) === null)
      .map(({ seq, at }) => ({
        kind: 'titration',
        dueAt: at,
        overdueAt: plusMinutes(at, TITRATION_TIMES.overdueAfterMinutes),
        owner: 'nurse',
        rules: ['NOMO-17', 'TIME-2'],
        anchor: { seq, at },
        about: 'rate-order',
      }))
  )
}

/**
 * The MO's orders that may still be carried out: unused, the last one, nothing done to the dose since (NOMO-17), and
 * the lasting deviation that it came with still in force (DEV-1).
 */
export function openRateOrders(chart: Chart, now: Now): RateOrder[] {
  const last = chart.rateOrders.at(-1)
  if (!last || last.usedBy !== null) return []
  const isLasting = last.entry.deviation?.until !== undefined
  if (isLasting && deviationInForce(chart, now)?.seq !== last.seq) return []
  if (wasTurnedOffSince(chart, last)) return []
  const event = lastStaling(chart)
  // An act signed first before the order did not know it: its countersign leaves the order open.
  return event === null || event.actSeq < last.seq ? [last] : []
}

/** Also by a stop that was told after the order and is stated before the last change: the order did not know of it. */
function wasTurnedOffSince({ events }: Chart, { seq }: RateOrder): boolean {
  return events.some(({ kind, actSeq, staling }) => {
    return staling && TURNS_OFF.has(kind) && actSeq > seq
  })
}

function resultsToActOn(
  chart: Chart,
  views: readonly ResultView[],
  bound: number | null,
): Unstamped[] {
  const answered = answeredResults(chart)
  return views
    .filter(({ result }) => result.seq !== bound && !answered.has(result.seq))
    .filter(isToBeActedOn)
    .map(({ result, advice }) => {
      const stopAdvised = advice?.kind === 'stop'
      const minutes = stopAdvised
        ? TITRATION_TIMES.stopOverdueAfterMinutes
        : TITRATION_TIMES.overdueAfterMinutes
      return {
        kind: 'titration',
        dueAt: result.resultedAt,
        overdueAt: plusMinutes(result.resultedAt, minutes),
        owner: 'nurse',
        rules: ['NOMO-9', 'TIME-2'],
        anchor: { seq: result.seq, at: result.resultedAt },
        stopAdvised,
      }
    })
}

function isToBeActedOn({ use, advice }: ResultView): boolean {
  if (!advice || advice.kind === 'refer') return false
  return use === 'usable' || (use === 'old' && advice.kind === 'stop')
}
