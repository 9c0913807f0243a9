import { describe, expect, test } from 'vitest'
import { advise } from '../../src/nomogram/advise.ts'
import { type ParsedAptt, parseAptt } from '../../src/nomogram/parseAptt.ts'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { nomograms } from '../protocols/sheet.ts'

const running = 14

const edges = PROTOCOL_IDS.flatMap((id) =>
  nomograms[id].flatMap((band, index) =>
    [band.lowest, band.highest].map((text) => ({ id, text, index, ...band })),
  ),
)

test.each(edges)('NOMO-1: $id, $text s is answered from the row "$printed"', (edge) => {
  const { id, text, index, bolusUnits, stopMinutes, rateChange } = edge
  const { appendix, nomogram } = protocolFor(id)
  const because = {
    row: { protocol: id, version: '402.3', appendix, index },
    aptt: { kind: 'value', seconds: Number(text) },
    rateMlPerHour: running,
    rules: nomogram[index]?.rules,
    localDecisions: [],
  }
  expect(said(id, text)).toEqual(
    stopMinutes !== null
      ? {
          kind: 'stop',
          stopMinutes,
          assessment: id === 'stroke' ? 'mo-review' : 'bleeding-check',
          restartRateMlPerHour: running - 2,
          next: 'six-hours-after-restart',
          because,
        }
      : rateChange === 0
        ? { kind: 'no-change', next: 'run-of-two', because }
        : {
            kind: 'change',
            newRateMlPerHour: running + rateChange,
            changeMlPerHour: rateChange,
            bolusUnits,
            next: 'six-hours',
            because,
          },
  )
})

describe('NOMO-5: a rate of 0 or below is never given and never clamped', () => {
  test.each([
    ['stemi', '90.1', 2, 3],
    ['stemi', '95', 1, 3],
    ['stemi', '70.1', 1, 2],
    ['stroke', '60.1', 0.5, 3],
    ['stroke', '60.1', 0.1, 3],
  ] as const)('%s, %s s at %d mL/hr: an MO decides', (id, text, rate, index) => {
    expect(advise(protocolFor(id), parseAptt(text), rate)).toEqual({
      kind: 'refer',
      because: {
        code: 'rate-would-reach-zero',
        rows: [protocolFor(id).nomogram[index]?.ref],
        couldStop: false,
        aptt: { kind: 'value', seconds: Number(text) },
        rateMlPerHour: rate,
        rules: ['NOMO-5', 'NOMO-17', 'DEV-1'],
        localDecisions: ['NOMO-5'],
      },
    })
  })

  test.each([
    ['stemi', '90.1', 2.1, 0.1],
    ['stemi', '70.1', 1.1, 0.1],
    ['stroke', '60.1', 0.6, 0.1],
    ['stemi', '95', 3, 1],
  ] as const)('%s, %s s at %d mL/hr still gives %d', (id, text, rate, given) => {
    expect(advise(protocolFor(id), parseAptt(text), rate)).toMatchObject({
      kind: 'change',
      newRateMlPerHour: given,
    })
  })

  test.each([
    ['nstemi', '105.1', 2, null],
    ['nstemi', '105.1', 2.1, 0.1],
    ['vte', '200', 0.1, null],
    ['stroke', '80.1', 1.9, null],
  ] as const)(
    '%s, %s s at %d mL/hr is still a stop, with restart rate %o',
    (id, text, rate, restart) => {
      const advice = advise(protocolFor(id), parseAptt(text), rate)
      expect(advice).toMatchObject({ kind: 'stop', restartRateMlPerHour: restart })
      expect(advice.because.localDecisions).toEqual(restart === null ? ['NOMO-5'] : [])
      expect(advice.because.rules.includes('NOMO-5')).toBe(restart === null)
    },
  )

  test('NOMO-2, NOMO-5: unclottable at 2 mL/hr stops, cites both, and gives no restart rate', () => {
    expect(advise(protocolFor('vte'), parseAptt('unclottable'), 2)).toMatchObject({
      kind: 'stop',
      restartRateMlPerHour: null,
      because: {
        rules: ['NOMO-8', 'NOMO-10', 'TIME-3', 'NOMO-2', 'NOMO-5'],
        localDecisions: ['NOMO-2', 'NOMO-5'],
      },
    })
  })
})

describe('NOMO-4: a rate above 60.0 mL/hr is never given and never clamped', () => {
  test.each([
    ['vte', '39.9', 59.1],
    ['vte', '< 40', 60],
    ['stroke', '44', 59.6],
  ] as const)('%s, %s at %d mL/hr: an MO decides', (id, text, rate) => {
    expect(advise(protocolFor(id), parseAptt(text), rate)).toMatchObject({
      kind: 'refer',
      because: {
        code: 'rate-would-pass-limit',
        couldStop: false,
        rules: ['NOMO-4', 'NOMO-17'],
        localDecisions: ['NOMO-4'],
      },
    })
  })

  test.each([
    ['vte', '39.9', 59, 60],
    ['stroke', '44', 59.5, 60],
  ] as const)('%s, %s s at %d mL/hr gives %d', (id, text, rate, given) => {
    expect(advise(protocolFor(id), parseAptt(text), rate)).toMatchObject({
      newRateMlPerHour: given,
    })
  })
})

test.each([0, -1, 0.05, 14.05, 60.1, 1000, Number.NaN, Infinity, '14' as unknown as number])(
  'NOMO-4, NOMO-6: no advice at a running rate of %o mL/hr',
  (rate) => {
    for (const text of ['39', '60', '200', 'unclottable', '> 100']) {
      expect(() => advise(protocolFor('vte'), parseAptt(text), rate)).toThrow(RangeError)
    }
  },
)

test.each([0.1, 60])('NOMO-4: advice is given at the edge of the rates, %d mL/hr', (rate) => {
  expect(advise(protocolFor('vte'), parseAptt('60'), rate).kind).toBe('no-change')
})

test.each([
  { kind: 'value', seconds: 70.05 },
  { kind: 'value', seconds: 9.9 },
  { kind: 'value', seconds: 400.1 },
  { kind: 'value', seconds: Number.NaN },
  { kind: 'above', seconds: 9.9 },
  { kind: 'above', seconds: 100.05 },
  { kind: 'below', seconds: 9.9 },
  { kind: 'below', seconds: 44.99 },
] as const)('NOMO-1, NOMO-3: no advice on an APTT that no text gives, %o', (aptt) => {
  expect(() => advise(protocolFor('vte'), aptt, running)).toThrow(RangeError)
})

test.each(['clotted', 'haemolysed', 'insufficient', '', '70.05'])(
  'NOMO-2: no advice without a result (%o)',
  (text) => {
    const { kind } = parseAptt(text)
    expect(() => said('vte', text)).toThrow(
      new TypeError(`the nomogram answers no APTT that is ${kind}`),
    )
  },
)

test('NOMO-1: what an answer shares with the protocol cannot be changed through it', () => {
  const advice = said('vte', '98.0')
  expect(Object.isFrozen(advice.because.rules)).toBe(true)
  expect(Object.isFrozen(advice.because.localDecisions)).toBe(true)
  expect(advice.kind === 'change' && Object.isFrozen(advice.because.row)).toBe(true)
})

test('NOMO-5: what an answer shares with other answers cannot be changed through it', () => {
  const { because } = advise(protocolFor('vte'), parseAptt('98.0'), 2)
  expect([because.rules, because.localDecisions].every(Object.isFrozen)).toBe(true)
  const limit = said('vte', '> 150').because
  expect(Object.isFrozen(limit.localDecisions)).toBe(true)
})

function said(id: ProtocolId, text: string) {
  const aptt: ParsedAptt = parseAptt(text)
  return advise(protocolFor(id), aptt, running)
}
