import { describe, expect, test } from 'vitest'
import { advise, adviseChosenRow } from '../../src/nomogram/advise.ts'
import { parseAptt } from '../../src/nomogram/parseAptt.ts'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { nomograms } from '../protocols/sheet.ts'

const running = 14

describe('NOMO-2: a limit is answered where every value it could stand for lies in one band', () => {
  test.each([
    ['nstemi', '> 105', 4],
    ['nstemi', '> 150', 4],
    ['stemi', '> 400', 4],
    ['vte', '> 105', 5],
    ['vte', '> 1000.5', 5],
    ['stroke', '> 80', 6],
    ['stroke', 'unclottable', 6],
    ['vte', 'no clot detected', 5],
    ['nstemi', 'unclottable', 4],
    ['stemi', 'unclottable', 4],
  ] as const)('%s, %s: stop', (id, text, index) => {
    expect(said(id, text)).toMatchObject({
      kind: 'stop',
      stopMinutes: id === 'stroke' ? 120 : 90,
      restartRateMlPerHour: 12,
      because: {
        row: { protocol: id, index },
        aptt: parseAptt(text),
        rules: ['NOMO-8', 'NOMO-10', 'TIME-3', 'NOMO-2'],
        localDecisions: ['NOMO-2'],
      },
    })
  })

  test.each([
    ['nstemi', '< 45', 0, null],
    ['stemi', '< 20', 0, null],
    ['vte', '< 40', 0, 5000],
    ['vte', '< 10', 0, 5000],
    ['stroke', '< 40', 0, null],
  ] as const)('%s, %s: the lowest row', (id, text, index, bolusUnits) => {
    expect(said(id, text)).toMatchObject({
      kind: 'change',
      newRateMlPerHour: 15,
      bolusUnits,
      because: { row: { protocol: id, index }, localDecisions: ['NOMO-2'] },
    })
  })

  test.each([
    ['nstemi', '> 104.9', [3, 4], true],
    ['nstemi', '> 100', [3, 4], true],
    ['vte', '> 100', [4, 5], true],
    ['vte', '> 90', [3, 4, 5], true],
    ['stroke', '> 79.9', [5, 6], true],
    ['stroke', '> 10', [0, 1, 2, 3, 4, 5, 6], true],
    ['nstemi', '< 45.1', [0, 1], false],
    ['vte', '< 40.1', [0, 1], false],
    ['vte', '< 45', [0, 1], false],
    ['vte', '< 105.1', [0, 1, 2, 3, 4], false],
    ['vte', '< 105.2', [0, 1, 2, 3, 4, 5], true],
    ['stroke', '< 500', [0, 1, 2, 3, 4, 5, 6], true],
  ] as const)(
    'NOMO-2, NOMO-17: %s, %s: an MO decides between rows %o',
    (id, text, rows, couldStop) => {
      const { appendix } = protocolFor(id)
      expect(said(id, text)).toEqual({
        kind: 'refer',
        because: {
          code: 'limit-spans-bands',
          rows: rows.map((index) => ({ protocol: id, version: '402.3', appendix, index })),
          couldStop,
          aptt: parseAptt(text),
          rateMlPerHour: running,
          rules: ['NOMO-2', 'NOMO-17'],
          localDecisions: ['NOMO-2'],
        },
      })
    },
  )

  test.each(PROTOCOL_IDS)(
    'NOMO-2: each limit on %s is referred just where its values spread over rows',
    (id) => {
      const bands = nomograms[id]
      const topFrom = Number(bands.at(-1)?.lowest)
      const bottomTo = Number(bands[0]?.highest)
      const wrong = everyTenth(10, 400).filter((text) => {
        const spreadsUp = Number(text) < topFrom - 0.15
        const spreadsDown = Number(text) > bottomTo + 0.15
        return (
          isReferred(id, `>${text}`) !== spreadsUp || isReferred(id, `<${text}`) !== spreadsDown
        )
      })
      expect(wrong).toEqual([])
    },
  )
})

describe('NOMO-17: the row that a medical officer chooses', () => {
  test('each row that "> 100" could be, and its figures', () => {
    const choose = (index: number) =>
      adviseChosenRow(protocolFor('vte'), parseAptt('> 100'), 14, index)
    expect(choose(4)).toMatchObject({
      kind: 'change',
      newRateMlPerHour: 12,
      because: {
        row: { index: 4 },
        rules: ['NOMO-6', 'NOMO-8', 'NOMO-2', 'NOMO-17'],
        localDecisions: ['NOMO-2', 'NOMO-17'],
      },
    })
    expect(choose(5)).toMatchObject({ kind: 'stop', stopMinutes: 90, restartRateMlPerHour: 12 })
  })

  test.each([
    ['> 100', 3],
    ['> 100', 6],
    ['< 45', 2],
    ['98.0', 3],
    ['unclottable', 4],
  ])('%s could not be row %d', (text, index) => {
    expect(() => adviseChosenRow(protocolFor('vte'), parseAptt(text), 14, index)).toThrow(
      new RangeError(`row ${index} is none that this APTT could stand for`),
    )
  })

  test.each([
    ['98.0', 4, 'change'],
    ['< 45', 1, 'change'],
    ['unclottable', 5, 'stop'],
  ] as const)('%s may be row %d', (text, index, kind) => {
    expect(adviseChosenRow(protocolFor('vte'), parseAptt(text), 14, index).kind).toBe(kind)
  })

  test('no row is chosen for a specimen without a result, or at a rate no pump runs at', () => {
    expect(() => adviseChosenRow(protocolFor('vte'), parseAptt('clotted'), 14, 0)).toThrow(
      TypeError,
    )
    expect(() => adviseChosenRow(protocolFor('vte'), parseAptt('> 100'), 0, 4)).toThrow(RangeError)
  })
})

function said(id: ProtocolId, text: string) {
  return advise(protocolFor(id), parseAptt(text), running)
}

function isReferred(id: ProtocolId, text: string): boolean {
  return said(id, text).kind === 'refer'
}

function everyTenth(from: number, to: number): string[] {
  return Array.from({ length: (to - from) * 10 + 1 }, (_, tenths) => {
    return `${from + Math.floor(tenths / 10)}.${tenths % 10}`
  })
}
