import { describe, expect, test } from 'vitest'
import { protocolFor } from '../src/protocols/register.ts'
import { type Instant, instantOf } from '../src/time.ts'
import * as wording from '../src/wording.ts'

const SYDNEY = 'Australia/Sydney'
const at = (iso: string): Instant => instantOf(iso)
const NBSP = '\u00a0'

describe('numbers', () => {
  test.each([
    [6, '6'],
    [0.5, '0.5'],
    [14.5, '14.5'],
    [999, '999'],
    [1000, '1,000'],
    [25000, '25,000'],
    [1234567, '1,234,567'],
  ])('%d reads %s', (n, text) => {
    expect(wording.numberText(n)).toBe(text)
  })

  test('number and unit stand together', () => {
    expect(wording.rateText(14)).toBe(`14${NBSP}mL/hr`)
    expect(wording.unitsText(5000)).toBe(`5,000${NBSP}units`)
    expect(wording.unitsPerHourText(1400)).toBe(`1,400${NBSP}units/hr`)
    expect(wording.kgText(72.4)).toBe(`72.4${NBSP}kg`)
    expect(wording.secondsText(58.2)).toBe(`58.2${NBSP}seconds`)
  })
})

describe('bands', () => {
  const inWords = (id: 'nstemi' | 'vte' | 'stroke') => {
    const { nomogram } = protocolFor(id)
    return nomogram.map((_, index) => wording.bandText(nomogram, index).replaceAll(NBSP, ' '))
  }
  test('NOMO-1: bands are said in words, as the tables print them', () => {
    expect(inWords('nstemi')).toEqual([
      'less than 45',
      '45 to 70',
      '70.1 to 90',
      '90.1 to 105',
      'greater than 105',
    ])
    expect(inWords('vte')[0]).toBe('less than 40')
    expect(inWords('stroke').at(-1)).toBe('greater than 80')
  })

  test('a band that a list does not have, or that is open at both ends, is refused', () => {
    const bands = [{ fromSeconds: null, toSeconds: null }]
    expect(() => wording.bandText(bands, 1)).toThrow(RangeError)
    expect(() => wording.bandText(bands, 0)).toThrow(RangeError)
  })
})

describe('times', () => {
  const now = at('2027-03-10T03:00:00Z')

  test.each([
    ['2027-03-10T04:20:00Z', 'in 1 hr 20 min (15:20)'],
    ['2027-03-10T03:00:30Z', 'in 1 min (14:00)'],
    ['2027-03-10T03:00:00Z', 'now (14:00)'],
    ['2027-03-10T02:35:00Z', '25 min ago (13:35)'],
    ['2027-03-11T03:00:00Z', 'in 24 hr (Thu 11 Mar 2027 14:00)'],
  ])('%s is said relative to now, with the absolute time beside it', (iso, text) => {
    expect(wording.relativeText(at(iso), now, SYDNEY).replaceAll(NBSP, ' ')).toBe(text)
  })

  test('overdue counts from the due time', () => {
    const text = wording.overdueText(at('2027-03-10T02:35:00Z'), now, SYDNEY)
    expect(text.replaceAll(NBSP, ' ')).toBe('25 min overdue (due 13:35)')
  })

  test.each([
    [0, '0 min'],
    [59.9, '59 min'],
    [60, '1 hr'],
    [2 * 24 * 60, '2 days 0 hr'],
    [47 * 60 + 5, '47 hr 5 min'],
  ])('%d minutes read %s', (minutes, text) => {
    expect(wording.durationText(minutes).replaceAll(NBSP, ' ')).toBe(text)
  })

  test('the zone is named within a day of a change of the clocks, and only then', () => {
    expect(wording.clockText(at('2027-04-03T13:30:00Z'), SYDNEY)).toBe(`00:30${NBSP}AEDT`)
    expect(wording.clockText(at('2027-04-03T16:30:00Z'), SYDNEY)).toBe(`02:30${NBSP}AEST`)
    expect(wording.clockText(now, SYDNEY)).toBe('14:00')
  })

  test('a calendar date is the date as written, in no zone', () => {
    expect(wording.dateText('1951-03-09')).toBe(`09${NBSP}Mar${NBSP}1951`)
  })
})

test('a patient is named SURNAME, Given', () => {
  expect(wording.patientName({ surname: 'O’Brien', given: 'Tom' })).toBe('O’BRIEN, Tom')
})
