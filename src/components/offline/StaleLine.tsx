import { useNow, useStoreState, useZone } from '../../store/useChart.ts'
import { Icon } from '../ui/Icon.tsx'
import { ageWords } from './ageWords.ts'
import classes from './StaleLine.module.css'

/** In the patient banner, which stays where the band above the page scrolls away: how old the chart is that is read (H34). */
export function StaleLine() {
  const now = useNow()
  const zone = useZone()
  const isStale = useStoreState((state) => state.connection === 'stale')
  const asOf = useStoreState((state) => state.asOf)
  const basis = useStoreState((state) => state.clockBasis)
  if (!isStale) return null
  return (
    <p className={classes.line}>
      <Icon name="offline" size={20} />
      <span>
        {asOf === null
          ? 'May be behind the record'
          : `Shown as it was at ${ageWords({ asOf, now, zone, basis })}`}
      </span>
    </p>
  )
}
