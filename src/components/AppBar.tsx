import { useMantineColorScheme } from '@mantine/core'
import { Link } from 'wouter'
import { useChartStore, useNow, useSession, useStoreState, useZone } from '../store/useChart.ts'
import { clockText } from '../wording.ts'
import classes from './AppBar.module.css'
import { BigButton } from './ui/BigButton.tsx'
import { Icon } from './ui/Icon.tsx'

/** The top line of every page behind the sign-in: where, when (the facility's time), who. */
export function AppBar() {
  const { wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const ward = wards.find((each) => each.wardId === wardId)
  return (
    <header className={classes.bar}>
      <Link href="/" className={classes.ward} aria-label={`${ward?.name ?? 'Ward'}: ward board`}>
        <span className={classes.wardName}>{ward?.name ?? 'No ward'}</span>
        <span className={classes.product}>IV heparin</span>
      </Link>
      <Clock />
      <PersonMenu />
    </header>
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

function PersonMenu() {
  const { user } = useSession()
  const store = useChartStore()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isDark = colorScheme === 'dark'
  return (
    <details className={classes.person}>
      <summary className={classes.name}>
        <Icon name="person" size={20} />
        <span>
          {user.name} <span className={classes.role}>{user.role}</span>
        </span>
        <Icon name="down" size={16} />
      </summary>
      <div className={classes.menu}>
        <BigButton
          small
          wide
          icon={isDark ? 'sun' : 'moon'}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? 'Light screen' : 'Dark screen'}
        </BigButton>
        <BigButton small wide icon="leave" onClick={() => void store.signOut()}>
          Sign out
        </BigButton>
      </div>
    </details>
  )
}
