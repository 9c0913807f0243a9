import { expect, test } from 'vitest'
import { running } from '../chart/support/wards.ts'
import { figureValue } from './support/ward.ts'

// In Sydney clocks go back at 16:00 UTC on 3 April 2027 and forward at 16:00 UTC on 2 October 2027.
test.each([
  ['back', '2027-04-03T00:00:00Z'],
  ['forward', '2027-10-02T00:00:00Z'],
])(
  'AUDIT-1, H11: the night the clocks go %s has its elapsed hours: 26 are joined, 26 h 1 min are not',
  (_, day) => {
    const joined = running({ day })
    joined.result('60.0', { collected: '14:00' })
    joined.result('62.0', { collected: '40:00' })
    expect(figureValue('in-range', 'time-in-range', joined)).toMatchObject({
      minutes: 1560,
      ofMinutes: 1560,
    })

    const apart = running({ day })
    apart.result('60.0', { collected: '14:00' })
    apart.result('62.0', { collected: '40:01' })
    expect(figureValue('in-range', 'time-in-range', apart).ofMinutes).toBe(0)
  },
)
