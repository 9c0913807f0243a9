import { describe, expect, test } from 'vitest'
import { hoursInto, hoursOf, shiftAt } from '../../../src/components/due/shift.ts'
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
