import type { Chart, Result } from './chart.ts'
import { isUnusableStopBand } from './dueAptt.ts'
import type { ResultView } from './results.ts'
import { wholeMinutes } from './samples.ts'

/** The refusal that an increase gets, and the other result that is why. */
export interface IncreaseBar {
  readonly code: 'newer-says-stop' | 'newer-result-first'
  readonly view: ResultView
}

/**
 * What stands before an increase on a result (NOMO-9, NOMO-16, SIGN-9), for it would be stale once the rate had risen:
 * a usable or old one in the stop band; of a sample drawn no earlier, one in the stop band that cannot titrate and that no
 * MO has answered, or one that may be in it (NOMO-2); any usable one of a later sample. Null: nothing does.
 */
export function increaseBar(
  chart: Chart,
  own: Result,
  views: readonly ResultView[],
): IncreaseBar | null {
  const others = views.filter(({ result }) => result.seq !== own.seq && result.replacedBy === null)
  const stop = others.find((view) => saysStop(chart, own, view))
  if (stop) return { code: 'newer-says-stop', view: stop }
  const newer = others.find((view) => isFirst(own, view))
  return newer ? { code: 'newer-result-first', view: newer } : null
}

function saysStop(chart: Chart, own: Result, view: ResultView): boolean {
  const { use, inStopBand, result } = view
  if (inStopBand && (use === 'usable' || use === 'old')) return true
  if (!isUnusableStopBand(chart, view) || isEarlier(own, view)) return false
  return !chart.rateOrders.some(({ entry }) => entry.resultSeq === result.seq)
}

function isFirst(own: Result, view: ResultView): boolean {
  if (view.use !== 'usable' || isEarlier(own, view)) return false
  return view.couldStop || wholeMinutes(own.collectedAt, view.result.collectedAt) > 0
}

function isEarlier(own: Result, { result }: ResultView): boolean {
  return wholeMinutes(own.collectedAt, result.collectedAt) < 0
}
