import { useStore as useZustand } from 'zustand'
import type { OutboxState } from './outbox.ts'
import type { OutboxItem } from './outboxItem.ts'
import { useChartStore, useStoreState } from './useChart.ts'

/** A part of what this tablet keeps until it is on the record. */
export function useOutbox<T>(select: (state: OutboxState) => T): T {
  return useZustand(useChartStore().outbox.state, select)
}

/** The stop that the page in sight has sent, as it was kept; null: none. */
export function useStopSent(): OutboxItem | null {
  const id = useStoreState((state) => state.stopSent)
  return useOutbox(({ items, recorded }) => {
    const isIt = (each: { readonly id: string }) => each.id === id
    return items.find(isIt) ?? recorded.find(isIt)?.item ?? null
  })
}

/** Whether that stop is not on the record yet. */
export function useIsStopWaiting(): boolean {
  const id = useStoreState((state) => state.stopSent)
  return useOutbox(({ items }) => items.some((each) => each.id === id))
}
