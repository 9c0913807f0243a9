/** The daily MO review and the MO to be named (TIME-4, SIGN-2). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function dueReviews(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
