/** When to cease before a procedure and when to recommence after it (PROC-1, TIME-7). */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function dueProcedures(_chart: Chart, _now: Instant): Unstamped[] {
  return []
}
