import { AMPOULE } from '../../protocols/ward.ts'
import { fromTenths, roundToStep, tenthsOf, thousandthsOf } from '../../units.ts'
import { numberText, unitsText, withUnit } from '../../wording.ts'

const THOUSANDTHS = 1_000
/** Tenths of a unit by tenths of a kg. */
const HUNDREDTHS = 100

/** The volume of a bolus of whole units from the ampoule, in mL, exact (BOL-7: 1,000 units in each mL). */
export function mlOfUnits(units: number): number {
  return units / AMPOULE.unitsPerMl
}

/** The units in a volume, exact. @throws RangeError for more than three decimals */
export function unitsInMl(ml: number): number {
  return thousandthsOf(ml) * (AMPOULE.unitsPerMl / THOUSANDTHS)
}

/** `2 ampoules of 5,000 units in 5 mL` */
export function ampoulesText(units: number): string {
  const count = Math.ceil(units / AMPOULE.units)
  const ampoules = count === 1 ? '1 ampoule' : `${numberText(count)} ampoules`
  return `${ampoules} of ${unitsText(AMPOULE.units)} in ${withUnit(AMPOULE.volumeMl, 'mL')}`
}

/** `6,500 units = 6.5 mL = 2 ampoules of 5,000 units in 5 mL` */
export function bolusText(units: number): string {
  return `${unitsText(units)} = ${withUnit(mlOfUnits(units), 'mL')} = ${ampoulesText(units)}`
}

/** `83 units/kg`, whole units by a weight to one decimal, for the facts that speak against a bolus (BOL-6). */
export function unitsPerKgText(units: number, kg: number): string {
  const weight = tenthsOf<'kg'>(kg)
  const tenths = roundToStep(units * HUNDREDTHS, weight, 'half-up') / weight
  return `${numberText(fromTenths(tenths))}\u00a0units/kg`
}
