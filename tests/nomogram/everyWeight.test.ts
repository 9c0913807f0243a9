import { describe, expect, test } from 'vitest'
import { startingDose } from '../../src/nomogram/startingDose.ts'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { greaterThan, printedDoses, type SheetDose } from '../protocols/sheet.ts'

/** The protocols' stated formulas, a second time: units/kg, units/kg/hr, maxima, steps; rates in units/hr. */
const stated = {
  nstemi: { bolus: [60, Infinity, 100], rate: [15, 1000, 100], isTieUp: true },
  stemi: { bolus: [60, 4000, 100], rate: [12, 1000, 100], isTieUp: true },
  vte: { bolus: [80, Infinity, 500], rate: [18, Infinity, 100], isTieUp: true },
  stroke: { bolus: null, rate: [15, 1000, 10], isTieUp: false },
} as const

const weights = Array.from({ length: 3301 }, (_, step) => (200 + step) / 10)

describe.each(PROTOCOL_IDS)('every weight from 20.0 to 350.0 kg on %s', (id) => {
  const protocol = protocolFor(id)
  const answers = weights.map((weightKg) => ({ weightKg, dose: startingDose(protocol, weightKg) }))

  test('INIT-2, INIT-3, INIT-4, INIT-5: the figures are those of the paper or of its formula', () => {
    const wrong = answers.filter(({ weightKg, dose }) => {
      const expected = expectedAt(id, weightKg)
      if (expected === null) return dose.kind !== 'no-published-dose'
      return (
        dose.kind !== 'dose' ||
        dose.bolusUnits !== expected.bolusUnits ||
        dose.unitsPerHour !== expected.unitsPerHour ||
        dose.pumpRateMlPerHour !== expected.pumpRateMlPerHour
      )
    })
    expect(wrong).toEqual([])
  })

  test('INIT-4: every figure lies between those of the printed rows around it', () => {
    const lines = printedDoses(id)
    const wrong = answers.filter(({ weightKg, dose }) => {
      const below = lines.findLast((line) => line.weightKg <= weightKg)
      const above = lines.find((line) => line.weightKg >= weightKg)
      if (dose.kind !== 'dose' || !below || !above) return false
      return (['bolusUnits', 'unitsPerHour', 'pumpRateMlPerHour'] as const).some(
        (figure) => !isBetween(below[figure], dose[figure], above[figure]),
      )
    })
    expect(wrong).toEqual([])
  })

  test('INIT-8: what is delivered is 100 units for each mL, in whole tenths of a mL', () => {
    const wrong = answers.filter(({ dose }) => {
      if (dose.kind !== 'dose') return false
      const { pumpRateMlPerHour: rate, deliveredUnitsPerHour: delivered } = dose
      return !(
        rate > 0 &&
        Math.round(rate * 10) / 10 === rate &&
        Math.round(rate * 100) === delivered
      )
    })
    expect(wrong).toEqual([])
  })
})

/** What the paper, or where it has no row its formula, says for a weight; null where it says nothing. */
function expectedAt(id: ProtocolId, weightKg: number): Omit<SheetDose, 'weightKg'> | null {
  const lines = printedDoses(id)
  const printed = lines.find((line) => line.weightKg === weightKg)
  if (printed) return printed
  if (weightKg < 40) return null
  if (weightKg > (lines.at(-1)?.weightKg ?? 0)) return greaterThan[id]
  const { bolus, rate, isTieUp } = stated[id]
  const tenths = Math.round(weightKg * 10)
  const unitsPerHour = smaller(rate[0] * tenths, rate[1] * 10)
  return {
    bolusUnits: bolus && nearest(smaller(bolus[0] * tenths, bolus[1] * 10), bolus[2], false),
    unitsPerHour: unitsPerHour / 10,
    pumpRateMlPerHour: nearest(unitsPerHour, rate[2], isTieUp) / 100,
  }
}

/** The multiple of `step` nearest to a figure in tenths, found by trying the multiples around it. */
function nearest(tenths: number, step: number, isTieUp: boolean): number {
  const around = Math.floor(tenths / 10 / step) * step
  const [below, above] = [around, around + step]
  const [up, down] = [above * 10 - tenths, tenths - below * 10]
  if (up === down) return isTieUp ? above : below
  return up < down ? above : below
}

function smaller(a: number, b: number): number {
  return a < b ? a : b
}

function isBetween(low: number | null, figure: number | null, high: number | null): boolean {
  if (low === null || figure === null || high === null) return low === figure && figure === high
  return low <= figure && figure <= high
}
