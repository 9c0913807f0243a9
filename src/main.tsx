import './components/styles/mantine.css'
import './components/styles/tokens.css'
import './components/styles/base.css'
import './components/styles/controls.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { theme } from './components/theme.ts'
import { createApi } from './store/api.ts'
import { createChartStore } from './store/chartStore.ts'
import { createServerClock } from './store/clock.ts'
import { createDrafts } from './store/drafts.ts'
import { firstScreen } from './store/firstScreen.ts'
import { newCommandId } from './store/newCommandId.ts'
import { createOutboxPlace } from './store/outboxPlace.ts'
import { openTabletDatabase } from './store/tabletDatabase.ts'
import { StoreContext } from './store/useChart.ts'

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}

const clock = createServerClock({ elapsed: () => performance.now(), wall: Date.now, after })
const store = createChartStore({
  api: createApi((...request) => fetch(...request)),
  clock,
  live: { open: (url) => new EventSource(url), after, chance: Math.random },
  storage: sessionStorage,
  outbox: createOutboxPlace({
    open: async () => (await openTabletDatabase())?.outbox ?? null,
    texts: localStorage,
    locks: navigator.locks,
    channel: 'BroadcastChannel' in window ? new BroadcastChannel('heparin-chart.outbox') : null,
  }),
  drafts: createDrafts({
    texts: localStorage,
    clock,
    onRemoved: (call) =>
      window.addEventListener('storage', ({ key, newValue }) => newValue === null && call(key)),
  }),
  openKept: () => import('./store/openKeptCharts.ts').then((kept) => kept.openKeptCharts()),
  wall: Date.now,
  newId: newCommandId,
  pause: (ms) => new Promise((resolve) => after(ms, resolve)),
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')

// Its styles come from files alone, so that the content security policy needs no exception for injected ones.
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <StoreContext value={store}>
        <App />
      </StoreContext>
    </MantineProvider>
  </StrictMode>,
)

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') store.wake()
})

// After the first screen: what it shows comes first.
if (import.meta.env.PROD) {
  void firstScreen(store.state).then(() => {
    void import('./sw/registerServiceWorker.ts')
      .then(({ registerServiceWorker }) =>
        registerServiceWorker({
          entry: new URL(import.meta.url).pathname,
          onNewBuild: (take) => store.state.setState({ newBuild: { take } }),
        }),
      )
      .catch(() => undefined)
  })
}

void store.start()
