import { expect, test } from 'vitest'
import { happenedFields } from '../../../src/components/bedside/happened.ts'
import {
  LATE_FIELD,
  NOW,
  readAhead,
  readTime,
  type StatedTime,
} from '../../../src/components/bedside/statedTime.ts'
import { instantOf, isoOf, plusMinutes } from '../../../src/time.ts'

const SYDNEY = 'Australia/Sydney'
const stated = (clock: string, more: Partial<StatedTime> = {}): StatedTime => ({
  ...NOW,
  mode: 'stated',
  clock,
  ...more,
})
/** 10 Mar 2027, 14:05 in Sydney. */
const AFTERNOON = instantOf('2027-03-10T03:05:00Z')
/** 10 Mar 2027, 00:10 in Sydney. */
const AFTER_MIDNIGHT = instantOf('2027-03-09T13:10:00Z')

const at = (iso: string, late = false) => ({ kind: 'at', at: instantOf(iso), late })

test('SIGN-7: now is the server’s now', () => {
  expect(readTime(NOW, AFTERNOON, SYDNEY)).toEqual(at('2027-03-10T03:05:00Z'))
})

test('SIGN-7: a clock time is its latest occurrence, today where that is past', () => {
  expect(readTime(stated('13:45'), AFTERNOON, SYDNEY)).toEqual(at('2027-03-10T02:45:00Z'))
  expect(readTime(stated('1345'), AFTERNOON, SYDNEY)).toEqual(at('2027-03-10T02:45:00Z'))
})

test('SIGN-7: after midnight, late evening is yesterday’s', () => {
  expect(readTime(stated('23:50'), AFTER_MIDNIGHT, SYDNEY)).toEqual(at('2027-03-09T12:50:00Z'))
})

test('SIGN-7: two minutes ahead is still today, three is yesterday', () => {
  expect(readTime(stated('14:07'), AFTERNOON, SYDNEY)).toEqual(at('2027-03-10T03:07:00Z'))
  expect(readTime(stated('14:08'), AFTERNOON, SYDNEY)).toEqual(at('2027-03-09T03:08:00Z', true))
})

test('SIGN-7: a day earlier is a day on the calendar, also over a change of the clocks', () => {
  // Daylight saving ends on 4 April 2027: Sunday has 25 hours.
  const monday = instantOf('2027-04-04T14:30:00Z')
  expect(readTime(stated('00:15', { days: 1 }), monday, SYDNEY)).toEqual(
    at('2027-04-03T13:15:00Z', true),
  )
  // Daylight saving begins on 3 October 2027: Sunday has 23 hours.
  const after = instantOf('2027-10-03T13:45:00Z')
  expect(readTime(stated('00:30', { days: 1 }), after, SYDNEY)).toEqual(
    at('2027-10-02T14:30:00Z', true),
  )
})

test('SIGN-7: a time that the clocks show twice is asked, not guessed', () => {
  const now = instantOf('2027-04-03T17:00:00Z')
  expect(readTime(stated('02:30'), now, SYDNEY)).toEqual({
    kind: 'ambiguous',
    earlier: instantOf('2027-04-03T15:30:00Z'),
    later: instantOf('2027-04-03T16:30:00Z'),
  })
  expect(readTime(stated('02:30', { pick: 'later' }), now, SYDNEY)).toMatchObject({
    at: instantOf('2027-04-03T16:30:00Z'),
  })
})

test('SIGN-7: between the two, only the one that has been is meant', () => {
  const now = instantOf('2027-04-03T15:50:00Z')
  expect(readTime(stated('02:30'), now, SYDNEY)).toEqual(at('2027-04-03T15:30:00Z'))
})

test('SIGN-7: a time that the clocks skip is refused, not moved to another hour or day', () => {
  // 3 October 2027: 02:00 becomes 03:00 in Sydney.
  const thatMorning = instantOf('2027-10-02T17:00:00Z')
  expect(readTime(stated('02:30'), thatMorning, SYDNEY)).toMatchObject({ kind: 'refused' })
  const nextMidnight = instantOf('2027-10-03T13:00:00Z')
  expect(readTime(stated('02:30'), nextMidnight, SYDNEY)).toMatchObject({ kind: 'refused' })
  const beforeTheGap = instantOf('2027-10-02T15:00:00Z')
  expect(readTime(stated('02:30'), beforeTheGap, SYDNEY)).toMatchObject({
    at: instantOf('2027-10-01T16:30:00Z'),
  })
})

test.each(['', '24:00', '7:5', '13:60', 'noon', '13.45'])('SIGN-7: %j is no time', (clock) => {
  expect(readTime(stated(clock), AFTERNOON, SYDNEY)).toMatchObject({ kind: 'refused' })
})

test('TIME-3: a plan lies ahead, tomorrow where today’s is past', () => {
  expect(readTime(stated('18:00'), AFTERNOON, SYDNEY, true)).toMatchObject({
    at: instantOf('2027-03-10T07:00:00Z'),
  })
  expect(readTime(stated('08:00'), AFTERNOON, SYDNEY, true)).toMatchObject({
    at: instantOf('2027-03-10T21:00:00Z'),
  })
})

test('SIGN-7: over 60 minutes late asks for a reason, and carries it', () => {
  const late = stated('12:30')
  const asked = (time: StatedTime) =>
    happenedFields({ label: 'When?', stated: time }, AFTERNOON, SYDNEY)
  expect(asked(late)).toMatchObject({ kind: 'missing', rules: ['SIGN-7'], field: LATE_FIELD })
  expect(asked({ ...late, lateReason: ' busy ' })).toEqual({
    kind: 'at',
    fields: { happenedAt: '2027-03-10T01:30:00Z', lateReason: 'busy' },
  })
  expect(asked(stated('13:05'))).toEqual({
    kind: 'at',
    fields: { happenedAt: isoOf(instantOf('2027-03-10T02:05:00Z')) },
  })
})

test('H36: a time ahead is what it was on the screen, and refused once it has passed', () => {
  const until = stated('14:07')
  const before = plusMinutes(AFTERNOON, 1)
  expect(readAhead(until, AFTERNOON, before, SYDNEY)).toEqual(at('2027-03-10T03:07:00Z'))
  expect(readAhead(until, AFTERNOON, plusMinutes(AFTERNOON, 2), SYDNEY).kind).toBe('refused')
})
