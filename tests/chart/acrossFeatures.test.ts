import { expect, test } from 'vitest'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { ended, ordered, plan } from './support/planned.ts'
import {
  deviation,
  held,
  noBleeding,
  prescribed,
  prescriptionOf,
  running,
} from './support/wards.ts'

const standard = { units: 25_000, volumeMl: 250, batch: 'B1234', expiry: '2028-01-31' }
const half = { ...standard, units: 12_500 }
const reason = 'Recorded on the wrong chart'

/** Half the strength hangs from 09:00 on, an MO has answered for it; a sample of 15:30 has its result at once. */
function weak(text: string) {
  const course = running().at('09:00')
  course.do('adams', 'hangBag', half)
  course.do('chen', 'prescribe', prescriptionOf(course, 'vte'))
  return { course, resultSeq: course.result(text, { collected: '15:30' }) }
}

/** The AMO orders 16 instead of 14 at 10:00, as a deviation that lasts. */
function lasting(until: NonNullable<Fields<'orderRate'>['deviation']>['until']) {
  const course = running().at('10:00')
  const order = { resultSeq: null, rateMlPerHour: 16, reason: 'New clot' }
  const given = { ...order, deviation: { ...deviation, until } }
  return { course, orderSeq: course.do('haddad', 'orderRate', given).seq }
}

function standsNoMore(course: Course, orderSeq: number) {
  expect(course.dueOf('titration', 'rate-order')).toEqual([])
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 16 })
    .thenRefused('no-such-order')
}

test('CHART-9, NOMO-9, INT-1: a wrong bag changed during a short interruption leaves its sample stale', () => {
  const { course, resultSeq } = weak('50.0')
  course.at('15:40').do('adams', 'interruptInfusion', { reason: 'Bag changed' })
  course.at('15:45').do('adams', 'hangBag', standard)
  course.at('15:50').both('resumeInfusion', { rateMlPerHour: 14 })
  expect(course.view(resultSeq)).toMatchObject({ use: 'stale', advice: null })
  given(course).when('adams', 'keepRate', { resultSeq }).thenRefused('stale-sample', 'NOMO-9')
})

test('CHART-9, SIGN-5, NOMO-10: a stop under a wrong bag, adopted when the right one hangs, has a hold and no restart rate', () => {
  const { course, resultSeq } = weak('130.0')
  course.at('15:40').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  course.at('15:45').do('adams', 'hangBag', standard)
  course.at('15:50').do('chen', 'stopInfusion', { reason: 'nomogram', resultSeq })
  expect(course.infusion.stop).toMatchObject({
    reason: 'nomogram',
    restartNotBefore: course.time('17:10'),
    restartRateMlPerHour: null,
  })
  expect(course.item('mo-decision', 'no-restart-rate').rules).toContain('DEV-1')
})

test('SIGN-8, CHART-1: an act that labels read differently made void does not come back when that bag is struck out', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  const bag = course.do('adams', 'hangBag', standard)
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.refused('baker', 'countersign', course.countersign(bag.seq, { checkedUnits: 12_500 }))
  expect(course.chart.pending).toBeNull()
  course.do('adams', 'strikeOut', { struckSeq: bag.seq, reason })
  expect(course.chart.pending).toBeNull()
  given(course)
    .when('baker', 'countersign', course.countersign(act.seq))
    .thenRefused('lapsed-or-void', 'SIGN-8')
})

test('SIGN-9, CHART-1: the stop struck out, a restart from it that waits for its check is void', () => {
  const course = held()
  course.at('16:00').do('chen', 'assessBleeding', noBleeding)
  course.at('16:30')
  const act = course.do('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  const struckSeq = course.infusion.stop?.seq ?? 0
  course.do('chen', 'strikeOut', { struckSeq, reason })
  expect(course.infusion).toMatchObject({ rateUnconfirmed: true, rateMlPerHour: null })
  given(course)
    .when('baker', 'countersign', course.countersign(act.seq))
    .thenRefused('lapsed-or-void', 'SIGN-8')
})

test('DEV-1: an order stands no more once its deviation was ended, and its act that waits is void', () => {
  const { course, orderSeq } = lasting('ended')
  course.at('10:05').do('adams', 'changeRate', { orderSeq, newRateMlPerHour: 16 })
  course.at('10:08').do('haddad', 'endDeviation', { deviationSeq: orderSeq, reason: 'Over' })
  expect(course.chart.pending).toBeNull()
  standsNoMore(course, orderSeq)
})

test('DEV-1: an order stands until the time of its deviation, and no longer', () => {
  const { course, orderSeq } = lasting('2027-03-10T12:00:00Z')
  course.at('11:59')
  expect(course.dueOf('titration', 'rate-order')).toHaveLength(1)
  standsNoMore(course.at('12:00'), orderSeq)
})

test('DEV-1: an order until the next result stands no more when that is there', () => {
  const { course, orderSeq } = lasting('next-result')
  const resultSeq = course.result('50.0', { collected: '14:00' })
  expect(course.view(resultSeq).advice?.kind).toBe('no-change')
  standsNoMore(course, orderSeq)
})

test('BOL-5: heparin ceased for a procedure that nobody had planned, though an earlier plan was cancelled', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'biopsy', '30:00')
  course.at('09:30').do('chen', 'cancelProcedure', { planSeq, reason: 'Not needed' })
  course.at('13:30').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  ordered(course.at('21:00'))
  expect(course.chart.restrictions).toContain('post-procedure')
})

test('BOL-5, PROC-1: heparin ceased for a procedure that was then cancelled brings no restriction', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'biopsy', '20:00')
  course.at('15:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.at('16:00').do('chen', 'cancelProcedure', { planSeq, reason: 'Not needed' })
  ordered(course.at('17:00'))
  expect(course.chart.restrictions).toEqual([])
})

test('PROC-1, SIGN-5: an emergency recorded when heparin was off for the procedure: nothing reminds of recommencing until an MO prescribes it', () => {
  const { course } = ended()
  course.at('20:50')
  expect(course.dueOf('procedure-recommence')).toHaveLength(1)
  course.do('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  course.at('22:00').do('chen', 'clearSuspension', {
    reason: 'suspected-major-bleed',
    finding: 'Retroperitoneal haematoma',
    nextStep: 'Stay off',
  })
  expect(course.dueOf('procedure-recommence')).toEqual([])
  ordered(course.at('46:00'))
  expect(course.item('procedure-recommence').owner).toBe('nurse')
})

test('SIGN-7, SIGN-2: a titration that names an MO told at a time to come is refused', () => {
  const course = running()
  const change = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  const moTold = { name: 'Dr Chen', at: course.iso('14:23') }
  given(course)
    .when('adams', 'changeRate', { resultSeq: change, newRateMlPerHour: 12, moTold })
    .thenRefused('in-the-future', 'SIGN-7')
  given(course.at('14:21'))
    .when('adams', 'changeRate', { resultSeq: change, newRateMlPerHour: 12, moTold })
    .thenEntry({ kind: 'rateChanged' })
})

test('RECOM-1, BOL-6: after a cease for a bleed no bolus is asked for or ordered by the nomogram either', () => {
  const course = running().at('10:00')
  course.do('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  course.at('12:00').do('chen', 'clearSuspension', {
    reason: 'suspected-major-bleed',
    finding: 'Haematoma of the thigh, stable',
    nextStep: 'Recommence tomorrow',
  })
  const order = ordered(course.at('34:00'))
  course.at('34:10').both('recommenceInfusion', order)
  const resultSeq = course.result('36.0', { collected: '40:15', resulted: '40:50' })
  course.at('40:55')
  expect(course.dueOf('mo-decision', 'bolus-order')).toEqual([])
  given(course)
    .when('chen', 'orderBolus', { resultSeq, units: 5_000, adviceFrom: [] })
    .thenRefused('no-bolus-after-cause', 'RECOM-1')
})

test('DEV-1: a rate prescribed as a deviation that lasts until a time is not begun after it', () => {
  const until = '2027-03-10T08:00:00Z'
  const course = prescribed({ rate: 16, prescription: { deviation: { ...deviation, until } } })
  const start = { rateMlPerHour: 16, bag: { units: 25_000, volumeMl: 250 } }
  given(course.at('07:50'))
    .when('adams', 'startInfusion', start)
    .thenEntry({ kind: 'infusionStarted' })
  given(course.at('08:05'))
    .when('adams', 'startInfusion', start)
    .thenRefused('deviation-over', 'DEV-1')
})
