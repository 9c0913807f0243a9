import { BAG } from '../protocols/ward.ts'
import { tenthsOf } from '../units.ts'
import type { Chart } from './chart.ts'
import { protocolOf } from './results.ts'

/**
 * True when a rate in mL/hr would be the first since the prescription to deliver more than the protocol's initial
 * maximum in units/hr, which caps no later increase: it warns once (NOMO-4).
 */
export function passesInitialMaximum(chart: Chart, mlPerHour: number): boolean {
  const maxUnitsPerHour = protocolOf(chart)?.infusion.maxUnitsPerHour ?? null
  if (!chart.prescription || maxUnitsPerHour === null) return false
  const limit = tenthsOf<'units/hr'>(maxUnitsPerHour)
  const isAbove = (rate: number) => tenthsOf<'mL/hr'>(rate) * BAG.unitsPerMl > limit
  const { seq: prescribed } = chart.prescription
  const hasBeenAbove = chart.events.some(
    ({ seq, rateMlPerHour }) =>
      seq > prescribed && rateMlPerHour !== null && isAbove(rateMlPerHour),
  )
  return isAbove(mlPerHour) && !hasBeenAbove
}
