/** Baseline bloods, platelet counts and the HIT alert (CHART-5, TIME-5, HIT-1). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function dueBloods(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
