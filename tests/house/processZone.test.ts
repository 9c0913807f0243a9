import { expect, test } from 'vitest'

test('the process lives in the time zone of its project', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ'])
  const offsets: Record<string, number> = {
    UTC: 0,
    'Australia/Sydney': -660,
    'America/New_York': 300,
  }
  expect(new Date('2027-01-15T00:00:00Z').getTimezoneOffset()).toBe(
    offsets[process.env['TZ'] ?? ''],
  )
})
