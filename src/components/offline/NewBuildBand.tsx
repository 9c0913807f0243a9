import { useLocation } from 'wouter'
import { useStoreState } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'

/** A page on which something may be half done. */
const AN_ACT = /^\/(charts\/[^/]+\/[^/]+|new-chart|storage-audit|stop)/

/** A newer build of the product waits: offered where nothing is half done, and never taken by itself. */
export function NewBuildBand() {
  const [location] = useLocation()
  const newBuild = useStoreState((state) => state.newBuild)
  if (newBuild === null || AN_ACT.test(location)) return null
  return (
    <Banner
      tone="quiet"
      title="A new version is ready"
      act={
        <BigButton small onClick={newBuild.take}>
          Take it now
        </BigButton>
      }
    >
      The page loads anew; nothing recorded is touched.
    </Banner>
  )
}
