import { describe, expect, test } from 'vitest'
import { aheadIn, hoursInto, hoursOf, shiftAt } from '../../../src/components/due/shift.ts'
import { instantOf, isoOf } from '../../../src/time.ts'
import { clockText } from '../../../src/wording.ts'

const SYDNEY = 'Australia/Sydney'
const at = (iso: string) => {
  const { name, from, to } = shiftAt(instantOf(iso), SYDNEY)
  return [name, isoOf(from), isoOf(to)]
}

describe('the shift that a time lies in', () => {
  test.each([
    ['2027-03-10T04:00:00Z', 'Afternoon', '2027-03-10T04:00:00Z', '2027-03-10T12:00:00Z'],
    ['2027-03-10T03:59:59Z', 'Morning', '2027-03-09T20:00:00Z', '2027-03-10T04:00:00Z'],
    ['2027-03-10T13:30:00Z', 'Night', '2027-03-10T12:00:00Z', '2027-03-10T20:00:00Z'],
    ['2027-03-10T11:59:59Z', 'Afternoon', '2027-03-10T04:00:00Z', '2027-03-10T12:00:00Z'],
  ])('%s is in the %s shift', (iso, ...expected) => {
    expect(at(iso)).toEqual(expected)
  })

  test('H11: the night of 3 April has nine hours, that of 2 October seven; every instant of both lies in it', () => {
    const autumn = shiftAt(instantOf('2027-04-03T16:30:00Z'), SYDNEY)
    expect(hoursInto(autumn, autumn.to)).toBe(9)
    expect(hoursOf(autumn).map((hour) => clockText(hour, SYDNEY).replace('\u00a0', ' '))).toEqual([
      ...['23:00 AEDT', '00:00 AEDT', '01:00 AEDT', '02:00 AEDT', '02:00 AEST'],
      ...['03:00 AEST', '04:00 AEST', '05:00 AEST', '06:00 AEST'],
    ])
    const spring = shiftAt(instantOf('2027-10-02T16:30:00Z'), SYDNEY)
    expect(hoursOf(spring)).toHaveLength(7)
    for (const shift of [autumn, spring]) {
      for (const hour of hoursOf(shift)) expect(shiftAt(hour, SYDNEY)).toEqual(shift)
    }
  })

  test('shift follows shift without a gap through a year', () => {
    let shift = shiftAt(instantOf('2027-01-01T00:00:00Z'), SYDNEY)
    const names: string[] = []
    for (let count = 0; count < 1095; count += 1) {
      const next = shiftAt(shift.to, SYDNEY)
      expect(next.from).toBe(shift.to)
      names.push(next.name)
      shift = next
    }
    expect(names.slice(0, 3)).toEqual(['Afternoon', 'Night', 'Morning'])
    expect(names.filter((name) => name === 'Night')).toHaveLength(365)
  })
})

describe('what is shown of a shift', () => {
  test.each([
    ['2027-03-10T04:59:00Z', '2027-03-10T04:00:00Z'],
    ['2027-03-10T10:22:00Z', '2027-03-10T09:00:00Z'],
    ['2027-03-10T11:00:00Z', '2027-03-10T10:00:00Z'],
  ])('TIME-1: at %s it begins at %s, so that what is to come has the room', (now, from) => {
    const shift = shiftAt(instantOf(now), SYDNEY)
    const ahead = aheadIn(shift, instantOf(now))
    expect([isoOf(ahead.from), ahead.to]).toEqual([from, shift.to])
  })

  test('the next shift is shown whole', () => {
    const next = shiftAt(instantOf('2027-03-10T13:00:00Z'), SYDNEY)
    expect(aheadIn(next, instantOf('2027-03-10T11:30:00Z'))).toEqual(next)
  })
})
