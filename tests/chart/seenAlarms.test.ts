import { expect, test } from 'vitest'
import { type AlarmItem, alarmsAt } from '../../src/chart/alarmOf.ts'
import { type Heard, nextAlarm, nothingHeard, seen } from '../../src/chart/nextAlarm.ts'
import {
  leftChart,
  newlySeen,
  type SeenThere,
  seenOnChart,
  seenThere,
  takenBack,
} from '../../src/chart/seenAlarms.ts'
import { type Instant, plusMinutes } from '../../src/time.ts'
import { NIGHT, SYDNEY } from './support/alarmLaws.ts'

const OVERDUE: AlarmItem = {
  ...{ chartId: 'c1', bed: '12', kind: 'aptt-collection', about: null, owner: 'nurse', seq: 4 },
  ...{ stopAdvised: false, dueAt: NIGHT, overdueAt: NIGHT },
}
const OTHER: AlarmItem = { ...OVERDUE, chartId: 'c10', bed: '3' }
const KEY = 'c1 aptt-collection 4 '

function at(items: readonly AlarmItem[], heard: Heard, now: Instant = NIGHT) {
  return nextAlarm({
    ...{ alarms: alarmsAt(items, now), heard, now, zone: SYDNEY, ward: 'live' },
    choices: { sound: true, notifications: true, quiet: null },
  })
}
const looked = { ...nothingHeard, hasLooked: true }
const said = at([OVERDUE], looked).heard

test('H9: what an open chart let count as seen is silent, and said anew once it is taken back', () => {
  const open = seenOnChart(said, KEY)
  expect(at([OVERDUE], open)).toMatchObject({ announce: null, showing: null })
  const later = plusMinutes(NIGHT, 5)
  expect(at([OVERDUE], takenBack(open), later).announce).toMatchObject({
    kind: 'alarm',
    isRepeat: false,
  })
})

test('H40: what somebody tapped, also on the open chart, is never taken back', () => {
  expect(takenBack(seen(said, KEY)).said).toEqual(seen(said, KEY).said)
  expect(takenBack(seen(seenOnChart(said, KEY), KEY)).said.has(KEY)).toBe(true)
  expect(seenOnChart(seen(said, KEY), KEY)).toEqual(seen(said, KEY))
})

test('H40: whoever goes on from a chart has seen it; another chart whose id begins the same is not meant', () => {
  const both = at([OVERDUE, OTHER], said, plusMinutes(NIGHT, 5)).heard
  const open = seenOnChart(seenOnChart(both, KEY), 'c10 aptt-collection 4 ')
  expect([...takenBack(leftChart(open, 'c1')).said.keys()]).toEqual([KEY])
})

test('what was never said is seen on no chart', () => {
  expect(seenOnChart(looked, KEY)).toBe(looked)
})

function told(more: Partial<SeenThere> = {}): SeenThere {
  return { key: KEY, state: 'overdue', isOnlyOpen: false, at: NIGHT, ...more }
}
const here = (items: readonly AlarmItem[], now: Instant = NIGHT) => ({
  alarms: alarmsAt(items, now),
  now,
})

test('H40: what was seen on another page is said on none', () => {
  const after = seenThere(looked, [told()], here([OVERDUE]))
  expect(after.left).toEqual([])
  expect(at([OVERDUE], after.heard)).toMatchObject({ announce: null, showing: null })
  expect(at([OVERDUE], seenThere(said, [told()], here([OVERDUE])).heard).showing).toBeNull()
})

test('H9: what was seen there in another state is said here, and what was seen only on an open chart can be taken back', () => {
  const due = seenThere(looked, [told({ state: 'due' })], here([OVERDUE]))
  expect(at([OVERDUE], due.heard).announce).not.toBeNull()
  const open = seenThere(said, [told({ isOnlyOpen: true })], here([OVERDUE])).heard
  expect(at([OVERDUE], open).showing).toBeNull()
  expect(takenBack(open).said.has(KEY)).toBe(false)
  const tapped = seenThere(seen(said, KEY), [told({ isOnlyOpen: true })], here([OVERDUE])).heard
  expect(takenBack(tapped).said.has(KEY)).toBe(true)
})

test('what this page has not heard of yet waits for a minute', () => {
  const soon = plusMinutes(NIGHT, 0.75)
  const waits = seenThere(looked, [told()], here([], soon))
  expect(waits).toEqual({ heard: looked, left: [told()] })
  expect(seenThere(looked, waits.left, here([OVERDUE], soon)).heard.said.get(KEY)?.isSeen).toBe(
    true,
  )
  expect(seenThere(looked, [told()], here([], plusMinutes(NIGHT, 1))).left).toEqual([])
})

test('only what has come to be seen is told on, and not again what another page told', () => {
  expect(newlySeen(said, said)).toEqual([])
  expect(newlySeen(said, seen(said, KEY))).toEqual([
    { key: KEY, state: 'overdue', isOnlyOpen: false },
  ])
  const open = seenOnChart(said, KEY)
  expect(newlySeen(said, open)).toEqual([{ key: KEY, state: 'overdue', isOnlyOpen: true }])
  expect(newlySeen(open, leftChart(open, 'c1'))).toEqual([
    { key: KEY, state: 'overdue', isOnlyOpen: false },
  ])
  const first = at([OVERDUE], nothingHeard).heard
  expect(first.said.get(KEY)).toMatchObject({ isSeen: true, isTold: false })
  expect(newlySeen(nothingHeard, first)).toEqual([])
})
