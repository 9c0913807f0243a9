import { expect, test } from 'vitest'
import { refusalText } from '../../src/chart/refusals.ts'
import type { TimeZone } from '../../src/time.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { deviation, held, noBleeding, running } from './support/wards.ts'

const restart = { rateMlPerHour: 12, orderSeq: null }
const stayOff = { finding: 'minor', plan: 'stay-off' } as const
const zone = 'Australia/Sydney' as TimeZone

/** A restart as advised that waits for its second signature. */
function restarting() {
  const course = held()
  course.at('16:00').do('chen', 'assessBleeding', noBleeding)
  const { seq } = course.at('16:30').do('adams', 'restartInfusion', restart)
  return { course, seq }
}

/** A bolus on 35.0 that waits for its second signature, its rate changed at 14:30. */
function giving(at: string) {
  const course = running()
  const resultSeq = course.result('35.0', { collected: '14:00', resulted: '14:30' })
  const order = course.do('chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
  const change = course.both('changeRate', { resultSeq, newRateMlPerHour: 15 })
  const { seq } = course.at(at).do('adams', 'giveBolus', { orderSeq: order.seq, units: 5000 })
  return { course, seq, changeSeq: change.seq }
}

/** An increase 14 to 15 that waits for its second signature. */
function raising() {
  const course = running()
  const resultSeq = course.result('42.0', { collected: '14:00', resulted: '14:20' })
  const { seq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
  return { course, seq, resultSeq }
}

function secondOf(course: Course, seq: number) {
  return given(course).when('baker', 'countersign', course.countersign(seq))
}

test('TIME-3, SIGN-8: an MO who keeps the infusion off ends a restart that waits, at its check and at a countersign without one', () => {
  const { course, seq } = restarting()
  course.at('16:32').do('chen', 'assessBleeding', stayOff)
  given(course.at('16:33')).whenChecked('baker', seq).thenRefused('stays-off', 'TIME-3')
  const refusal = secondOf(course, seq).thenRefused('stays-off', 'TIME-3')
  const { next } = refusalText(refusal, zone)
  expect(next).toContain('The first signer withdraws')
  course.do('adams', 'withdraw', { actSeq: seq })
  expect(course.chart.pending).toBeNull()
  expect(course.infusion.status).toBe('stopped')
})

test('TIME-3, SIGN-8: a later time chosen by the MO holds back a restart that waits', () => {
  const { course, seq } = restarting()
  const until = course.iso('18:00')
  course.at('16:32').do('chen', 'assessBleeding', { finding: 'minor', plan: 'later', until })
  secondOf(course, seq).thenRefused('hold-not-over', 'TIME-3')
})

test('SIGN-8: once the check has matched, nothing but a stop comes between, an assessment neither', () => {
  const { course, seq } = restarting()
  course.at('16:31').check('baker', seq)
  course.at('16:32').do('chen', 'assessBleeding', stayOff)
  course.at('16:33').sign('baker', seq)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 12 })
})

test('TIME-3, SIGN-5: a resume from a provisional stop ends with an MO who keeps it off', () => {
  const course = running()
  course.at('10:00').do('adams', 'stopInfusion', { reason: 'concern' })
  const { seq } = course.at('10:10').do('chen', 'resumeInfusion', { rateMlPerHour: 14 })
  course.at('10:12').do('silva', 'assessBleeding', stayOff)
  secondOf(course, seq).thenRefused('stays-off', 'TIME-3')
})

test('BOL-6: a tube drawn between the signatures ends a bolus, and so do 2 h from its rate change', () => {
  const tube = giving('16:25')
  tube.course.at('16:28').do('cole', 'recordCollection', { site: 'away-from-heparin' })
  given(tube.course).whenChecked('baker', tube.seq).thenRefused('bolus-lapsed', 'BOL-6')
  secondOf(tube.course.at('16:29'), tube.seq).thenRefused('bolus-lapsed', 'BOL-6')
  const late = giving('16:29')
  secondOf(late.course.at('16:30'), late.seq).thenRefused('bolus-lapsed', 'BOL-6')
  const inTime = giving('16:25')
  inTime.course.at('16:29').sign('baker', inTime.seq)
  expect(inTime.course.chart.events.at(-1)?.kind).toBe('bolus')
})

test('CHART-1, BOL-6: a strike-out between the signatures that an MO has to answer ends the bolus', () => {
  const course = running()
  const first = course.result('60.0', { collected: '13:40', resulted: '13:45' })
  const kept = course.do('adams', 'keepRate', { resultSeq: first })
  const resultSeq = course.result('35.0', { collected: '14:00', resulted: '14:30' })
  const order = course.do('chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
  const { seq } = course.at('14:35').do('adams', 'giveBolus', { orderSeq: order.seq, units: 5000 })
  course.at('14:36').do('adams', 'strikeOut', { struckSeq: kept.seq, reason: 'Wrong chart' })
  expect(course.chart.moQuestions).toHaveLength(1)
  secondOf(course, seq).thenRefused('lapsed-or-void')
})

test('INT-1: more than 4 h off by the countersign is too long, though the first signature was in time', () => {
  const course = running()
  course.at('09:00').do('adams', 'interruptInfusion', { reason: 'Pump fault' })
  const { seq } = course.at('12:58').do('adams', 'resumeInfusion', { rateMlPerHour: 14 })
  secondOf(course.at('13:01'), seq).thenRefused('off-too-long', 'INT-1')
  secondOf(course.at('13:00'), seq).thenEntry({ kind: 'countersigned' })
})

test('DEV-1, SIGN-8: an AMO who orders a lower rate holds back an increase that waits, and the order is due at once', () => {
  const { course, seq, resultSeq } = raising()
  const order = { resultSeq, rateMlPerHour: 10, reason: 'Falling Hb', deviation }
  const { seq: orderSeq } = course.at('14:22').do('haddad', 'orderRate', order)
  expect(course.dueOf('titration', 'rate-order')).toHaveLength(1)
  given(course.at('14:24')).whenChecked('baker', seq).thenRefused('order-stands', 'NOMO-17')
  const refusal = secondOf(course, seq).thenRefused('order-stands', 'NOMO-17')
  expect(refusal.facts.ordered).toBe(10)
  course.do('adams', 'withdraw', { actSeq: seq })
  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
    .thenRefused('order-stands')
  course.both('changeRate', { orderSeq, newRateMlPerHour: 10 })
  expect(course.infusion.rateMlPerHour).toBe(10)
})

test('DEV-1: a lasting deviation ordered meanwhile holds back the increase as well', () => {
  const { course, seq, resultSeq } = raising()
  const lasting = { ...deviation, until: 'ended' } as const
  const order = { resultSeq, rateMlPerHour: 15, reason: 'As charted', deviation: lasting }
  course.at('14:22').do('haddad', 'orderRate', order)
  secondOf(course, seq).thenRefused('deviation-in-force', 'DEV-1')
})

test('DEV-1, NOMO-17: a decrease that waits is taken, and the order that came meanwhile stays to be carried out', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:30' })
  const { seq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const order = { resultSeq, rateMlPerHour: 8, reason: 'Falling Hb', deviation }
  const { seq: orderSeq } = course.at('14:32').do('haddad', 'orderRate', order)
  course.at('14:35').sign('baker', seq)
  expect(course.infusion.rateMlPerHour).toBe(12)
  expect(course.dueOf('titration', 'rate-order')).toHaveLength(1)
  course.both('changeRate', { orderSeq, newRateMlPerHour: 8 })
  expect(course.infusion.rateMlPerHour).toBe(8)
  expect(course.dueOf('titration', 'rate-order')).toEqual([])
})

test('DEV-1, TIME-3: an order of another rate at a hold comes before the restart as advised', () => {
  const { course, seq } = restarting()
  const order = { resultSeq: null, rateMlPerHour: 11, reason: 'Frail', deviation }
  const { seq: orderSeq } = course.at('16:32').do('haddad', 'orderRate', order)
  secondOf(course, seq).thenRefused('order-stands', 'DEV-1')
  course.do('adams', 'withdraw', { actSeq: seq })
  given(course).when('adams', 'restartInfusion', restart).thenRefused('order-stands')
  course.both('restartInfusion', { rateMlPerHour: 11, orderSeq })
  expect(course.infusion.rateMlPerHour).toBe(11)
})

test('TIME-3, DEV-1: an older deviation does not restart against an MO who put the restart off since', () => {
  const order = { resultSeq: null, rateMlPerHour: 11, reason: 'Clot', deviation }
  const course = held()
  const { seq: orderSeq } = course.at('15:10').do('haddad', 'orderRate', order)
  const ordered = { rateMlPerHour: 11, orderSeq }
  course.at('15:20').do('chen', 'assessBleeding', noBleeding)
  given(course.at('15:25')).when('adams', 'restartInfusion', ordered).thenEntry({ orderSeq })
  const { seq } = course.entries.at(-1) ?? { seq: 0 }
  course.at('15:30').do('chen', 'assessBleeding', stayOff)
  secondOf(course, seq).thenRefused('hold-not-over', 'TIME-3')
  course.do('adams', 'withdraw', { actSeq: seq })
  given(course).when('adams', 'restartInfusion', ordered).thenRefused('hold-not-over')
  given(course.at('16:40')).when('adams', 'restartInfusion', ordered).thenRefused('stays-off')
  const again = course.do('haddad', 'orderRate', order)
  course.both('restartInfusion', { rateMlPerHour: 11, orderSeq: again.seq })
  expect(course.infusion.rateMlPerHour).toBe(11)
})

test('SIGN-9, NOMO-11: the same figure entered again stands in no check’s way, and both entries count as acted on', () => {
  const { course, seq, resultSeq } = raising()
  const { collectionSeq } = course.chart.results[0] ?? {}
  const sample = { collectionSeq: collectionSeq ?? 0 }
  const again = [1, 2].map(() => course.do('baker', 'recordResult', { text: '42.0', sample }).seq)
  expect(course.check('baker', seq).kind).toBe('accepted')
  secondOf(course, seq).thenEntry({ kind: 'countersigned' })
  for (const each of [resultSeq, ...again]) expect(course.use(each)).toBe('acted')
})
