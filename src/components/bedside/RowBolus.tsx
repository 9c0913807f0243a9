import { unitsText } from '../../wording.ts'
import { useBedside } from './BedsideContext.ts'
import { NoBolus } from './NoBolus.tsx'

/** The bolus that a nomogram row names: the MO's to order; struck through where a restriction stands (BOL-6). */
export function RowBolus({ units }: { units: number }) {
  const { restrictions } = useBedside().chart
  if (restrictions.length > 0) {
    return (
      <>
        <NoBolus units={units} restrictions={restrictions} />
        <p>
          The rate goes up by itself; only an MO’s order with the names it needs lifts this. (BOL-6)
        </p>
      </>
    )
  }
  return (
    <p>
      The row also names a bolus of {unitsText(units)}: it waits for an MO’s order. The rate goes up
      by itself. (BOL-6)
    </p>
  )
}
