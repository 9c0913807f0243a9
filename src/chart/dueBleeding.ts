/** What bleeding, falls and adverse events ask for (OBS-1, BLEED-1, FALL-1, AE-1). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function dueBleeding(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
