import { AMPOULE } from '../../protocols/ward.ts'
import { numberText, unitsText, withUnit } from '../../wording.ts'

const TENTHS = 10
const THOUSANDTHS = 1000

/** The volume of a bolus from the ampoule, in mL, exact (BOL-7: 1,000 units in each mL). */
export function mlOfUnits(units: number): number {
  return Math.round((units * THOUSANDTHS) / AMPOULE.unitsPerMl) / THOUSANDTHS
}

/** The units in a volume of at most three decimals, exact. */
export function unitsInMl(ml: number): number {
  return Math.round(ml * THOUSANDTHS) * (AMPOULE.unitsPerMl / THOUSANDTHS)
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

/** `83 units/kg`, to one decimal, for the facts that speak against a bolus (BOL-6). */
export function unitsPerKgText(units: number, kg: number): string {
  return `${numberText(Math.round((units / kg) * TENTHS) / TENTHS)}\u00a0units/kg`
}
