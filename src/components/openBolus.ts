import type { BolusOrder, Chart } from '../chart/chart.ts'

/** The last bolus ordered that was neither given nor withheld, or null. */
export function openBolus({ bolusOrders }: Pick<Chart, 'bolusOrders'>): BolusOrder | null {
  return (
    bolusOrders.findLast(({ givenBy, withheldBy }) => givenBy === null && withheldBy === null) ??
    null
  )
}
