import { instantOf } from '../time.ts'
import type { Chart } from './chart.ts'
import { hasCome, type Now } from './hasCome.ts'

/** The lasting deviation whose instructions stand at `now`, until its time, its result or its end (DEV-1). */
export function deviationInForce(chart: Pick<Chart, 'deviation'>, now: Now): Chart['deviation'] {
  const isUntilResult = chart.deviation?.deviation.until === 'next-result'
  return isUntilResult ? chart.deviation : deviationAt(chart, now)
}

/** The lasting deviation that keeps the nomogram silent about a result at `now` (DEV-1); one "until the next result" holds nothing back from that result. */
export function deviationAt({ deviation }: Pick<Chart, 'deviation'>, now: Now): Chart['deviation'] {
  const until = deviation?.deviation.until
  if (until === undefined || until === 'next-result') return null
  return until === 'ended' || !hasCome(instantOf(until), now) ? deviation : null
}
