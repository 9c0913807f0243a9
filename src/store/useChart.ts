/** The store as components read it. Each hook re-renders its component only when what it reads has changed. */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { useStore as useZustand } from 'zustand'
import type { Instant, TimeZone } from '../time.ts'
import type { ChartStore } from './chartStore.ts'
import type { ChartRecord, State } from './state.ts'
import type { Session } from './wire.ts'

/** Where `main.tsx` puts the store and tests put theirs. */
export const StoreContext = createContext<ChartStore | null>(null)

/** The store with its acts. @throws Error outside `StoreContext` */
export function useChartStore(): ChartStore {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('there is no store above this component')
  return store
}

/** A part of the state. */
export function useStoreState<T>(select: (state: State) => T): T {
  return useZustand(useChartStore().state, select)
}

/** Who is signed in. @throws Error where nobody is: pages stand behind the sign-in */
export function useSession(): Session {
  const session = useStoreState((state) => state.session)
  if (session.status !== 'signed-in') throw new Error('nobody is signed in')
  return session.session
}

/** The facility's time zone: what every wall clock on screen is in. */
export function useZone(): TimeZone {
  return useSession().facility.timeZone
}

/** The server's time as screens show it, moved on by the minute and at each new entry. */
export function useNow(): Instant {
  const { clock } = useChartStore()
  return useSyncExternalStore(clock.subscribe, clock.shown)
}

const LOADING: ChartRecord = { status: 'loading' }

/** A chart, loaded on first sight and kept up to date by the ward's stream; loaded anew where a session begins. */
export function useChart(chartId: string): ChartRecord {
  const store = useChartStore()
  const session = useStoreState((state) => state.session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session begins with no charts, though its person be the same
  useEffect(() => {
    void store.loadChart(chartId)
  }, [store, chartId, session])
  return useStoreState((state) => state.charts[chartId]) ?? LOADING
}
