import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../../src/chart/commands.ts'
import { identifier, line, stopText, text } from '../../src/chart/shapes.ts'

/** What a name may be made of, anywhere on earth. */
const welcome = [
  "O'Brien",
  'O’Brien',
  'Nguyễn, Thị Ánh',
  'Tāmati-Ngā Rā',
  '李 小龙',
  'Смирнова',
  'Παπαδόπουλος',
  'محمد',
  'नरेन्द्र',
  'ශ්‍රී',
  'می‌خواهم',
  'Søren Ødegård',
  'Dr Smith (locum)',
  '5 μg, then 10 μmol/L',
  'Иванова (Ivanova)',
]

/** What looks like something else, or like nothing. Written by number: the signs themselves cannot be seen here. */
const refused: [string, string][] = [
  ['a NUL', 'Ng\u0000uyen'],
  ['an escape sequence', 'Ng\u001b[2Kuyen'],
  ['a line break in a name', 'Nguyen\nALLERGIES: none'],
  ['a right-to-left override', 'Nguyen \u202e9100009'],
  ['an isolate', 'Nguyen \u2066x\u2069'],
  ['a zero-width space', 'Ngu\u200byen'],
  ['a zero-width joiner between our letters', 'Ngu\u200dyen'],
  ['a byte order mark', '\ufeffNguyen'],
  ['a soft hyphen', 'Ngu\u00adyen'],
  ['a separator of lines', 'Nguyen\u2028x'],
  ['a tag character', 'Nguyen\u{e0041}'],
  ['a filler', 'Nguyen\u3164'],
  ['half of a character', 'Nguyen\ud800'],
  ['a C1 control', 'Nguyen\u0085'],
  ['a Cyrillic letter in a Latin word', 'Nguy\u0435n'],
  ['a Greek letter in a Latin word', '\u039dguyen'],
]

describe('a name', () => {
  test.each(welcome)('may be %s', (name) => {
    expect(line.parse(name)).toBe(name)
  })

  test.each(refused)('with %s is refused in words, and not repeated', (_, name) => {
    const { error } = z.safeParse(line, name)
    expect(error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^(Leave out characters|Write each word)/),
    ])
  })

  test('typed in either of two ways is kept in one: they would look alike and differ', () => {
    expect(line.parse('Nguye\u0302\u0303n')).toBe('Nguyễn')
    expect(line.parse('Nguyễn')).toBe('Nguyễn')
  })
})

describe('a longer text', () => {
  test('has its lines', () => {
    const said = 'Seen at 10:00.\r\n\tNo bleeding.\n'
    expect(text.parse(said)).toBe(said)
  })

  test.each(refused.filter(([, name]) => !/\n|\u0435|\u039d/.test(name)))(
    'with %s is refused',
    (_, said) => {
      expect(z.safeParse(text, said).success).toBe(false)
    },
  )
})

describe('an MRN', () => {
  test.each(['9000017', 'A-9000017/2', '9000 017'])('may be %s', (mrn) => {
    expect(identifier.parse(mrn)).toBe(mrn)
  })

  test.each([
    ['nothing', ''],
    ['a space before it', ' 9000017'],
    ['a space after it', '9000017 '],
    ['two spaces', '9000  017'],
    ['a space that does not break', '9000\u00a0017'],
    ['figures of another script', '٩٠٠٠٠١٧'],
    ['wide figures', '９０００'],
    ['a letter O of another script', '\u041e900'],
  ])('with %s is refused: two of them would look like one', (_, mrn) => {
    expect(z.safeParse(identifier, mrn).success).toBe(false)
  })
})

test('SIGN-5: no sign in the words beside a stop is worth a refusal', () => {
  for (const [, said] of refused) {
    expect(stopText.parse(said)).toBe(said.normalize('NFC'))
    const stop = {
      commandId: '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01',
      expectedVersion: 1,
      happenedAt: '2027-03-10T05:10:00Z',
      kind: 'ceaseInfusion',
      reason: 'other',
      text: said,
      lateReason: said,
    }
    expect(command.parse(stop)).toMatchObject({ kind: 'ceaseInfusion' })
  }
})
