import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apttTenths, parseAptt } from '../../src/nomogram/parseAptt.ts'

describe('NOMO-1, NOMO-3: a value', () => {
  test.each([
    ['10.0', 10],
    ['10', 10],
    ['39.9', 39.9],
    ['70.1', 70.1],
    ['  98.0 ', 98],
    ['\u00a0105\t', 105],
    ['400', 400],
    ['400.0', 400],
  ])('%o is %d seconds', (text, seconds) => {
    expect(parseAptt(text)).toEqual({ kind: 'value', seconds })
  })

  test('NOMO-3: every tenth from 10.0 to 400.0 is read exactly, and none beside it', () => {
    const wrong = everyTenthTo(5000).filter((text) => {
      const seconds = Number(text)
      const read = parseAptt(text)
      if (seconds < 10 || seconds > 400) return !isOutside(text)
      return read.kind !== 'value' || read.seconds !== seconds
    })
    expect(wrong).toEqual([])
  })
})

describe('NOMO-2: a limit', () => {
  test.each([
    ['> 150', 'above', 150],
    ['>150', 'above', 150],
    ['>\u00a0150.5', 'above', 150.5],
    ['> 400', 'above', 400],
    ['>400.1', 'above', 400.1],
    ['> 1200', 'above', 1200],
    ['> 999999999.9', 'above', 999_999_999.9],
    ['> 10', 'above', 10],
    ['< 20', 'below', 20],
    ['<10.0', 'below', 10],
    ['< 500', 'below', 500],
  ])('%o is accepted', (text, kind, seconds) => {
    expect(parseAptt(text)).toEqual({ kind, seconds })
  })

  test.each(['> 5', '< 9.9', '>0', '< 0.0', '> 1000000000', `>${'9'.repeat(400)}`])(
    'NOMO-3: %o stands for no time an APTT can have',
    (text) => {
      expect(isOutside(text)).toBe(true)
    },
  )
})

describe('NOMO-2: words', () => {
  test.each([
    'unclottable',
    'UNCLOTTABLE',
    ' Unclottable ',
    'no clot detected',
    'No Clot Detected',
  ])('%o has no end point', (text) => {
    expect(parseAptt(text)).toEqual({ kind: 'unclottable' })
  })

  test.each(['clotted', 'Clotted', 'haemolysed', 'HAEMOLYSED', 'insufficient', ' insufficient\n'])(
    '%o is a rejected specimen, which is no result',
    (text) => {
      expect(parseAptt(text)).toEqual({ kind: 'specimen-rejected' })
    },
  )
})

describe('NOMO-1, NOMO-2, NOMO-3: refused, each with its own reason', () => {
  const refusals: Record<string, [rule: string, texts: string[]]> = {
    empty: ['NOMO-2', ['', ' ', '\t\n', '\u3000']],
    'too-many-decimals': ['NOMO-1', ['70.05', '70.00', '> 100.05', '<44.99', '045.123', '9.99']],
    'outside-range': [
      'NOMO-3',
      ['9.9', '0', '0.0', '400.1', '401', '701', '9'.repeat(400), '1'.repeat(10), '1000000000.5'],
    ],
    'decimal-comma': ['NOMO-2', ['105,1', '70,05', '> 100,5', '1,050']],
    sign: ['NOMO-2', ['-5', '+5', '- 72', '-72.5', '-5.55', '\u221272', '> -5', '<+40']],
    'inclusive-limit': [
      'NOMO-2',
      [
        '>= 100',
        '<=40',
        '> = 100',
        '=> 100',
        '=<40.5',
        '= < 40',
        '>= 100.55',
        '\u2265 100',
        '\u2264 40',
      ],
    ],
    unit: [
      'NOMO-2',
      ['70 s', '70s', '70.1 sec', '70.05 s', '70 secs', '70 Seconds', '> 150 s', '70 second.'],
    ],
    'leading-zero': ['NOMO-2', ['045', '00', '0070.1', '> 0100', '<040.0']],
    'incomplete-decimal': ['NOMO-2', ['100.', '.5', '.55', '> 100.', '<.5']],
    'not-an-aptt': [
      'NOMO-2',
      [
        '1O5',
        'l05',
        '1e2',
        '1e400',
        'NaN',
        'Infinity',
        '0x1F',
        '\uff17\uff10',
        '\u0667\u0660',
        '70.1.1',
        '70 71',
        '7 0',
        '1_000',
        '>> 100',
        '<> 100',
        '100 >',
        '>',
        '<',
        '.',
        '-',
        'above 150',
        'not clotted',
        'unclottable?',
        'no clot',
        'no  clot detected',
        'no clot detected.',
        'hemolyzed',
        'clotted 70',
        '70 clotted',
        '70%',
        '70 min',
        '70 mL',
        '<70>',
        'null',
        '70\n71',
        'x70.05',
        '70.05x',
        'x105,1',
        '105,1x',
        'x-5',
        '-5x',
        'x>= 100',
        '>= 100x',
        'x70 s',
        '70 sx',
        'x045',
        '045x',
        'x100.',
        '100.x',
        'x401',
        '401x',
      ],
    ],
  }

  for (const [code, [rule, texts]] of Object.entries(refusals)) {
    test.each(texts)(`${code}: %o (${rule})`, (text) => {
      expect(parseAptt(text)).toEqual({ kind: 'refused', because: { code, rules: [rule] } })
    })
  }
})

test('NOMO-2: only what the grammar holds is ever taken for a number', () => {
  const grammar = /^[<>]?\s*(?:0|[1-9]\d*)(?:\.\d)?$/
  const nearly = fc.stringMatching(/^[<>=+-]? {0,2}[0-9OoeE.,]{0,6}\.?\d{0,2} ?s?$/)
  const anything = fc.oneof(nearly, fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(anything, (text) => {
      const read = parseAptt(text)
      if ('seconds' in read) {
        expect(text.trim()).toMatch(grammar)
        expect(read.seconds).toBe(Number(text.replace(/[<>]/, '')))
        expect(read.seconds).toBeGreaterThanOrEqual(10)
      }
    }),
    { seed: 402, numRuns: 20_000 },
  )
})

test('NOMO-2: what is read cannot be changed afterwards', () => {
  for (const text of [
    '70.1',
    '> 150',
    'unclottable',
    'no clot detected',
    'clotted',
    'haemolysed',
    'insufficient',
    'x',
  ]) {
    const read = parseAptt(text)
    expect(() => Object.assign(read, { kind: 'value', seconds: 60 })).toThrow(TypeError)
    if (read.kind === 'refused') {
      expect(() => Object.assign(read.because, { code: 'sign' })).toThrow(TypeError)
    }
  }
})

test.each([
  [9.9, 'value'],
  [400.1, 'value'],
  [9.9, 'above'],
  [9.9, 'below'],
] as const)('NOMO-3: %d s as a %s has no tenths to work with', (seconds, kind) => {
  expect(() => apttTenths(seconds, kind)).toThrow(
    new RangeError(`not an APTT: ${kind} ${seconds} s`),
  )
})

test.each([
  [10, 'value', 100],
  [400, 'value', 4000],
  [10, 'above', 100],
  [400.1, 'above', 4001],
  [400.1, 'below', 4001],
] as const)('NOMO-3: %d s as a %s is %d tenths', (seconds, kind, tenths) => {
  expect(apttTenths(seconds, kind)).toBe(tenths)
})

function everyTenthTo(last: number): string[] {
  return Array.from(
    { length: last + 1 },
    (_, tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`,
  )
}

function isOutside(text: string): boolean {
  const read = parseAptt(text)
  return read.kind === 'refused' && read.because.code === 'outside-range'
}
