/** What a prescription leaves to be done (DEV-1). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function duePrescribing(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
