import { expect, test } from 'vitest'
import { bagText } from '../../src/components/bagWords.ts'
import type { Course } from '../chart/support/course.ts'
import { held, prescribed, running } from '../chart/support/wards.ts'

const ZONE = 'Australia/Sydney'
const standard = { units: 25_000, volumeMl: 250, batch: 'B1', expiry: '2028-01-31' }
const said = ({ chart, now }: Course) =>
  bagText(chart, now, ZONE)?.replaceAll('\u00a0', ' ') ?? null

test('CHART-9, TIME-6: the bag in a line: when it runs out and what is left', () => {
  // 08:00 in UTC is 19:00 on the ward; 250 mL at 14 mL/hr last 17 hr 51 min.
  expect(said(running().at('10:00'))).toBe(
    'Bag runs out in 15 hr 51 min (Thu 11 Mar 2027 12:51), 222 mL left',
  )
  expect(said(prescribed())).toBeNull()
  expect(said(held())).toBe('Bag: 152 mL left; nothing runs')
  expect(said(running().at('26:30'))).toBe('Bag should be empty since 12:51')
  expect(said(running({ rate: 5 }).at('33:00'))).toBe('Bag hangs longer than 24 hours; 125 mL left')
})

test('CHART-9, H26: a bag that is wrong, in doubt or unknown says so instead of a number', () => {
  const wrong = running().at('10:00')
  const { seq } = wrong.do('adams', 'hangBag', { ...standard, units: 12_500 })
  expect(said(wrong)).toBe('Wrong bag: 12,500 units in 250 mL hangs since 21:00')
  wrong.at('10:05').do('adams', 'strikeOut', { struckSeq: seq, reason: 'Typing' })
  expect(said(wrong)).toBe(
    'Which bag hangs? The wrong one was struck out at 21:05, none is hung since',
  )

  const differs = running().at('10:00')
  const hung = differs.do('adams', 'hangBag', standard)
  const fields = differs.countersign(hung.seq, { checkedUnits: 2_500 })
  differs.refused('baker', 'countersign', fields)
  expect(said(differs)).toBe('Which bag hangs? Two people read its label differently at 21:00')

  const struck = running().at('10:00')
  const other = struck.do('adams', 'hangBag', standard)
  struck.do('adams', 'strikeOut', { struckSeq: other.seq, reason: 'Other patient' })
  expect(said(struck)).toBe(
    'Bag volume not known: its entry was struck out; hang a bag and record it',
  )
})
