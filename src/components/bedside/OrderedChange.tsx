import type { RateOrder } from '../../chart/chart.ts'
import { rateText, whenText } from '../../wording.ts'
import { ActFrame } from './ActFrame.tsx'
import { changeText } from './adviceWords.ts'
import { useBedside } from './BedsideContext.ts'
import { ByDeviation } from './ByDeviation.tsx'
import { FirstSignature } from './FirstSignature.tsx'
import { RateFigure } from './RateFigure.tsx'

/** The MO's order of another rate, carried out with two signatures (NOMO-17, DEV-1). */
export function OrderedChange({ order }: { order: RateOrder }) {
  const { chart, now, zone } = useBedside()
  const { rateMlPerHour, reason, by, deviation } = order.entry
  const running = chart.infusion.rateMlPerHour
  return (
    <ActFrame
      title={
        running === null
          ? `Change to ${rateText(rateMlPerHour)}`
          : changeText(running, rateMlPerHour)
      }
    >
      <FirstSignature
        orderSeq={order.seq}
        confirmations={NONE}
        make={(fields) => ({
          ...fields,
          kind: 'changeRate',
          orderSeq: order.seq,
          newRateMlPerHour: rateMlPerHour,
        })}
        meaning={`Rate change to ${rateText(rateMlPerHour)}, as ordered. Leave the pump as it is: it is set after the second check.`}
      >
        <RateFigure label={`Rate ordered by the ${by.role}`} mlPerHour={rateMlPerHour} />
        <p>
          Ordered by {by.name} ({by.role}) at {whenText(order.at, now, zone)}: {reason}
        </p>
        <ByDeviation deviation={deviation} />
      </FirstSignature>
    </ActFrame>
  )
}

const NONE = [] as const
