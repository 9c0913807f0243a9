import { expect, test } from 'vitest'
import { LAST_30, readPeriod } from '../../../src/components/audit/auditPeriod.ts'
import { instantOf, isoOf } from '../../../src/time.ts'

const ZONE = 'Australia/Sydney'

function period(change: Partial<typeof LAST_30>, now = '2027-03-10T04:00:00Z', zone = ZONE) {
  const read = readPeriod({ ...LAST_30, ...change }, instantOf(now), zone)
  if (read.kind === 'refused') return read.reason
  const { from, to, goLive } = read.period
  return [from, to, ...(goLive === null ? [] : [goLive])].map(isoOf)
}

test('AUDIT-1, H11: a period is whole days of the facility, also over a change of its clocks', () => {
  // Clocks go back in the night of 4 April 2027: that day has 25 hours.
  const days = { days: 'own', from: '03 Apr 2027', to: '04 Apr 2027' } as const
  expect(period(days)).toEqual(['2027-04-02T13:00:00Z', '2027-04-04T14:00:00Z'])
  expect(period({ days: '7' }, '2027-04-07T03:00:00Z')).toEqual([
    '2027-03-31T13:00:00Z',
    '2027-04-07T14:00:00Z',
  ])
})

test('AUDIT-1: a day without a midnight begins where its clock does', () => {
  // In Cairo clocks go forward at midnight of Friday 30 April 2027.
  expect(
    period({ days: 'own', from: '30 Apr 2027', to: '30 Apr 2027' }, undefined, 'Africa/Cairo'),
  ).toEqual(['2027-04-29T22:00:00Z', '2027-04-30T21:00:00Z'])
})

test('AUDIT-1: a go-live is the beginning of its day, and never the first day', () => {
  const own = { days: 'own', from: '01 Mar 2027', to: '10 Mar 2027' } as const
  expect(period({ ...own, goLive: '05 Mar 2027' })).toEqual([
    '2027-02-28T13:00:00Z',
    '2027-03-10T13:00:00Z',
    '2027-03-04T13:00:00Z',
  ])
  expect(period({ ...own, goLive: '01 Mar 2027' })).toMatch(/Go-live: give a day of the period/)
  expect(period({ ...own, goLive: '11 Mar 2027' })).toMatch(/Go-live: give a day of the period/)
  expect(period({ ...own, goLive: 'soon' })).toMatch(/Go-live: write a day that exists/)
})
