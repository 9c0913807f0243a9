import type { Protocol } from '../../protocols/protocol.ts'
import { kgText, rateText, unitsPerHourText, unitsText, withUnit } from '../../wording.ts'

/** Below a table of starting doses: what each row comes from, and where no dose is published (INIT-1, INIT-4, INIT-5). */
export function StartingRules({ protocol }: { protocol: Protocol }) {
  const { bolus, infusion, publishedWeights } = protocol
  const { fromKg, toKg } = publishedWeights
  const above = toKg === null ? '' : ` or above ${kgText(toKg)}`
  return (
    <>
      <p>
        {bolus === null ? 'No bolus (BOL-1). ' : `Bolus: ${bolusText(bolus)}. `}
        Infusion: {withUnit(infusion.unitsPerKgPerHour, 'units/kg/hr')}
        {infusion.maxUnitsPerHour !== null &&
          `, at most ${unitsPerHourText(infusion.maxUnitsPerHour)}`}
        , to the nearest {rateText(infusion.stepMlPerHour)}. (INIT-1, INIT-4)
      </p>
      <p>
        Between two rows two people work it out and compare it with both rows. (INIT-4, local
        decision)
      </p>
      <p>
        Below {kgText(fromKg)}
        {above} no dose is published: prescribed by hand as a deviation, with haematology’s advice.
        (INIT-5)
      </p>
    </>
  )
}

function bolusText({ unitsPerKg, maxUnits, stepUnits }: NonNullable<Protocol['bolus']>): string {
  const most = maxUnits === null ? '' : `, at most ${unitsText(maxUnits)}`
  return `${withUnit(unitsPerKg, 'units/kg')}${most}, to the nearest ${unitsText(stepUnits)}`
}
