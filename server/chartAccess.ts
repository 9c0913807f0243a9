import type { Instant } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import type { Clock } from './clock.ts'
import type { EmergencyAccesses } from './emergencyAccesses.ts'
import type { EntryStore } from './entryStore.ts'

/** How a person comes to a chart: it is on a ward of theirs, or they opened it in an emergency. */
export type ChartWay = 'ward' | 'emergency'

/** Who may come to a chart. */
export interface ChartAccess {
  /**
   * The chart's ward and how this person comes to it; null alike where there is no such chart and where they may not. An
   * emergency access counts at `at`, the present unless given.
   */
  of(
    chartId: string,
    person: Pick<Account, 'userId' | 'wardIds'>,
    at?: Instant,
  ): Promise<{ readonly wardId: string; readonly way: ChartWay } | null>
}

/** The one place that decides on it, for reading, for acting and for signing. */
export function createChartAccess(
  store: Pick<EntryStore, 'wardOf'>,
  emergencyAccesses: Pick<EmergencyAccesses, 'openUntil'>,
  clock: Clock,
): ChartAccess {
  return {
    async of(chartId, { userId, wardIds }, at = clock.now()) {
      const wardId = await store.wardOf(chartId)
      if (wardId !== null && wardIds.includes(wardId)) return { wardId, way: 'ward' }
      const until = await emergencyAccesses.openUntil(userId, chartId, at)
      return wardId === null || until === null ? null : { wardId, way: 'emergency' }
    },
  }
}
