import type { BolusOrder } from '../../chart/chart.ts'
import { bolusLapse } from '../../chart/orders.ts'
import { numberText, withUnit } from '../../wording.ts'
import { restrictionsText } from '../infusionWords.ts'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { bolusText, mlOfUnits } from './bolusWords.ts'
import { BOLUS_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import styles from './RateFigure.module.css'

/** A bolus that is ordered: dose and volume, restrictions, confirmations, the first signature (BOL-7, BOL-8). */
export function BolusPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Bolus />
    </AtBedside>
  )
}

function Bolus() {
  const { chart, now } = useBedside()
  const open = chart.bolusOrders.filter(({ givenBy }) => givenBy === null)
  const order: BolusOrder | undefined =
    open.findLast((each) => bolusLapse(chart, each, now) === null) ?? open.at(-1)
  if (!order) return <NothingPrescribed what="give a bolus" />
  const { units, seq } = order
  return (
    <ActFrame title="Give the bolus">
      <FirstSignature
        orderSeq={seq}
        confirmations={BOLUS_CONFIRMATIONS}
        make={(fields) => ({ ...fields, kind: 'giveBolus', orderSeq: seq, units })}
        meaning="Bolus drawn up. It is given after the second check."
      >
        <div>
          <p>{order.source === 'order' ? 'Ordered bolus' : 'Prescribed bolus'}</p>
          <p className={styles.figure}>
            {numberText(units)}
            <span className={styles.unit}> units</span>
            <span className={styles.units}> = {withUnit(mlOfUnits(units), 'mL')}</span>
          </p>
          <p>{bolusText(units)}</p>
        </div>
        {chart.restrictions.length > 0 && (
          <Banner tone="stop" title="NO BOLUS stands on this chart">
            {restrictionsText(chart.restrictions)}. It is given only with the names that the
            restriction asks for. (BOL-9)
          </Banner>
        )}
      </FirstSignature>
    </ActFrame>
  )
}
