import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPatients } from '../../../src/components/find/findPatients.ts'
import { lettersApart } from '../../../src/components/find/lettersApart.ts'
import { plainLetters } from '../../../src/components/find/plainLetters.ts'
import type { BoardRow } from '../../../src/store/wire.ts'
import { NOW } from '../../support/fakeWard.ts'

function patient(surname: string, given: string, mrn: string, bed: string): BoardRow {
  return {
    chartId: `chart-${mrn}`,
    patient: { mrn, surname, given, dateOfBirth: '1963-02-04', sex: 'female' },
    bed,
    infusion: {
      status: 'running',
      suspended: [],
      rateMlPerHour: 14,
      since: NOW,
      stop: null,
    },
    next: null,
  }
}

const WARD = [
  patient('Nguyen', 'Anh', '3310482', '12'),
  patient('Nguyen', 'An', '3310488', '3'),
  patient("O'Brien", 'Maeve', '3526901', '9'),
  patient('Müller-Øst', 'Jürgen', '4417203', '04'),
  patient('Van der Berg', 'Piet', '5120077', '7'),
  patient('Papadopoulos', 'Con', '2870645', '15'),
  patient('Ng', 'Li', '6001234', '21'),
  patient('Singh', 'Priya', '7730019', '22A'),
] as const

/** Who is found, by surname and given name. */
const found = (typed: string, ward: readonly BoardRow[] = WARD) =>
  findPatients(ward, typed).map(({ row: { patient: who } }) => `${who.surname}, ${who.given}`)

test.each([
  ['Ngyuen', ['Nguyen, Anh', 'Nguyen, An']],
  ['nguen', ['Nguyen, Anh', 'Nguyen, An']],
  ['Nguyen Anh', ['Nguyen, Anh', 'Nguyen, An']],
  ['OBrien', ["O'Brien, Maeve"]],
  ['o brien', ["O'Brien, Maeve"]],
  ['O’Brein', ["O'Brien, Maeve"]],
  ['muller ost', ['Müller-Øst, Jürgen']],
  ['mullre', ['Müller-Øst, Jürgen']],
  ['ost', ['Müller-Øst, Jürgen']],
  ['vanderberg', ['Van der Berg, Piet']],
  ['berg, piet', ['Van der Berg, Piet']],
  ['Papadopolus', ['Papadopoulos, Con']],
  ['papa', ['Papadopoulos, Con']],
  ['526901', ["O'Brien, Maeve"]],
  ['MRN 7730', ['Singh, Priya']],
  ['bed 4', ['Müller-Øst, Jürgen']],
  ['22a', ['Singh, Priya']],
  ['nguyen 3', ['Nguyen, An']],
])('%s finds %j', (typed, who) => {
  expect(found(typed)).toEqual(who)
})

test.each([['zzzz'], ['8526901'], ['99'], ['10'], [' '], ["'"], ['bed'], ['singh 9']])(
  '%j finds nobody',
  (typed) => {
    expect(found(typed)).toEqual([])
  },
)

test('those spelled as typed come first; the others are told apart', () => {
  const ward = [patient('Smyth', 'Ann', '1', '1'), patient('Smith', 'Bo', '2', '2')]
  const hits = findPatients(ward, 'smith')
  expect(hits.map(({ row, isOtherSpelling }) => [row.patient.surname, isOtherSpelling])).toEqual([
    ['Smith', false],
    ['Smyth', true],
  ])
})

test('H15: a surname that is like another one of the ward is marked, also where only one of the two is found', () => {
  expect(findPatients(WARD, 'nguyen').map(({ hasLookAlike }) => hasLookAlike)).toEqual([true, true])
  expect(findPatients(WARD, '3310482')).toMatchObject([{ hasLookAlike: true }])
  expect(findPatients(WARD, 'singh')).toMatchObject([{ hasLookAlike: false }])
})

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const letter = fc.constantFrom(...LETTERS)
const surname = fc
  .array(fc.constantFrom(...LETTERS, 'é', 'ø', "'", '-', ' '), { minLength: 2, maxLength: 14 })
  .map((all) => all.join(''))
  .filter((name) => plainLetters(name).length > 1)

/** Every way to slip on one letter, at a place that is chosen. */
const slip = fc.record({
  kind: fc.constantFrom('missing', 'too many', 'wrong', 'swapped'),
  place: fc.nat(),
  letter,
})

function slipped(
  name: string,
  { kind, place, letter: other }: { kind: string; place: number; letter: string },
) {
  const all = [...name]
  const at = place % (kind === 'swapped' ? all.length - 1 : all.length)
  const here = all[at] ?? ''
  const next = all[at + 1] ?? ''
  if (kind === 'missing') all.splice(at, 1)
  if (kind === 'too many') all.splice(at, 0, other)
  if (kind === 'wrong') all.splice(at, 1, other)
  if (kind === 'swapped') all.splice(at, 2, next, here)
  return all.join('')
}

test('each patient is found by every single slip in the letters of the surname', () => {
  fc.assert(
    fc.property(surname, slip, (name, how) => {
      const typed = slipped(plainLetters(name), how)
      fc.pre(typed !== '' && !/^\d+$/.test(typed))
      expect(found(typed, [patient(name, 'Sam', '9900111', '2')])).toHaveLength(1)
    }),
    { seed: 402, numRuns: 800 },
  )
})

test('each patient is found by any three figures in a row of the MRN, and by none that are not in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 9_999_999 }), fc.nat(4), (mrn, from) => {
      const ward = [patient('Quill', 'Sam', `${mrn}`, 'A')]
      expect(found(`${mrn}`.slice(from, from + 3), ward)).toHaveLength(1)
      expect(found(`${mrn}0`, ward)).toHaveLength(0)
    }),
    { seed: 402, numRuns: 300 },
  )
})

test('two slips in a short name are two too many', () => {
  expect(lettersApart('ngyuon', 'nguyen').whole).toBe(2)
  expect(found('ngyuon')).toEqual([])
})

test('the distance is that of the slips made: it counts a swap once, and a beginning leaves the rest open', () => {
  expect(lettersApart('ab', 'ba')).toEqual({ whole: 1, beginning: 1 })
  expect(lettersApart('papda', 'papadopoulos')).toEqual({ whole: 8, beginning: 1 })
  expect(lettersApart('', 'ng')).toEqual({ whole: 2, beginning: 0 })
})
