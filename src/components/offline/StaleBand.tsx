import { useNow, useStoreState, useZone } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'
import { ageWords } from './ageWords.ts'

/** Above every page while what it shows may be behind the record: how old it is, and what counts instead (H34). */
export function StaleBand() {
  const now = useNow()
  const zone = useZone()
  const asOf = useStoreState((state) => state.asOf)
  const basis = useStoreState((state) => state.clockBasis)
  const isKept = useStoreState((state) => state.reach === 'kept')
  const readsOnly = useStoreState((state) => state.readsOnly)
  const missing = useStoreState((state) => state.notKept.length)
  const age = asOf === null ? null : ageWords({ asOf, now, zone, basis })
  return (
    <Banner
      tone="ink"
      icon="offline"
      title={isKept ? 'As of' : 'Not up to date: no word from the server'}
      ticking={endOf(age, isKept)}
    >
      The pump and the paper chart count. What others enter does not show here, and{' '}
      {readsOnly
        ? 'as the tablet is locked nothing is recorded here but a stop.'
        : 'nothing is signed here but a stop.'}
      {basis === 'unknown' &&
        ' This tablet’s clock was set back, so every “ago” and “in” below stands still: go by the clock times.'}
      {missing > 0 &&
        ` ${missing} ${missing === 1 ? 'chart' : 'charts'} of the ward ${missing === 1 ? 'is' : 'are'} not on this tablet.`}
    </Banner>
  )
}

function endOf(age: string | null, isKept: boolean): string {
  if (isKept) return ` ${age}. The server cannot be reached`
  return age === null ? '' : ` since ${age}`
}
