import { useStore as useZustand } from 'zustand'
import type { OutboxState } from './outbox.ts'
import { useChartStore } from './useChart.ts'

/** A part of what this tablet keeps until it is on the record. */
export function useOutbox<T>(select: (state: OutboxState) => T): T {
  return useZustand(useChartStore().outbox.state, select)
}
