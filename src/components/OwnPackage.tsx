import { useNow, useSession, useZone } from '../store/useChart.ts'
import classes from './AppBar.module.css'
import { packageState, packageText } from './accounts/packageState.ts'

/** Tells a person whose learning package has run out, or will within 30 days (SIGN-1). */
export function OwnPackage() {
  const { user } = useSession()
  const now = useNow()
  const zone = useZone()
  const until = user.competencies.learningPackageUntil
  const state = packageState(until, now)
  if (state !== 'out' && state !== 'soon') return null
  return <p className={classes.own}>{packageText(until, now, zone)}.</p>
}
