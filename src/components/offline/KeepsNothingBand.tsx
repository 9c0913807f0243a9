import { useLocation } from 'wouter'
import { useStoreState } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'

/** On the ward board: this browser refuses to keep anything, so a downtime will find no chart here. */
export function KeepsNothingBand() {
  const [location] = useLocation()
  const keepsNothing = useStoreState((state) => state.keepsNothing)
  if (!keepsNothing || location !== '/') return null
  return (
    <Banner
      tone="quiet"
      icon="offline"
      title="This browser keeps no charts: without the server none will show here"
    >
      A private window or a full tablet does that. Print the downtime pack, or use another tablet.
    </Banner>
  )
}
