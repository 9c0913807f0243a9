import { describe, expect, test } from 'vitest'
import { readBirthDate } from '../../../src/components/bedside/birthDate.ts'
import {
  bolusText,
  mlOfUnits,
  unitsInMl,
  unitsPerKgText,
} from '../../../src/components/bedside/bolusWords.ts'
import {
  apttKeyedAgain,
  rateKeyedAgain,
  weightKeyedAgain,
} from '../../../src/components/bedside/keyAgain.ts'
import {
  readBolusMl,
  readRate,
  readUnits,
  readWeight,
} from '../../../src/components/bedside/keyedFigures.ts'

const NBSP = '\u00a0'

describe('a pump rate', () => {
  test.each([
    ['0.1', 0.1],
    ['6.7', 6.7],
    ['12', 12],
    ['60', 60],
    ['60.0', 60],
    [' 14 ', 14],
  ])('NOMO-4: %j is taken as %d mL/hr', (text, value) => {
    expect(readRate(text)).toEqual({ kind: 'taken', value })
  })

  test.each([
    '',
    '0',
    '0.0',
    '60.1',
    '61',
    '1300',
    '7.55',
    '7,5',
    '.5',
    '5.',
    '012',
    '-7',
    '1e1',
    '12 mL',
    '1.2.3',
    '１２',
    'NaN',
  ])('NOMO-4: %j is refused with its reason, never made to fit', (text) => {
    const read = readRate(text)
    expect(read.kind).toBe('refused')
    expect(read).toHaveProperty('reason', expect.stringMatching(/\w+.*\.$/))
    expect(read).toHaveProperty('rules', ['NOMO-4'])
  })

  test('NOMO-4: above 40 it is keyed again, at 40 it is not', () => {
    expect(rateKeyedAgain(40)).toBeNull()
    expect(rateKeyedAgain(40.1)).toMatchObject({ rules: ['NOMO-4'] })
  })
})

describe('a weight', () => {
  test.each([
    ['20', 20],
    ['72.4', 72.4],
    ['350', 350],
  ])('INIT-6: %j kg is taken', (text, value) => {
    expect(readWeight(text)).toEqual({ kind: 'taken', value })
  })
  test.each(['19.9', '350.1', '72.45', '72,5', '', '160lb'])('INIT-6: %j is refused', (text) => {
    expect(readWeight(text)).toMatchObject({ kind: 'refused', rules: ['INIT-6'] })
  })
  test('INIT-6: above 150 kg it is keyed again', () => {
    expect(weightKeyedAgain(150, null)).toBeNull()
    expect(weightKeyedAgain(150.1, null)).not.toBeNull()
  })
  test('INIT-6: over 10 % from an earlier one it is keyed again, exactly 10 % is not', () => {
    expect(weightKeyedAgain(79.2, 72)).toBeNull()
    expect(weightKeyedAgain(79.3, 72)).not.toBeNull()
    expect(weightKeyedAgain(64.8, 72)).toBeNull()
    expect(weightKeyedAgain(64.7, 72)).not.toBeNull()
  })
})

describe('a bolus', () => {
  test.each([
    ['1', 1],
    ['6500', 6500],
    ['15000', 15000],
  ])('NOMO-4: %j units are taken', (text, value) => {
    expect(readUnits(text)).toEqual({ kind: 'taken', value })
  })
  test.each(['0', '15001', '6.5', '6,500', ''])('NOMO-4: %j units are refused', (text) => {
    expect(readUnits(text)).toMatchObject({ kind: 'refused' })
  })
  test('BOL-8: mL and units answer each other exactly, for every bolus', () => {
    for (let units = 1; units <= 15_000; units += 1) {
      const ml = mlOfUnits(units)
      expect(unitsInMl(Number(String(ml)))).toBe(units)
      expect(readBolusMl(String(ml))).toEqual({ kind: 'taken', value: ml })
    }
  })
  test.each([
    [5000, 78, '64.1'],
    [6240, 78, '80'],
    [5000, 62.5, '80'],
    // 81.25 lies between two tenths: up, as every half is.
    [6500, 80, '81.3'],
  ])('BOL-6: %d units at %d kg are said to one decimal', (units, kg, said) => {
    expect(unitsPerKgText(units, kg)).toBe(`${said}${NBSP}units/kg`)
  })
  test('BOL-7: a bolus is said with its volume and ampoules', () => {
    expect(bolusText(6500)).toBe(
      `6,500${NBSP}units = 6.5${NBSP}mL = 2 ampoules of 5,000${NBSP}units in 5${NBSP}mL`,
    )
    expect(bolusText(5000)).toContain('= 1 ampoule of')
  })
})

test('NOMO-18: an APTT more than 50 seconds from the last usable one is keyed again', () => {
  expect(apttKeyedAgain(98, null)).toBeNull()
  expect(apttKeyedAgain(98, 48)).toBeNull()
  expect(apttKeyedAgain(98.1, 48)).toMatchObject({ rules: ['NOMO-18'] })
  expect(apttKeyedAgain(30, 80.1)).toMatchObject({ rules: ['NOMO-18'] })
})

test.each([
  ['04 Feb 1963', '1963-02-04'],
  ['4/2/1963', '1963-02-04'],
  ['29.2.2024', '2024-02-29'],
])('CHART-2: a date of birth typed %j is %s', (text, iso) => {
  expect(readBirthDate(text)).toEqual({ kind: 'taken', value: iso })
})
test.each(['', '31/02/1963', '1963-02-04', '4 Foo 1963', '4/2/63'])(
  'CHART-2: %j is no date of birth',
  (text) => {
    expect(readBirthDate(text)).toMatchObject({ kind: 'refused' })
  },
)
