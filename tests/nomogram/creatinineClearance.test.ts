import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ClearanceInputs,
  creatinineClearance,
} from '../../src/nomogram/creatinineClearance.ts'

const inputs: ClearanceInputs = {
  ageYears: 70,
  sex: 'male',
  weightKg: 75,
  isWeightEstimated: false,
  creatinineUmolPerL: 110,
}

function mlPerMin(more: Partial<ClearanceInputs>): number | string {
  const answer = creatinineClearance({ ...inputs, ...more })
  return answer.kind === 'clearance' ? answer.mlPerMin : answer.because.code
}

test('CHART-5: worked by hand: (140 - age) x kg / (0.814 x creatinine), for a woman 85 % of it, rounded once', () => {
  // 70 x 75 / (0.814 x 110) = 5,250 / 89.54 = 58.63
  expect(mlPerMin({})).toBe(59)
  // x 0.85 = 49.84
  expect(mlPerMin({ sex: 'female' })).toBe(50)
  // 58 x 56 / (0.814 x 140) = 3,248 / 113.96 = 28.50; x 0.85 = 24.23
  expect(mlPerMin({ ageYears: 82, weightKg: 56, creatinineUmolPerL: 140, sex: 'F' })).toBe(24)
  // 100 x 72.4 / (0.814 x 78) = 7,240 / 63.492 = 114.03
  expect(mlPerMin({ ageYears: 40, weightKg: 72.4, creatinineUmolPerL: 78 })).toBe(114)
  // 45 x 40 / (0.814 x 900) = 1,800 / 732.6 = 2.457
  expect(mlPerMin({ ageYears: 95, weightKg: 40, creatinineUmolPerL: 900 })).toBe(2)
})

test('CHART-5: exactly half a mL/min goes up', () => {
  // 74 x 40.7 / (0.814 x 1,000) = 3,011.8 / 814 = 3.7; 30 x 40.7 / (0.814 x 100) = 15; 31 x 40.7 / 81.4 = 15.5
  expect(mlPerMin({ ageYears: 110, weightKg: 40.7, creatinineUmolPerL: 100 })).toBe(15)
  expect(mlPerMin({ ageYears: 109, weightKg: 40.7, creatinineUmolPerL: 100 })).toBe(16)
})

test('CHART-5: without creatinine, weight, a plain sex or an adult’s age there is no figure, and it says why', () => {
  expect(mlPerMin({ creatinineUmolPerL: null })).toBe('no-creatinine')
  expect(mlPerMin({ weightKg: null })).toBe('no-weight')
  for (const sex of ['', 'X', 'indeterminate', 'not stated', 'fem', 'toString']) {
    expect(mlPerMin({ sex }), sex).toBe('sex-unclear')
  }
  expect([mlPerMin({ ageYears: 17 }), mlPerMin({ ageYears: 18 })]).toEqual(['not-adult', 102])
  expect(mlPerMin({ ageYears: 140 })).toBe('not-adult')
})

test('CHART-5: the answer carries its inputs, says whether the weight is estimated, and that it is a local decision', () => {
  const answer = creatinineClearance({ ...inputs, sex: ' Female ', isWeightEstimated: true })
  expect(answer).toMatchObject({
    because: {
      rules: ['CHART-5'],
      localDecisions: ['CHART-5'],
      sex: 'female',
      ageYears: 70,
      weightKg: 75,
      isWeightEstimated: true,
      creatinineUmolPerL: 110,
    },
  })
})

test('CHART-5: a weight with two decimals or a creatinine that is not whole is an error, never rounded', () => {
  expect(() => mlPerMin({ weightKg: 75.25 })).toThrow(RangeError)
  expect(() => mlPerMin({ creatinineUmolPerL: 78.5 })).toThrow(RangeError)
})

test('CHART-5: more creatinine or more years never give more clearance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 18, max: 110 }),
      fc.integer({ min: 200, max: 3500 }),
      fc.integer({ min: 10, max: 2999 }),
      (ageYears, tenthsKg, creatinineUmolPerL) => {
        const known = { ageYears, weightKg: tenthsKg / 10, creatinineUmolPerL }
        const now = Number(mlPerMin(known))
        expect(
          Number(mlPerMin({ ...known, creatinineUmolPerL: creatinineUmolPerL + 1 })),
        ).toBeLessThanOrEqual(now)
        expect(Number(mlPerMin({ ...known, ageYears: ageYears + 1 }))).toBeLessThanOrEqual(now)
      },
    ),
    { seed: 20270310 },
  )
})
