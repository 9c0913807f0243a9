import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import classes from './App.module.css'
import { AppBar } from './components/AppBar.tsx'
import { ChartFrame } from './components/ChartFrame.tsx'
import { Demonstration } from './components/Demonstration.tsx'
import { Interrupting } from './components/Interrupting.tsx'
import { Interruptions } from './components/Interruptions.tsx'
import { LinkButton } from './components/LinkButton.tsx'
import {
  auditPage as AuditPage,
  blankChartPage as BlankChartPage,
  downtimePage as DowntimePage,
  newChartPage as NewChartPage,
  pharmacyPage as PharmacyPage,
  prescriberPage as PrescriberPage,
  pages,
  storageAuditPage as StorageAuditPage,
  wardDuePage as WardDuePage,
  wardLeafletPage as WardLeafletPage,
} from './components/pages.ts'
import { SignIn } from './components/SignIn.tsx'
import { StopAdvised } from './components/StopAdvised.tsx'
import { BigButton } from './components/ui/BigButton.tsx'
import { FaultBoundary } from './components/ui/FaultBoundary.tsx'
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
      <Guarded>
        <Pages />
      </Guarded>
    </Sheet>
  )
}

/** What stands in for a page while it is on its way, and when it fails: the bars around it stay. */
function Guarded({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  return (
    <FaultBoundary key={location} fallback={<FaultNotice />}>
      <Suspense fallback={<Notice title="Opening..." />}>{children}</Suspense>
    </FaultBoundary>
  )
}

function FaultNotice() {
  return (
    <Notice
      title="This page failed"
      detail="What it was about to show is not known. Nothing was recorded by it. The pump and the paper chart count."
      act={<BigButton onClick={() => window.location.reload()}>Load it anew</BigButton>}
    />
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
      <Route path="/downtime">
        <DowntimePage />
      </Route>
      <Route path="/downtime/blank">
        <BlankChartPage />
      </Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route path="/storage-audit">
        <StorageAuditPage />
      </Route>
      <Route path="/due">
        <WardDuePage />
      </Route>
      <Route path="/pharmacy">
        <PharmacyPage />
      </Route>
      <Route path="/prescriber">
        <PrescriberPage />
      </Route>
      <Route path="/leaflet">
        <WardLeafletPage />
      </Route>
      <Route path="/charts/:id">
        {({ id }) => (
          <ChartFrame chartId={id}>
            <Guarded>
              <ChartPage chartId={id} />
            </Guarded>
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
      {act !== 'stop' && (
        <>
          <StopAdvised chartId={chartId} />
          <Interrupting chartId={chartId} act={act} />
        </>
      )}
      <Guarded>
        <Page key={act} chartId={chartId} />
      </Guarded>
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
