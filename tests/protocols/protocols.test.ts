import { expect, test } from 'vitest'
import { PROTOCOL_IDS } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { greaterThan, nomograms, printedDoses } from './sheet.ts'

const headings = {
  nstemi: { label: 'NSTEMI', appendix: 1, prerequisite: null },
  stemi: { label: 'STEMI', appendix: 2, prerequisite: 'thrombolysis' },
  vte: { label: 'VTE/ATE/AF', appendix: 3, prerequisite: null },
  stroke: { label: 'Acute stroke', appendix: 4, prerequisite: 'neurologist-consultation' },
}
const targets = {
  nstemi: { fromSeconds: 45, toSeconds: 70 },
  stemi: { fromSeconds: 45, toSeconds: 70 },
  vte: { fromSeconds: 45, toSeconds: 90 },
  stroke: { fromSeconds: 45, toSeconds: 60 },
}
const formulas = {
  nstemi: {
    bolus: { unitsPerKg: 60, maxUnits: null, stepUnits: 100, tie: 'half-down' },
    infusion: { unitsPerKgPerHour: 15, maxUnitsPerHour: 1000, stepMlPerHour: 1, tie: 'half-up' },
  },
  stemi: {
    bolus: { unitsPerKg: 60, maxUnits: 4000, stepUnits: 100, tie: 'half-down' },
    infusion: { unitsPerKgPerHour: 12, maxUnitsPerHour: 1000, stepMlPerHour: 1, tie: 'half-up' },
  },
  vte: {
    bolus: { unitsPerKg: 80, maxUnits: null, stepUnits: 500, tie: 'half-down' },
    infusion: { unitsPerKgPerHour: 18, maxUnitsPerHour: null, stepMlPerHour: 1, tie: 'half-up' },
  },
  stroke: {
    bolus: null,
    infusion: {
      unitsPerKgPerHour: 15,
      maxUnitsPerHour: 1000,
      stepMlPerHour: 0.1,
      tie: 'half-down',
    },
  },
}

test('INIT-1: there are four protocols, in the order of their appendices', () => {
  expect(PROTOCOL_IDS).toEqual(['nstemi', 'stemi', 'vte', 'stroke'])
  expect(PROTOCOL_IDS.map((id) => protocolFor(id).appendix)).toEqual([1, 2, 3, 4])
})

test.each(PROTOCOL_IDS)('INIT-1: %s has its name, appendix, formula and prerequisite', (id) => {
  expect(protocolFor(id)).toMatchObject({
    id,
    version: '402.3',
    ...headings[id],
    ...formulas[id],
  })
})

test.each(PROTOCOL_IDS)('INIT-2: every row of the %s table is the printed one', (id) => {
  expect(protocolFor(id).startingRows).toEqual(printedDoses(id))
})

test.each(PROTOCOL_IDS)('INIT-3: what %s prints above its last row is the printed line', (id) => {
  const printed = greaterThan[id]
  const { aboveLastRow, startingRows } = protocolFor(id)
  if (printed === null) {
    expect(aboveLastRow).toBeNull()
  } else {
    const { weightKg, ...figures } = printed
    expect(aboveLastRow).toEqual(figures)
    expect(startingRows.at(-1)?.weightKg).toBe(weightKg)
  }
})

test.each([
  ['nstemi', { fromKg: 40, toKg: null }],
  ['stemi', { fromKg: 40, toKg: null }],
  ['vte', { fromKg: 40, toKg: 170 }],
  ['stroke', { fromKg: 40, toKg: null }],
] as const)('INIT-5: %s publishes doses for %o', (id, weights) => {
  expect(protocolFor(id).publishedWeights).toEqual(weights)
})

test.each(PROTOCOL_IDS)(
  'NOMO-1: the %s bands are the printed ones, and no gap lies between',
  (id) => {
    const rows = protocolFor(id).nomogram
    const printed = nomograms[id]
    expect(
      rows.map((row) => ({
        lowest: row.fromSeconds,
        highest: row.toSeconds,
        tenths: row.toTenths,
        bolusUnits: row.bolusUnits,
        stopMinutes: row.stopMinutes,
        rateChange: row.changeMlPerHour,
        rateTenths: row.changeTenths,
      })),
    ).toEqual(
      printed.map((line, index) => ({
        lowest: index === 0 ? null : Number(line.lowest),
        highest: index === printed.length - 1 ? null : Number(line.highest),
        tenths: index === printed.length - 1 ? Infinity : Number(line.highest.replace('.', '')),
        bolusUnits: line.bolusUnits,
        stopMinutes: line.stopMinutes,
        rateChange: line.rateChange,
        rateTenths: line.rateChange * 10,
      })),
    )
  },
)

test.each(PROTOCOL_IDS)(
  'NOMO-7: each %s row says what it does, when the next APTT is and by which rules',
  (id) => {
    const said = protocolFor(id).nomogram.map(({ kind, next, rules, assessment }) => ({
      kind,
      next,
      rules,
      assessment,
    }))
    const change = {
      kind: 'change',
      next: 'six-hours',
      assessment: null,
      rules: ['NOMO-6', 'NOMO-8'],
    }
    expect(said).toEqual(
      nomograms[id].map((line) => {
        if (line.rateChange === 0) {
          return { kind: 'no-change', next: 'run-of-two', assessment: null, rules: ['NOMO-7'] }
        }
        if (line.stopMinutes === null) {
          return line.bolusUnits === null
            ? change
            : { ...change, rules: [...change.rules, 'BOL-6'] }
        }
        return {
          kind: 'stop',
          next: 'six-hours-after-restart',
          assessment: id === 'stroke' ? 'mo-review' : 'bleeding-check',
          rules: ['NOMO-8', 'NOMO-10', 'TIME-3'],
        }
      }),
    )
  },
)

test.each(PROTOCOL_IDS)('NOMO-7: the therapeutic range of %s is its middle band', (id) => {
  expect(protocolFor(id).therapeuticRange).toEqual(targets[id])
})

test.each(PROTOCOL_IDS)('INIT-1: each row of %s can be found again', (id) => {
  const { nomogram, appendix } = protocolFor(id)
  expect(nomogram.map((row) => row.ref)).toEqual(
    nomogram.map((_, index) => ({ protocol: id, version: '402.3', appendix, index })),
  )
})
