import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import classes from './App.module.css'
import { AppBar } from './components/AppBar.tsx'
import { Demonstration } from './components/Demonstration.tsx'
import { KeptFocus } from './components/focus/KeptFocus.tsx'
import { SkipLink } from './components/focus/SkipLink.tsx'
import { Guarded } from './components/Guarded.tsx'
import { Interruptions } from './components/Interruptions.tsx'
import { Coverable } from './components/lock/Coverable.tsx'
import { IdleLock } from './components/lock/IdleLock.tsx'
import { NoSuchPage } from './components/NoSuchPage.tsx'
import { type PageAnywhere, PageTitle } from './components/PageTitle.tsx'
import { wardPages } from './components/pages.ts'
import { StopBar } from './components/stop/StopBar.tsx'
import { ToChoose } from './components/ToChoose.tsx'
import { TourHere } from './components/tour/TourHere.tsx'
import { BigButton } from './components/ui/BigButton.tsx'
import { FaultBoundary } from './components/ui/FaultBoundary.tsx'
import { Notice } from './components/ui/Notice.tsx'
import { WardBoard } from './components/WardBoard.tsx'
import { isFirstScreenThere } from './store/firstScreen.ts'
import { useChartStore, useSession, useStoreState } from './store/useChart.ts'

// The first load is the ward board: what a chart needs, and who is not signed in yet, comes after it.
const ChartRoom = lazy(() =>
  import('./components/ChartRoom.tsx').then((module) => ({ default: module.ChartRoom })),
)
const PeoplePage = lazy(() =>
  import('./components/accounts/PeoplePage.tsx').then((module) => ({ default: module.PeoplePage })),
)
const SignIn = lazy(() =>
  import('./components/SignIn.tsx').then((module) => ({ default: module.SignIn })),
)

// Fetched by `IdleLock` before the network is needed for it.
const LockedTablet = lazy(() =>
  import('./components/lock/LockedTablet.tsx').then((module) => ({ default: module.LockedTablet })),
)

const loadLockedAlarms = () => import('./components/alarms/LockedAlarms.tsx')
const LockedAlarms = lazy(() =>
  loadLockedAlarms().then((module) => ({ default: module.LockedAlarms })),
)

const loadStop = () => import('./components/stop/StopAnywherePage.tsx')
const StopAnywhere = lazy(() => loadStop().then((module) => ({ default: module.StopAnywherePage })))

/** Which page stands at which address, for whom; STOP for everybody (SIGN-5). */
export function App() {
  const store = useChartStore()
  const [location] = useLocation()
  const { status } = useStoreState((state) => state.session)
  const isLocked = useStoreState((state) => state.lockedFor !== null)
  const isShown = useStoreState(isFirstScreenThere)
  useEffect(() => {
    // A network lost later does not stand between the nurse and the stop; not to be had now, the tap asks again.
    if (!isShown) return
    loadStop().catch(() => undefined)
    loadLockedAlarms().catch(() => undefined)
  }, [isShown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stop that was sent belongs to the address left
  useEffect(() => store.leaveStop, [location])
  const stopOf = stopWithoutSession(location, status)
  if (stopOf !== null) {
    return (
      <Sheet page="stop-anywhere">
        <Guarded>
          <StopAnywhere chartId={stopOf} />
        </Guarded>
      </Sheet>
    )
  }
  if (isLocked && status !== 'signed-in') {
    return (
      <Sheet page="locked">
        <Lock />
      </Sheet>
    )
  }
  if (status === 'asking') return <Sheet>{null}</Sheet>
  if (status === 'signed-out') {
    return (
      <Sheet page="sign-in">
        <SignedOut />
      </Sheet>
    )
  }
  if (status === 'unreachable') {
    return (
      <Sheet>
        <StopBar />
        <Notice
          title="The server does not answer"
          detail="Nothing can be shown or entered here until it does. The paper chart and the pump count."
          act={<BigButton onClick={() => void store.start()}>Try again</BigButton>}
        />
      </Sheet>
    )
  }
  return (
    <Sheet page={isLocked ? 'locked' : undefined}>
      <SignedIn />
      <Lock />
    </Sheet>
  )
}

/** Whose STOP is asked for without a session, null: nobody's. One that was open when the session ended goes on. */
function stopWithoutSession(location: string, status: string): string | null {
  if (location === '/stop') return ''
  const isSignedOut = status === 'signed-out' || status === 'unreachable'
  return isSignedOut ? (/^\/charts\/([^/]+)\/stop$/.exec(location)?.[1] ?? null) : null
}

/** The pages of the person signed in; another person begins with pages of their own. */
function SignedIn() {
  const { user } = useSession()
  const isLocked = useStoreState((state) => state.lockedFor !== null)
  return (
    <>
      <IdleLock />
      <Coverable key={user.userId} isCovered={isLocked}>
        <AppBar />
        <Interruptions />
        <ToChoose />
        <Guarded>
          <Pages />
        </Guarded>
        <TourHere />
      </Coverable>
    </>
  )
}

/** Nobody is signed in: STOP, the way in, and what is high on the ward of a tablet that it knows (H9). */
function SignedOut() {
  const isShown = useStoreState(isFirstScreenThere)
  const [alarmPlace, setAlarmPlace] = useState<HTMLElement | null>(null)
  return (
    <>
      <StopBar alarmPlace={setAlarmPlace} />
      {isShown && (
        <FaultBoundary fallback={null}>
          <Suspense fallback={null}>
            <LockedAlarms person={null} place={alarmPlace} />
          </Suspense>
        </FaultBoundary>
      )}
      <Guarded>
        <SignIn />
      </Guarded>
    </>
  )
}

function Lock() {
  const person = useStoreState((state) => state.lockedFor)
  if (person === null) return null
  return (
    <Guarded>
      <LockedTablet
        person={person}
        stop={<StopAnywhere chartId="" />}
        alarms={(place) => (
          <FaultBoundary fallback={<p role="alert">No alarms on this locked tablet: unlock it</p>}>
            <Suspense fallback={null}>
              <LockedAlarms person={person} place={place} />
            </Suspense>
          </FaultBoundary>
        )}
      />
    </Guarded>
  )
}

interface SheetProps {
  /** A page that stands at any address. */
  readonly page?: PageAnywhere | undefined
  readonly children: ReactNode
}

function Sheet({ page, children }: SheetProps) {
  return (
    <div className={classes.sheet}>
      <PageTitle page={page} />
      <KeptFocus />
      <SkipLink />
      {children}
      <Demonstration />
    </div>
  )
}

function Pages() {
  const { user } = useSession()
  const [location] = useLocation()
  // Before anything of the page itself, such as a rule that the address names, is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address begins at its top
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0
  }, [location])
  return (
    <Switch>
      <Route path="/">{user.role === 'administrator' ? <PeoplePage /> : <WardBoard />}</Route>
      {Object.entries(wardPages).map(([path, Page]) => (
        <Route key={path} path={path}>
          <Page />
        </Route>
      ))}
      <Route path="/charts/:id">{({ id }) => <ChartRoom key={id} chartId={id} />}</Route>
      <Route path="/charts/:id/:act">
        {({ id, act }) => <ChartRoom key={id} chartId={id} act={act} />}
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  )
}
