/** The bag: its change before it runs out or has hung too long (TIME-6, CHART-9). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function dueBag(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
