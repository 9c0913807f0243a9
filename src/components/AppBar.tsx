import { useMantineColorScheme } from '@mantine/core'
import {
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Link, useLocation } from 'wouter'
import { isMedicalOfficer, type Person } from '../chart/people.ts'
import { isFirstScreenThere } from '../store/firstScreen.ts'
import { useChartStore, useNow, useSession, useStoreState, useZone } from '../store/useChart.ts'
import { clockText } from '../wording.ts'
import classes from './AppBar.module.css'
import { LinkButton } from './LinkButton.tsx'
import { pageAfterSwitch } from './lock/pageAfterSwitch.ts'
import { OwnPackage } from './OwnPackage.tsx'
import { OutboxBadge } from './outbox/OutboxBadge.tsx'
import { OutboxStays } from './outbox/OutboxStays.tsx'
import { BigButton } from './ui/BigButton.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { Icon } from './ui/Icon.tsx'
import { isToneOn, setTone } from './ui/refusalTone.ts'
import { useHelp } from './useHelp.tsx'

const AlarmWatch = lazy(() =>
  import('./alarms/AlarmWatch.tsx').then((module) => ({ default: module.AlarmWatch })),
)

/** The top line of every page behind the sign-in: where, when (the facility's time), who. */
export function AppBar() {
  const { wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const ward = wards.find((each) => each.wardId === wardId)
  const help = useHelp()
  const hasBeenShown = useFirstScreenOnce()
  return (
    <>
      <header className={classes.bar}>
        <div className={classes.left}>
          <Link href="/" className={classes.ward}>
            <span className={classes.wardName}>{ward?.name ?? 'No ward'}</span>{' '}
            <span className={classes.product}>IV heparin</span>
            <span className="visuallyHidden">: ward board</span>
          </Link>
          <WardLists />
          <FaultBoundary fallback={<p className={classes.noAlarms}>No alarms: load anew</p>}>
            <Suspense fallback={null}>{hasBeenShown && <AlarmWatch />}</Suspense>
          </FaultBoundary>
        </div>
        <OutboxBadge />
        <Clock />
        {help.button}
        <PersonMenu />
      </header>
      {help.panel}
    </>
  )
}

/** Whether the first screen has been there: the alarms, which go by its board, are loaded after it and then stay. */
function useFirstScreenOnce(): boolean {
  const isThere = useStoreState(isFirstScreenThere)
  const [was, setWas] = useState(isThere)
  if (isThere && !was) setWas(true)
  return was
}

interface WardList {
  readonly href: string
  readonly label: string
  readonly isFor: (person: Person) => boolean
}

const isAdministrator = ({ role }: Person) => role === 'administrator'

const LISTS: readonly WardList[] = [
  { href: '/due', label: 'Due list', isFor: (person) => !isAdministrator(person) },
  { href: '/prescriber', label: 'For the MO', isFor: isMedicalOfficer },
  { href: '/pharmacy', label: 'Pharmacy', isFor: ({ role }) => role === 'pharmacist' },
  { href: '/', label: 'People', isFor: isAdministrator },
  { href: '/wards', label: 'Wards', isFor: isAdministrator },
  { href: '/account-log', label: 'Account log', isFor: isAdministrator },
]

/** Who comes to what, and who has. */
const ACCESS: readonly WardList[] = [
  {
    href: '/another-ward',
    label: 'Patient on another ward',
    isFor: (person) => !isAdministrator(person),
  },
  { href: '/own-secrets', label: 'Your password and PIN', isFor: () => true },
  { href: '/sessions', label: 'Where you are signed in', isFor: () => true },
  { href: '/readings', label: 'Who has read', isFor: isAdministrator },
  { href: '/emergency-access', label: 'Emergency access', isFor: isAdministrator },
]

/** What stands in the menu: an administrator does nothing clinical, and nobody else keeps accounts (SIGN-1). */
function otherLists(user: Person): WardList[] {
  if (isAdministrator(user)) return []
  return LISTS.filter(({ isFor }) => !isFor(user) && isFor !== isAdministrator)
}

/** The lists of the ward that this person works from; the others stand in the menu. */
function WardLists() {
  const { user } = useSession()
  return (
    <nav className={classes.lists} aria-label="Lists of the ward">
      {LISTS.filter(({ isFor }) => isFor(user)).map(({ href, label }) => (
        <LinkButton key={href} href={href} look="quiet" small>
          {label}
        </LinkButton>
      ))}
    </nav>
  )
}

function Clock() {
  const now = useNow()
  const zone = useZone()
  return (
    <p className={`${classes.clock} tabular`}>
      <span className="visuallyHidden">Time </span>
      {clockText(now, zone)}
    </p>
  )
}

/** The menu lies over the page: it closes with a tap beside it, and with the page that was chosen from it. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  const [address] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes it
  useEffect(() => {
    if (menu.current) menu.current.open = false
  }, [address, menu])
  useEffect(() => {
    const close = ({ target }: PointerEvent) => {
      if (menu.current && !menu.current.contains(target as Node)) menu.current.open = false
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [menu])
}

function PersonMenu() {
  const { user } = useSession()
  const store = useChartStore()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isDark = colorScheme === 'dark'
  const [hasTone, setHasTone] = useState(isToneOn)
  const [pageAt, goTo] = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  function lock(): void {
    // Or it would stand open when the page comes back.
    if (menu.current) menu.current.open = false
    store.lock()
  }
  function signOut(): void {
    // Nobody who comes next is put in the middle of what this person was doing (H15).
    goTo(pageAfterSwitch(pageAt), { replace: true })
    // The session stands where the server did not answer: locked, it says whose it is, and nobody works in that name.
    void store.signOut().then((kind) => kind !== 'ok' && lock())
  }
  function close(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !menu.current?.open) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  return (
    <details ref={menu} className={classes.person} onKeyDown={close}>
      <summary className={classes.name}>
        <Icon name="person" size={20} />
        <span>
          {user.name} <span className={classes.role}>{user.role}</span>
        </span>
        <Icon name="down" size={16} />
      </summary>
      <div className={classes.menu}>
        <OwnPackage />
        {otherLists(user).map(({ href, label }) => (
          <LinkButton key={href} href={href} look="quiet" small wide>
            {label}
          </LinkButton>
        ))}
        <BigButton
          small
          wide
          icon={isDark ? 'sun' : 'moon'}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? 'Light screen' : 'Dark screen'}
        </BigButton>
        <BigButton
          small
          wide
          onClick={() => {
            setTone(!hasTone)
            setHasTone(!hasTone)
          }}
        >
          {hasTone ? 'Turn off refused-key tone' : 'Turn on refused-key tone'}
        </BigButton>
        <BigButton small wide icon="person" onClick={lock}>
          Lock, or switch person
        </BigButton>
        {!isAdministrator(user) && (
          <LinkButton href="/alarms" look="quiet" small wide>
            Alarms on this tablet
          </LinkButton>
        )}
        {ACCESS.filter(({ isFor }) => isFor(user)).map(({ href, label }) => (
          <LinkButton key={href} href={href} look="quiet" small wide>
            {label}
          </LinkButton>
        ))}
        <OutboxStays />
        <BigButton small wide icon="leave" onClick={signOut}>
          Sign out
        </BigButton>
      </div>
    </details>
  )
}
