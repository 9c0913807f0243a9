import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import type { PersonOnEntry } from '../../chart/people.ts'
import { useChartStore } from '../../store/useChart.ts'
import { useIsStopWaiting } from '../../store/useOutbox.ts'
import { LockScreen } from './LockScreen.tsx'
import { pageAfterSwitch } from './pageAfterSwitch.ts'

const LockAddress = createContext<[string, (to: string) => void]>(['/', () => {}])
const useLockAddress = () => useContext(LockAddress)

interface LockedTabletProps {
  /** Whose session it is. */
  readonly person: PersonOnEntry
  /** The page behind STOP, which nobody has to unlock for (SIGN-5). */
  readonly stop: ReactNode
  /** What alarms, for the place on the screen where it stands; null: it is heard alone. */
  readonly alarms: (place: HTMLElement | null) => ReactNode
}

/** A locked tablet, with addresses of its own: the browser's stays that of the covered page. It goes on alarming (H9). */
export function LockedTablet({ person, stop, alarms }: LockedTabletProps) {
  const { leaveStop } = useChartStore()
  const [pageAt, goTo] = useLocation()
  const [at, setAt] = useState(useIsStopWaiting() ? '/stop' : '/')
  const [alarmPlace, setAlarmPlace] = useState<HTMLElement | null>(null)
  const address = useMemo<[string, (to: string) => void]>(() => {
    const go = (to: string) => {
      // A stop that was sent before is not an answer to this one.
      leaveStop()
      setAt(to)
    }
    return [at, go]
  }, [at, leaveStop])
  return (
    <LockAddress value={address}>
      <Router hook={useLockAddress}>
        {alarms(alarmPlace)}
        <Switch>
          <Route path="/stop">{stop}</Route>
          <Route>
            <LockScreen
              person={person}
              alarmPlace={setAlarmPlace}
              onOther={() => goTo(pageAfterSwitch(pageAt), { replace: true })}
            />
          </Route>
        </Switch>
      </Router>
    </LockAddress>
  )
}
