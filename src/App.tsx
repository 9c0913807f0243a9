import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import classes from './App.module.css'
import { AppBar } from './components/AppBar.tsx'
import { ChartFrame } from './components/ChartFrame.tsx'
import { Demonstration } from './components/Demonstration.tsx'
import { Interruptions } from './components/Interruptions.tsx'
import { LinkButton } from './components/LinkButton.tsx'
import { newChartPage as NewChartPage, pages } from './components/pages.ts'
import { SignIn } from './components/SignIn.tsx'
import { StopAdvised } from './components/StopAdvised.tsx'
import { BigButton } from './components/ui/BigButton.tsx'
import { Notice } from './components/ui/Notice.tsx'
import { WardBoard } from './components/WardBoard.tsx'
import { useChartStore, useStoreState } from './store/useChart.ts'

const ChartPage = lazy(() =>
  import('./components/ChartPage.tsx').then((module) => ({ default: module.ChartPage })),
)

/** Which page stands at which address, for whom. */
export function App() {
  const store = useChartStore()
  const { status } = useStoreState((state) => state.session)
  if (status === 'asking') return <Sheet>{null}</Sheet>
  if (status === 'signed-out') {
    return (
      <Sheet>
        <SignIn />
      </Sheet>
    )
  }
  if (status === 'unreachable') {
    return (
      <Sheet>
        <Notice
          title="The server does not answer"
          detail="Nothing can be shown or entered here until it does. The paper chart and the pump count."
          act={<BigButton onClick={() => void store.start()}>Try again</BigButton>}
        />
      </Sheet>
    )
  }
  return (
    <Sheet>
      <AppBar />
      <Interruptions />
      <Suspense fallback={<Notice title="Opening..." />}>
        <Pages />
      </Suspense>
    </Sheet>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className={classes.sheet}>
      {children}
      <Demonstration />
    </div>
  )
}

function Pages() {
  const [location] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address begins at its top
  useEffect(() => {
    document.documentElement.scrollTop = 0
  }, [location])
  return (
    <Switch>
      <Route path="/">
        <WardBoard />
      </Route>
      {NewChartPage && (
        <Route path="/new-chart">
          <NewChartPage />
        </Route>
      )}
      <Route path="/charts/:id">
        {({ id }) => (
          <ChartFrame chartId={id}>
            <ChartPage chartId={id} />
          </ChartFrame>
        )}
      </Route>
      <Route path="/charts/:id/:act">{({ id, act }) => <ActAt chartId={id} act={act} />}</Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  )
}

function ActAt({ chartId, act }: { chartId: string; act: string }) {
  const Page = Object.hasOwn(pages, act) ? pages[act] : undefined
  if (!Page) return <NoSuchPage />
  return (
    <ChartFrame chartId={chartId}>
      {act !== 'stop' && <StopAdvised chartId={chartId} />}
      <Suspense fallback={<Notice title="Opening..." />}>
        <Page key={act} chartId={chartId} />
      </Suspense>
    </ChartFrame>
  )
}

function NoSuchPage() {
  return (
    <Notice
      title="There is no page at this address"
      act={<LinkButton href="/">Back to the ward board</LinkButton>}
    />
  )
}
