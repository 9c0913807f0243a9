import type { Chart } from '../../chart/chart.ts'
import { openRateOrders } from '../../chart/dueTitration.ts'
import { protocolOf } from '../../chart/results.ts'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { ByDeviation } from './ByDeviation.tsx'
import { stepText } from './bandRows.ts'
import { RUN_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { HoldState } from './HoldState.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { RateFigure } from './RateFigure.tsx'
import { useSecondsNear } from './useSecondsNear.ts'

/** Restarting after a nomogram stop: the hold, the MO's assessment, the rate, the first signature (TIME-3). */
export function RestartPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Restart />
    </AtBedside>
  )
}

function Restart() {
  const { chart, now } = useBedside()
  const { stop } = chart.infusion
  const [order] = openRateOrders(chart, now)
  const rate = order?.entry.rateMlPerHour ?? stop?.restartRateMlPerHour ?? null
  const orderSeq = order?.seq ?? null
  // No figure beside an infusion that the MO keeps off and has ordered none for (TIME-3).
  const isKeptOff = chart.assessment?.plan === 'stay-off' && order === undefined
  // Near the hold's end the page looks again each second, so that it opens when the hold is over.
  useSecondsNear(stop?.restartNotBefore ?? null)
  if (stop === null || rate === null) return <NothingPrescribed what="restart" />
  return (
    <ActFrame title="Restart the infusion">
      <FirstSignature
        orderSeq={orderSeq}
        confirmations={RUN_CONFIRMATIONS}
        make={(fields) => ({ ...fields, kind: 'restartInfusion', rateMlPerHour: rate, orderSeq })}
        meaning="Infusion to restart at this rate. The pump is set after the second check."
      >
        <HoldState stop={stop} />
        {!isKeptOff && (
          <RateFigure
            label={
              order
                ? `Rate ordered by the ${order.entry.by.role}`
                : `Restart rate. ${stepOf(chart)} from the rate before the stop`
            }
            mlPerHour={rate}
          />
        )}
        <ByDeviation deviation={order?.entry.deviation} />
      </FirstSignature>
    </ActFrame>
  )
}

/** What the protocol's stop row does to the rate before the stop, in words (NOMO-10). */
function stepOf(chart: Chart): string {
  const top = protocolOf(chart)?.nomogram.at(-1)
  return top?.kind === 'stop' ? stepText(top.changeMlPerHour) : ''
}
