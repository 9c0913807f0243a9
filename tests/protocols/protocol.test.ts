import { expect, test } from 'vitest'
import { defineProtocol, type ProtocolDefinition } from '../../src/protocols/protocol.ts'

const up = { kind: 'change', bolusUnits: null, changeMlPerHour: 1 } as const
const down = { kind: 'change', bolusUnits: null, changeMlPerHour: -1.5 } as const
const stay = { kind: 'no-change' } as const
const stop = {
  kind: 'stop',
  stopMinutes: 45,
  assessment: 'mo-review',
  changeMlPerHour: -0.5,
} as const

const lightest = [50, null, 500, 5] as const
const heaviest = [60, null, 600, 6] as const

const sound: ProtocolDefinition = {
  id: 'vte',
  version: '402.9',
  label: 'A protocol of the tests',
  appendix: 9,
  prerequisite: null,
  bolus: null,
  infusion: { unitsPerKgPerHour: 10, maxUnitsPerHour: null, stepMlPerHour: 1, tie: 'half-up' },
  startingRows: [lightest, heaviest],
  aboveLastRow: null,
  nomogram: [
    { toSeconds: 39.9, step: up },
    { toSeconds: 60, step: stay },
    { toSeconds: 70.5, step: down },
    { toSeconds: null, step: stop },
  ],
}

test('NOMO-1: bands meet without a gap, each with both of its edges', () => {
  const { nomogram, therapeuticRange } = defineProtocol(sound)
  expect(nomogram.map((row) => [row.fromSeconds, row.toSeconds, row.toTenths])).toEqual([
    [null, 39.9, 399],
    [40, 60, 600],
    [60.1, 70.5, 705],
    [70.6, null, Infinity],
  ])
  expect(therapeuticRange).toEqual({ fromSeconds: 40, toSeconds: 60 })
})

test('INIT-5: published weights run from the first row to the last, or on without end', () => {
  expect(defineProtocol(sound).publishedWeights).toEqual({ fromKg: 50, toKg: 60 })
  const aboveLastRow = { bolusUnits: null, unitsPerHour: 700, pumpRateMlPerHour: 7 }
  expect(defineProtocol({ ...sound, aboveLastRow }).publishedWeights).toEqual({
    fromKg: 50,
    toKg: null,
  })
})

test('NOMO-6: a row keeps its step in mL/hr and in whole tenths', () => {
  const steps = defineProtocol(sound).nomogram.map((row) => [row.changeMlPerHour, row.changeTenths])
  expect(steps).toEqual([
    [1, 10],
    [0, 0],
    [-1.5, -15],
    [-0.5, -5],
  ])
})

test.each([
  [
    'bands that do not ascend',
    { nomogram: [sound.nomogram[1], sound.nomogram[0], ...sound.nomogram.slice(2)] },
    'bands must ascend and be closed below the last',
  ],
  [
    'two bands with the same edge',
    { nomogram: [{ toSeconds: 60, step: up }, ...sound.nomogram.slice(1)] },
    'bands must ascend and be closed below the last',
  ],
  [
    'an open band below the last',
    { nomogram: [{ toSeconds: null, step: up }, ...sound.nomogram.slice(1)] },
    'bands must ascend and be closed below the last',
  ],
  [
    'a closed last band',
    { nomogram: [...sound.nomogram.slice(0, -1), { toSeconds: 400, step: stop }] },
    'the last band must be open',
  ],
  [
    'a last band that does not stop',
    { nomogram: [...sound.nomogram.slice(0, -1), { toSeconds: null, step: down }] },
    'the last band must be a stop',
  ],
  [
    'no band at all',
    { nomogram: [] },
    'the last band must be open; the last band must be a stop; exactly one band must be therapeutic',
  ],
  [
    'no therapeutic band',
    { nomogram: sound.nomogram.filter((row) => row.step !== stay) },
    'exactly one band must be therapeutic',
  ],
  [
    'two therapeutic bands',
    { nomogram: [{ toSeconds: 20, step: stay }, ...sound.nomogram] },
    'exactly one band must be therapeutic',
  ],
  ['weights that do not ascend', { startingRows: [heaviest, lightest] }, 'weights must ascend'],
] as [string, Partial<ProtocolDefinition>, string][])(
  'INIT-2, NOMO-1: a definition with %s is refused',
  (_, fault, law) => {
    expect(() => defineProtocol({ ...sound, ...fault })).toThrow(
      new Error(`protocol vte 402.9: ${law}`),
    )
  },
)

test('NOMO-7: a therapeutic band at the bottom has no lower end and is refused', () => {
  expect(() => defineProtocol({ ...sound, nomogram: sound.nomogram.slice(1) })).toThrow(
    'the therapeutic band must have a band on either side',
  )
})

test('NOMO-1: an edge finer than a tenth of a second is refused', () => {
  const nomogram = [{ toSeconds: 39.95, step: up }, ...sound.nomogram.slice(1)]
  expect(() => defineProtocol({ ...sound, nomogram })).toThrow(RangeError)
})
