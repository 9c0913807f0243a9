import { useChartStore, useStoreState } from '../store/useChart.ts'
import { KeepsNothingBand } from './offline/KeepsNothingBand.tsx'
import { NewBuildBand } from './offline/NewBuildBand.tsx'
import { StaleBand } from './offline/StaleBand.tsx'
import { Banner } from './ui/Banner.tsx'
import { BigButton } from './ui/BigButton.tsx'

/** A stop is never held back by a missing reply: a second one changes nothing (SIGN-5). */
const STOPS: ReadonlySet<string> = new Set(['stopInfusion', 'ceaseInfusion'])

/** The bands above every page: the ward is not live, or a command's reply is still missing. */
export function Interruptions() {
  const store = useChartStore()
  const connection = useStoreState((state) => state.connection)
  const outdated = useStoreState((state) => state.outdated)
  const unanswered = useStoreState((state) => state.unanswered)
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
      {unanswered.map(({ chartId, commandId, kind }) => (
        <Banner
          key={commandId}
          tone="ink"
          title="An entry sent from this tablet has no reply yet"
          act={
            <BigButton small onClick={() => void store.lookUp(chartId, commandId)}>
              Look it up
            </BigButton>
          }
        >
          {STOPS.has(kind)
            ? 'Stop the pump now. The stop may not be on the record yet: STOP again is always taken. (SIGN-5)'
            : 'It may be on the record. Do not enter it again before it has been looked up.'}
        </Banner>
      ))}
    </>
  )
}
