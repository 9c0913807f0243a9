import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { deviation, held, noBleeding, running } from './support/wards.ts'

const due = { collected: '14:00', resulted: '14:40' }

test('NOMO-7, NOMO-9: the advised change is taken, any other figure is refused', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)

  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 13 })
    .thenRefused('figure-not-advised', 'NOMO-17', 'DEV-1')
  given(course).when('adams', 'keepRate', { resultSeq }).thenRefused('result-says-change', 'NOMO-9')
  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    .thenEntry({ kind: 'rateChanged', newRateMlPerHour: 12 })
})

test('NOMO-7, SIGN-3: a therapeutic result is kept, not changed, and arms the next APTT on the first signature', () => {
  const course = running()
  const resultSeq = course.result('60.0', due)

  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 13 })
    .thenRefused('result-says-keep', 'NOMO-7')
  given(course).when('adams', 'keepRate', { resultSeq }).thenEntry({ kind: 'rateKept' })
  expect(course.dueOf('aptt-collection')).toHaveLength(1)
  expect(course.chart.pending).toBeNull()
})

test('NOMO-10: a stop-band result is a stop, never a change or a keep', () => {
  const course = running()
  const resultSeq = course.result('105.1', due)

  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    .thenRefused('result-says-stop', 'NOMO-10')
  expect(course.decide('adams', 'keepRate', { resultSeq }).kind).toBe('refused')
  expect(course.item('titration')).toMatchObject({
    stopAdvised: true,
    due: course.iso('14:40'),
    overdue: course.iso('14:45'),
  })
})

test('NOMO-10, H7: the base rate is the rate in effect at the stop, never a pending one, and is frozen', () => {
  const course = running()
  const low = course.result('42.0', due)
  course.do('adams', 'changeRate', { resultSeq: low, newRateMlPerHour: 15 })
  const resultSeq = course.result('150.0', { collected: '14:41', resulted: '14:44' })

  given(course)
    .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq: low })
    .thenEntry({ rateBeforeMlPerHour: 14, restartNotBefore: null })
  expect(course.chart.pending).toBeNull()
  expect(course.infusion.stop?.rateBeforeMlPerHour).toBe(14)
  expect(course.view(resultSeq).inStopBand).toBe(true)
})

test('NOMO-10, TIME-3, H7: VTE restarts at the base rate less 2 after 90 min, stroke after 120 min', () => {
  const vte = held()
  expect(vte.infusion.stop).toMatchObject({
    rateBeforeMlPerHour: 14,
    restartRateMlPerHour: 12,
    restartNotBefore: vte.time('16:30'),
  })
  const stroke = held({ protocol: 'stroke', kg: 45 })
  expect(stroke.infusion.stop).toMatchObject({
    rateBeforeMlPerHour: 6.7,
    restartRateMlPerHour: 4.7,
    restartNotBefore: stroke.time('17:00'),
  })
})

test('NOMO-10, H3: a low APTT after the stop never becomes an increase; a second nomogram stop moves nothing', () => {
  const course = held()
  const { stop } = course.infusion
  const low = course.result('28.0', { collected: '15:40', resulted: '15:50' })
  const high = course.result('160.0', { collected: '15:45', resulted: '15:55' })
  given(course)
    .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq: high })
    .thenEntry({ restartNotBefore: null, rateBeforeMlPerHour: 14 })
  given(course)
    .when('chen', 'stopInfusion', { reason: 'nomogram', resultSeq: high })
    .thenEntry({ kind: 'infusionStopped' })

  expect(course.infusion.stop).toEqual(stop)
  expect(course.view(low).advice).toBeNull()
  expect(course.decide('adams', 'changeRate', { resultSeq: low, newRateMlPerHour: 13 }).kind).toBe(
    'refused',
  )
})

test('NOMO-5, H6: a decrease to 0 or below gives no rate: only a deviation by registrar or AMO orders one', () => {
  const course = running({ protocol: 'stemi', kg: 40, rate: 1 })
  const resultSeq = course.result('98.0', due)

  expect(course.view(resultSeq).advice).toMatchObject({
    kind: 'refer',
    because: { code: 'rate-would-reach-zero' },
  })
  expect(course.item('mo-decision')).toMatchObject({ about: 'referred', owner: 'mo' })
  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 0.1 })
    .thenRefused('mo-decides-result', 'NOMO-17')
  for (const rateMlPerHour of [1, 0.5]) {
    given(course)
      .when('chen', 'orderRate', { resultSeq, rateMlPerHour, reason: 'Low weight' })
      .thenRefused('order-needs-deviation', 'NOMO-17', 'DEV-1')
  }
  const order = { resultSeq, reason: 'Low weight', deviation: { ...deviation, amo: 'Dr Haddad' } }
  given(course)
    .when('silva', 'orderRate', { ...order, rateMlPerHour: 0 })
    .thenRefused('rate-out-of-range', 'NOMO-4')
  const { seq } = course.do('silva', 'orderRate', { ...order, rateMlPerHour: 0.5 })
  expect(course.dueOf('mo-decision')).toEqual([])
  course.both('changeRate', { orderSeq: seq, newRateMlPerHour: 0.5 })
  expect(course.infusion.rateMlPerHour).toBe(0.5)
})

test('NOMO-5: the published steps of STEMI at 40 kg get there: 5, 3, 1, then an order', () => {
  const course = running({ protocol: 'stemi', kg: 40 })
  let hour = 14
  for (const rate of [3, 1]) {
    const resultSeq = course.result('98.0', { collected: `${hour}:00` })
    course.both('changeRate', { resultSeq, newRateMlPerHour: rate })
    hour += 6
  }
  const resultSeq = course.result('98.0', { collected: `${hour}:00` })

  expect(course.view(resultSeq).advice?.kind).toBe('refer')
})

test('NOMO-5, TIME-3, H8: without a restart rate the AMO orders one, and the hold still stands', () => {
  const course = held({ protocol: 'stemi', kg: 40, rate: 2 })
  expect(course.infusion.stop).toMatchObject({ rateBeforeMlPerHour: 2, restartRateMlPerHour: null })
  expect(course.item('mo-decision')).toMatchObject({ about: 'no-restart-rate' })
  const { seq: orderSeq } = course.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 1,
    reason: 'No published rate',
    deviation,
  })
  const restart = { rateMlPerHour: 1, orderSeq }
  given(course).when('adams', 'restartInfusion', restart).thenRefused('hold-not-over', 'TIME-3')
  given(course.at('16:30'))
    .when('adams', 'restartInfusion', restart)
    .thenRefused('not-assessed', 'TIME-3')
  course.do('chen', 'assessBleeding', noBleeding)
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 1, orderSeq: null })
    .thenRefused('no-restart-rate', 'NOMO-5')
  course.both('restartInfusion', restart)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 1 })
})
