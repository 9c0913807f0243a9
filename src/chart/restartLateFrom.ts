/** From when a restart after a hold needs an MO's order first (TIME-3). */
import { RESTART_TIMES } from '../protocols/ward.ts'
import { type Instant, laterOf, plusHours } from '../time.ts'
import type { Chart, RateOrder } from './chart.ts'

/** TIME-3: more than 4 h after the hold's end an MO orders first. */
export function lateFrom(holdEnd: Instant): Instant {
  return plusHours(holdEnd, RESTART_TIMES.lateAfterHours)
}

/** The same 4 h from the hold's end, the later time that an MO chose, or the order, whichever is last. */
export function restartLateFrom(
  { assessment }: Pick<Chart, 'assessment'>,
  holdEnd: Instant,
  order: RateOrder | null,
): Instant {
  const planned = laterOf(holdEnd, assessment?.until ?? holdEnd)
  return lateFrom(order ? laterOf(planned, order.at) : planned)
}
