import { BAG } from '../../protocols/ward.ts'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { START_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { RateFigure } from './RateFigure.tsx'

/** The start of the infusion: bag, access and pump confirmed, the prescribed rate, the first signature. */
export function StartPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Start />
    </AtBedside>
  )
}

function Start() {
  const { prescription } = useBedside().chart
  const rate = prescription?.entry.rateMlPerHour ?? null
  if (rate === null) return <NothingPrescribed what="start" />
  return (
    <ActFrame title="Start the infusion">
      <FirstSignature
        orderSeq={null}
        confirmations={START_CONFIRMATIONS}
        make={(fields) => ({
          ...fields,
          kind: 'startInfusion',
          rateMlPerHour: rate,
          bag: { units: BAG.units, volumeMl: BAG.volumeMl },
        })}
        meaning="Infusion to start at this rate. The pump is set after the second check."
      >
        <RateFigure label="Prescribed rate" mlPerHour={rate} />
        <p>
          Another bag, or another strength? Do not start it: call the MO and the pharmacist.
          (CHART-9)
        </p>
      </FirstSignature>
    </ActFrame>
  )
}
