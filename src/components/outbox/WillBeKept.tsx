import { useStoreState } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'

/** Said before a fact is saved: without the server it is kept here, and is not on the record (CHART-10). */
export function WillBeKept() {
  const isStale = useStoreState(({ connection }) => connection === 'stale')
  if (!isStale) return null
  return (
    <Banner tone="soon" title="No word from the server: this may only be kept on this tablet">
      It is then not on the record until the server is back, and a person looks at it where the
      chart has changed meanwhile. Write it on the paper chart as well.
    </Banner>
  )
}
