import { bolusLapse } from '../../chart/orders.ts'
import { numberText, withUnit } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { openBolus } from '../openBolus.ts'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { BolusNames } from './BolusNames.tsx'
import { bolusText, mlOfUnits } from './bolusWords.ts'
import { CannotNow } from './CannotNow.tsx'
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
  const order = openBolus(chart)
  if (order === null) return <NoneOpen />
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
        <BolusNames orderSeq={seq} />
        {bolusLapse(chart, order, now) === null && (
          <div>
            <LinkButton look="quiet" small href={`/charts/${chart.chartId}/withhold-bolus`}>
              Do not give it: record why
            </LinkButton>
          </div>
        )}
      </FirstSignature>
    </ActFrame>
  )
}

/** Nothing to give; the last order that was withheld says so, with its reason. */
function NoneOpen() {
  const { entries, chart } = useBedside()
  const withheld = entries.findLast(
    (entry) => entry.kind === 'bolusWithheld' && !chart.struck.has(entry.seq),
  )
  if (withheld?.kind !== 'bolusWithheld') return <NothingPrescribed what="give a bolus" />
  return (
    <CannotNow
      problem={{
        title: 'Not given: withheld',
        detail: `${withheld.by.name} (${withheld.by.role}): ${withheld.reason}`,
        next: 'A bolus after this needs a new order by a medical officer.',
        rules: ['BOL-6'],
      }}
    />
  )
}
