/** What outdates an MO's order that nobody has carried out yet (NOMO-17, NOMO-16). */
import type { Chart, RateOrder } from './chart.ts'
import { isUnusableStopBand } from './dueAptt.ts'
import type { Now } from './hasCome.ts'
import { type ResultView, resultsAt } from './results.ts'

/** The refusal that the order gets, and the newer result that is why. */
export interface Outdated {
  readonly code: 'order-outdated' | 'newer-says-stop'
  readonly view: ResultView
}

/**
 * Null: the order stands. A newer usable result outdates it, unless it is a lasting deviation (DEV-1). An increase stays
 * outdated once that result was acted on or is old, and waits for the MO over a newer stop-band value that cannot
 * titrate; a decrease does neither (TIME-8).
 */
export function outdatedBy(
  chart: Chart,
  order: RateOrder,
  now: Now,
  views: readonly ResultView[] = resultsAt(chart, now),
): Outdated | null {
  const { rateMlPerHour: running } = chart.infusion
  const isIncrease = running !== null && order.entry.rateMlPerHour > running
  const newer = views.filter(({ result }) => result.seq > order.seq && result.replacedBy === null)
  const stop = newer.findLast((view) => isIncrease && isUnusableStopBand(chart, view))
  if (stop) return { code: 'newer-says-stop', view: stop }
  if (order.entry.deviation?.until !== undefined) return null
  const view = newer.findLast((each) => outdates(each, isIncrease))
  return view ? { code: 'order-outdated', view } : null
}

function outdates({ result, use }: ResultView, isIncrease: boolean): boolean {
  return use === 'usable' || (isIncrease && (use === 'old' || result.decidedBy !== null))
}
