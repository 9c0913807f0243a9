import { describe, expect, test } from 'vitest'
import { type StartingDose, startingDose } from '../../src/nomogram/startingDose.ts'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { greaterThan, printedDoses } from '../protocols/sheet.ts'

const printed = PROTOCOL_IDS.flatMap((id) => printedDoses(id).map((row) => ({ id, ...row })))

test.each(printed)(
  'INIT-2: $id at $weightKg kg is the printed row',
  ({ id, weightKg, ...figures }) => {
    const dose = doseOf(id, weightKg)
    expect(dose).toMatchObject(figures)
    expect(dose.because).toMatchObject({
      source: 'published-row',
      protocol: id,
      version: '402.3',
      appendix: protocolFor(id).appendix,
      weightKg,
      neighbours: { exact: { weightKg, ...figures }, below: null, above: null },
      rules: ['INIT-1', 'INIT-2', 'INIT-8', ...(id === 'stroke' ? ['BOL-1'] : [])],
      localDecisions: [],
    })
  },
)

test.each(printed)(
  'INIT-2: the formula reaches the printed row of $id at $weightKg kg',
  ({ id, weightKg, ...figures }) => {
    const working = doseOf(id, weightKg).because.working
    expect(working?.bolus?.bolusUnits ?? null).toBe(figures.bolusUnits)
    expect(working?.rate.unitsPerHour).toBe(figures.unitsPerHour)
    expect(working?.rate.pumpRateMlPerHour).toBe(figures.pumpRateMlPerHour)
  },
)

describe('INIT-2: which way a tie goes is what the printed rows show', () => {
  test.each([
    ['nstemi', 50, 750, 8],
    ['vte', 75, 1350, 14],
    ['vte', 125, 2250, 23],
    ['stroke', 45, 675, 6.7],
    ['stroke', 55, 825, 8.2],
    ['stroke', 65, 975, 9.7],
  ] as const)(
    '%s at %d kg: %d units/hr is a tie and runs at %d mL/hr',
    (id, weight, units, rate) => {
      const working = doseOf(id, weight).because.working?.rate
      expect(working).toMatchObject({ unitsPerHour: units, isTie: true, pumpRateMlPerHour: rate })
    },
  )

  test('the other tie rule would miss each of these rows, and only these', () => {
    const missed = printed.filter(({ id, weightKg, pumpRateMlPerHour }) => {
      const protocol = protocolFor(id)
      const tie = protocol.infusion.tie === 'half-up' ? 'half-down' : 'half-up'
      const otherwise = { ...protocol, infusion: { ...protocol.infusion, tie } } as const
      const { because } = startingDose(otherwise, weightKg)
      return 'working' in because && because.working?.rate.pumpRateMlPerHour !== pumpRateMlPerHour
    })
    expect(missed.map(({ id, weightKg }) => `${id} ${weightKg}`)).toEqual([
      'nstemi 50',
      'vte 75',
      'vte 125',
      'stroke 45',
      'stroke 55',
      'stroke 65',
    ])
  })

  test('no printed bolus is a tie, so the rows leave its direction open', () => {
    const ties = printed.filter(
      ({ id, weightKg }) => doseOf(id, weightKg).because.working?.bolus?.isTie,
    )
    expect(ties).toEqual([])
  })
})

describe('INIT-3: above the last row the printed line holds', () => {
  test.each([
    ['nstemi', 80.1],
    ['nstemi', 350],
    ['stemi', 80.1],
    ['stemi', 120.5],
    ['stroke', 70.1],
    ['stroke', 350],
  ] as const)('%s at %d kg', (id, weight) => {
    const { weightKg: last, ...figures } = greaterThan[id] ?? { weightKg: 0 }
    const dose = doseOf(id, weight)
    expect(dose).toMatchObject({ ...figures, deliveredUnitsPerHour: 1000 })
    expect(dose.because).toMatchObject({
      source: 'above-last-row',
      neighbours: { exact: null, below: { weightKg: last }, above: null },
      working: null,
      rules: ['INIT-3', 'INIT-8', ...(id === 'stroke' ? ['BOL-1'] : [])],
      localDecisions: [],
    })
  })
})

describe('INIT-4: between rows the formula applies to the measured weight', () => {
  test.each([
    // 60 units/kg to the nearest 100, half down; 15 units/kg/hr
    ['nstemi', 42.5, 2500, 637.5, 6],
    ['nstemi', 42.4, 2500, 636, 6],
    ['nstemi', 42.6, 2600, 639, 6],
    ['nstemi', 61.3, 3700, 919.5, 9],
    ['nstemi', 66.6, 4000, 999, 10],
    ['nstemi', 66.7, 4000, 1000, 10],
    ['nstemi', 79.9, 4800, 1000, 10],
    // 60 units/kg, at most 4,000; 12 units/kg/hr
    ['stemi', 62.5, 3700, 750, 8],
    ['stemi', 66.6, 4000, 799.2, 8],
    ['stemi', 66.7, 4000, 800.4, 8],
    ['stemi', 79.9, 4000, 958.8, 10],
    // 80 units/kg to the nearest 500; 18 units/kg/hr
    ['vte', 53.1, 4000, 955.8, 10],
    ['vte', 53.2, 4500, 957.6, 10],
    ['vte', 91.6, 7500, 1648.8, 16],
    ['vte', 91.7, 7500, 1650.6, 17],
    ['vte', 169.9, 13500, 3058.2, 31],
    // 15 units/kg/hr to the nearest 0.1 mL/hr, half down
    ['stroke', 40.1, null, 601.5, 6],
    ['stroke', 41, null, 615, 6.1],
    ['stroke', 41.1, null, 616.5, 6.2],
    ['stroke', 66.6, null, 999, 10],
    ['stroke', 66.7, null, 1000, 10],
  ] as const)('%s at %d kg: %o units, %d units/hr, %d mL/hr', (id, weight, bolus, units, rate) => {
    const dose = doseOf(id, weight)
    expect(dose).toMatchObject({
      bolusUnits: bolus,
      unitsPerHour: units,
      pumpRateMlPerHour: rate,
    })
    expect(dose.because).toMatchObject({
      source: 'between-rows',
      weightKg: weight,
      rules: ['INIT-1', 'INIT-2', 'INIT-4', 'INIT-8', ...(id === 'stroke' ? ['BOL-1'] : [])],
      localDecisions: ['INIT-4'],
    })
  })

  test('the working shows each step: multiplied, held to the maximum, rounded', () => {
    expect(doseOf('stemi', 72.5).because.working).toEqual({
      bolus: {
        unitsPerKg: 60,
        calculatedUnits: 4350,
        maxUnits: 4000,
        isHeldToMax: true,
        stepUnits: 100,
        tie: 'half-down',
        isTie: false,
        bolusUnits: 4000,
      },
      rate: {
        unitsPerKgPerHour: 12,
        calculatedUnitsPerHour: 870,
        maxUnitsPerHour: 1000,
        isHeldToMax: false,
        unitsPerHour: 870,
        stepMlPerHour: 1,
        tie: 'half-up',
        isTie: false,
        pumpRateMlPerHour: 9,
      },
    })
    expect(doseOf('nstemi', 47.5).because.working?.bolus).toMatchObject({
      calculatedUnits: 2850,
      isHeldToMax: false,
      isTie: true,
      bolusUnits: 2800,
    })
    expect(doseOf('nstemi', 75.5).because.working?.rate).toMatchObject({
      calculatedUnitsPerHour: 1132.5,
      isHeldToMax: true,
      unitsPerHour: 1000,
    })
  })

  test('a figure exactly at its maximum is not held to it', () => {
    const protocol = protocolFor('stemi')
    const capped = { ...protocol, infusion: { ...protocol.infusion, maxUnitsPerHour: 870 } }
    const { because } = startingDose(capped, 72.5)
    expect(because).toMatchObject({ working: { rate: { isHeldToMax: false, unitsPerHour: 870 } } })
  })

  test('the neighbouring printed rows stand beside the figure', () => {
    expect(doseOf('stroke', 57.2).because.neighbours).toEqual({
      exact: null,
      below: { weightKg: 55, bolusUnits: null, unitsPerHour: 825, pumpRateMlPerHour: 8.2 },
      above: { weightKg: 60, bolusUnits: null, unitsPerHour: 900, pumpRateMlPerHour: 9 },
    })
  })
})

describe('INIT-5: outside the published weights there is a reason and no figure', () => {
  test.each([
    ['nstemi', 39.9, 'below-published-weights', null],
    ['stemi', 20, 'below-published-weights', null],
    ['vte', 39.9, 'below-published-weights', 170],
    ['stroke', 39.9, 'below-published-weights', null],
    ['vte', 170.1, 'above-published-weights', 170],
    ['vte', 350, 'above-published-weights', 170],
  ] as const)('%s at %d kg: %s', (id, weightKg, code, toKg) => {
    expect(startingDose(protocolFor(id), weightKg)).toEqual({
      kind: 'no-published-dose',
      because: {
        code,
        fromKg: 40,
        toKg,
        protocol: id,
        version: '402.3',
        appendix: protocolFor(id).appendix,
        weightKg,
        rules: ['INIT-5', 'DEV-1'],
        localDecisions: [],
      },
    })
  })
})

test.each([19.9, 0, -70, 350.1, 70.05, Number.NaN, Infinity, '70' as unknown as number])(
  'INIT-6: %o kg is an entry error',
  (weight) => {
    for (const id of PROTOCOL_IDS) {
      expect(() => startingDose(protocolFor(id), weight)).toThrow(RangeError)
    }
  },
)

test('INIT-6: the entry error names the weight', () => {
  expect(() => startingDose(protocolFor('vte'), 350.1)).toThrow(
    'not a weight that is accepted: 350.1 kg',
  )
})

test.each([
  ['nstemi', 45, 675, 700],
  ['stemi', 45, 540, 500],
  ['vte', 75, 1350, 1400],
  ['stroke', 45, 675, 670],
  ['stroke', 57.2, 858, 860],
] as const)(
  'INIT-8: %s at %d kg: %d units/hr calculated, %d delivered',
  (id, weight, calculated, delivered) => {
    const dose = doseOf(id, weight)
    expect([dose.unitsPerHour, dose.deliveredUnitsPerHour]).toEqual([calculated, delivered])
  },
)

test('BOL-1: the stroke protocol proposes no bolus, neither to start with nor in any row', () => {
  const stroke = protocolFor('stroke')
  for (const weight of [40, 57.2, 70, 70.1, 350]) {
    expect(startingDose(stroke, weight)).toMatchObject({
      bolusUnits: null,
      because: { rules: expect.arrayContaining(['BOL-1']) },
    })
  }
  expect(stroke.nomogram.filter((row) => row.bolusUnits !== null)).toEqual([])
})

test('INIT-2: a dose cannot be changed after it was worked out', () => {
  const dose = doseOf('vte', 72.4)
  expect(() => Object.assign(dose, { bolusUnits: 1 })).toThrow(TypeError)
  expect(() => Object.assign(dose.because.working ?? {}, { rate: null })).toThrow(TypeError)
  const none = startingDose(protocolFor('vte'), 30)
  expect(() => Object.assign(none.because, { code: 'x' })).toThrow(TypeError)
})

function doseOf(id: ProtocolId, weightKg: number): Extract<StartingDose, { kind: 'dose' }> {
  const dose = startingDose(protocolFor(id), weightKg)
  if (dose.kind !== 'dose') throw new Error(`no dose for ${id} at ${weightKg} kg`)
  return dose
}
