import { lazy, type ReactNode, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import classes from './App.module.css'
import { AppBar } from './components/AppBar.tsx'
import { Demonstration } from './components/Demonstration.tsx'
import { Guarded } from './components/Guarded.tsx'
import { Interruptions } from './components/Interruptions.tsx'
import { NoSuchPage } from './components/NoSuchPage.tsx'
import { wardPages } from './components/pages.ts'
import { BigButton } from './components/ui/BigButton.tsx'
import { Notice } from './components/ui/Notice.tsx'
import { WardBoard } from './components/WardBoard.tsx'
import { useChartStore, useStoreState } from './store/useChart.ts'

// The first load is the ward board: what a chart needs, and who is not signed in yet, comes after it.
const ChartRoom = lazy(() =>
  import('./components/ChartRoom.tsx').then((module) => ({ default: module.ChartRoom })),
)
const SignIn = lazy(() =>
  import('./components/SignIn.tsx').then((module) => ({ default: module.SignIn })),
)

/** Which page stands at which address, for whom. */
export function App() {
  const store = useChartStore()
  const { status } = useStoreState((state) => state.session)
  if (status === 'asking') return <Sheet>{null}</Sheet>
  if (status === 'signed-out') {
    return (
      <Sheet>
        <Guarded>
          <SignIn />
        </Guarded>
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
      <Guarded>
        <Pages />
      </Guarded>
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
      {Object.entries(wardPages).map(([path, Page]) => (
        <Route key={path} path={path}>
          <Page />
        </Route>
      ))}
      <Route path="/charts/:id">{({ id }) => <ChartRoom chartId={id} />}</Route>
      <Route path="/charts/:id/:act">{({ id, act }) => <ChartRoom chartId={id} act={act} />}</Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  )
}
