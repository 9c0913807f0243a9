import { createContext, useContext, useMemo, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import type { PersonOnEntry } from '../../chart/people.ts'
import { LockScreen } from './LockScreen.tsx'
import { pageAfterSwitch } from './pageAfterSwitch.ts'

const LockAddress = createContext<[string, (to: string) => void]>(['/', () => {}])
const useLockAddress = () => useContext(LockAddress)

/** A locked tablet, with addresses of its own: the browser's stays that of the covered page. */
export function LockedTablet({ person }: { person: PersonOnEntry }) {
  const [pageAt, goTo] = useLocation()
  const [at, setAt] = useState('/')
  const address = useMemo<[string, (to: string) => void]>(() => [at, setAt], [at])
  return (
    <LockAddress value={address}>
      <Router hook={useLockAddress}>
        <Switch>
          <Route>
            <LockScreen
              person={person}
              onOther={() => goTo(pageAfterSwitch(pageAt), { replace: true })}
            />
          </Route>
        </Switch>
      </Router>
    </LockAddress>
  )
}
