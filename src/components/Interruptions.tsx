import { useStoreState } from '../store/useChart.ts'
import { KeepsNothingBand } from './offline/KeepsNothingBand.tsx'
import { NewBuildBand } from './offline/NewBuildBand.tsx'
import { StaleBand } from './offline/StaleBand.tsx'
import { UnansweredBands } from './UnansweredBands.tsx'
import { Banner } from './ui/Banner.tsx'
import { BigButton } from './ui/BigButton.tsx'

/** The bands above every page: the ward is not live, or a command's reply is still missing. */
export function Interruptions() {
  const connection = useStoreState((state) => state.connection)
  const outdated = useStoreState((state) => state.outdated)
  return (
    <>
      {connection === 'stale' && <StaleBand />}
      <KeepsNothingBand />
      <NewBuildBand />
      {outdated && (
        <Banner
          tone="ink"
          icon="overdue"
          title="The product was renewed: this page cannot read its entries"
          act={
            <BigButton small onClick={() => window.location.reload()}>
              Load it anew
            </BigButton>
          }
        >
          Until then the pump and the paper chart count.
        </Banner>
      )}
      <UnansweredBands />
    </>
  )
}
