import { recommencingOrder } from '../../chart/recommencingOrder.ts'
import { ActFrame } from './ActFrame.tsx'
import { AfterProcedure } from './AfterProcedure.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { ByDeviation } from './ByDeviation.tsx'
import { START_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { RateFigure } from './RateFigure.tsx'

/** Recommencing after a cease, on the MO's new prescription (RECOM-1). */
export function RecommencePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Recommence />
    </AtBedside>
  )
}

function Recommence() {
  const prescription = recommencingOrder(useBedside().chart)
  const rate = prescription?.entry.rateMlPerHour ?? null
  if (!prescription || rate === null) return <NothingPrescribed what="recommence" />
  return (
    <ActFrame title="Recommence the infusion">
      <FirstSignature
        orderSeq={prescription.seq}
        confirmations={START_CONFIRMATIONS}
        make={(fields) => ({
          ...fields,
          kind: 'recommenceInfusion',
          orderSeq: prescription.seq,
          rateMlPerHour: rate,
        })}
        meaning="Infusion to recommence at this rate. The pump is set after the second check."
      >
        <RateFigure label="Rate prescribed by the MO" mlPerHour={rate} />
        <ByDeviation deviation={prescription.entry.deviation} />
        <AfterProcedure />
      </FirstSignature>
    </ActFrame>
  )
}
