import { type ReactNode, useMemo } from 'react'
import { StoreContext, useChartStore } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'

/** All that is shown inside counts from one moment: a paper does not move on. */
export function AsOf({ at, children }: { at: Instant; children: ReactNode }) {
  const store = useChartStore()
  const standing = useMemo(
    () => ({ ...store, clock: { ...store.clock, now: () => at, shown: () => at } }),
    [store, at],
  )
  return <StoreContext value={standing}>{children}</StoreContext>
}
