import { type Instant, instantOf } from '../time.ts'
import type { Chart } from './chart.ts'

/** The lasting deviation in force at `now` (DEV-1); one "until the next result" holds nothing back from that result. */
export function deviationAt(
  { deviation }: Pick<Chart, 'deviation'>,
  now: Instant,
): Chart['deviation'] {
  const until = deviation?.deviation.until
  if (until === undefined || until === 'next-result') return null
  return until === 'ended' || now < instantOf(until) ? deviation : null
}
