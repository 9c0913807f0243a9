/**
 * The printed tables of SESLHDPR/402 revision 3, Appendices 1 to 4, typed a second time from the paper and
 * independently of src/protocols. Nothing here is imported from the product but a type.
 */
import type { ProtocolId } from '../../src/protocols/protocol.ts'

/** A printed line of an initiation table: kg, bolus units ("nil": none), units/hr, mL/hr. */
const initiation: Record<ProtocolId, string> = {
  nstemi: `
    40    2400    600    6
    45    2700    675    7
    50    3000    750    8
    55    3300    825    8
    60    3600    900    9
    65    3900    975    10
    70    4200    1000   10
    75    4500    1000   10
    80    4800    1000   10`,
  stemi: `
    40    2400    480    5
    45    2700    540    5
    50    3000    600    6
    55    3300    660    7
    60    3600    720    7
    65    3900    780    8
    70    4000    840    8
    75    4000    900    9
    80    4000    960    10`,
  vte: `
    40    3000    720    7
    45    3500    810    8
    50    4000    900    9
    55    4500    990    10
    60    5000    1080   11
    65    5000    1170   12
    70    5500    1260   13
    75    6000    1350   14
    80    6500    1440   14
    85    7000    1530   15
    90    7000    1620   16
    95    7500    1710   17
    100   8000    1800   18
    105   8500    1890   19
    110   9000    1980   20
    115   9000    2070   21
    120   9500    2160   22
    125   10000   2250   23
    130   10500   2340   23
    135   11000   2430   24
    140   11000   2520   25
    145   11500   2610   26
    150   12000   2700   27
    155   12500   2790   28
    160   13000   2880   29
    165   13000   2970   30
    170   13500   3060   31`,
  stroke: `
    40    nil     600    6
    45    nil     675    6.7
    50    nil     750    7.5
    55    nil     825    8.2
    60    nil     900    9
    65    nil     975    9.7
    70    nil     1000   10`,
}

/** The printed line "greater than" the last weight; null: the table ends. */
export const greaterThan: Record<ProtocolId, SheetDose | null> = {
  nstemi: { weightKg: 80, bolusUnits: 5000, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
  stemi: { weightKg: 80, bolusUnits: 4000, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
  vte: null,
  stroke: { weightKg: 70, bolusUnits: null, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
}

export interface SheetDose {
  weightKg: number
  bolusUnits: number | null
  unitsPerHour: number
  pumpRateMlPerHour: number
}

/** The printed lines of a protocol's initiation table. */
export function printedDoses(id: ProtocolId): SheetDose[] {
  return initiation[id]
    .trim()
    .split('\n')
    .map((line) => {
      const [weightKg, bolus, unitsPerHour, pumpRateMlPerHour] = line.trim().split(/\s+/)
      return {
        weightKg: Number(weightKg),
        bolusUnits: bolus === 'nil' ? null : Number(bolus),
        unitsPerHour: Number(unitsPerHour),
        pumpRateMlPerHour: Number(pumpRateMlPerHour),
      }
    })
}

/**
 * A printed line of an adjustment nomogram, with both edges of its band as laboratory texts: the lowest and highest
 * result it holds ("10.0" and "400.0" are the ends of what is accepted).
 */
export interface SheetBand {
  printed: string
  lowest: string
  highest: string
  bolusUnits: number | null
  stopMinutes: number | null
  rateChange: number
}

function band(
  printed: string,
  [lowest, highest]: [string, string],
  rateChange: number,
  { bolusUnits = null, stopMinutes = null }: Partial<SheetBand> = {},
): SheetBand {
  return { printed, lowest, highest, bolusUnits, stopMinutes, rateChange }
}

/** The printed lines of each adjustment nomogram, lowest band first. */
export const nomograms: Record<ProtocolId, SheetBand[]> = {
  nstemi: [
    band('Less than 45', ['10.0', '44.9'], 1),
    band('45-70', ['45.0', '70.0'], 0),
    band('70.1 to 90', ['70.1', '90.0'], -1),
    band('90.1 to 105', ['90.1', '105.0'], -2),
    band('Greater than 105', ['105.1', '400.0'], -2, { stopMinutes: 90 }),
  ],
  stemi: [
    band('Less than 45', ['10.0', '44.9'], 1),
    band('45 to 70', ['45.0', '70.0'], 0),
    band('70.1 to 90', ['70.1', '90.0'], -1),
    band('90.1 to 105', ['90.1', '105.0'], -2),
    band('Greater than 105', ['105.1', '400.0'], -2, { stopMinutes: 90 }),
  ],
  vte: [
    band('Less than 40', ['10.0', '39.9'], 1, { bolusUnits: 5000 }),
    band('40 to 44.9', ['40.0', '44.9'], 1),
    band('45 to 90', ['45.0', '90.0'], 0),
    band('90.1 to 95', ['90.1', '95.0'], -1),
    band('95.1 to 105', ['95.1', '105.0'], -2),
    band('Greater than 105', ['105.1', '400.0'], -2, { stopMinutes: 90 }),
  ],
  stroke: [
    band('Less than 40', ['10.0', '39.9'], 1),
    band('40 to 44.9', ['40.0', '44.9'], 0.5),
    band('45 to 60', ['45.0', '60.0'], 0),
    band('60.1 to 65', ['60.1', '65.0'], -0.5),
    band('65.1 to 70', ['65.1', '70.0'], -1),
    band('70.1 to 80', ['70.1', '80.0'], -2),
    band('Greater than 80', ['80.1', '400.0'], -2, { stopMinutes: 120 }),
  ],
}
