import { expect, test } from 'vitest'
import { bolusLapse } from '../../src/chart/orders.ts'
import type { Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, prescribed, running } from './support/wards.ts'

function withBolus() {
  const course = prescribed({ prescription: { bolusUnits: 6_000 } }).at('07:20')
  const order = course.chart.bolusOrders[0]
  if (!order) throw new Error('no bolus is prescribed')
  const withhold: Fields<'withholdBolus'> = { orderSeq: order.seq, reason: 'Oozing at the cannula' }
  const give: Fields<'giveBolus'> = { orderSeq: order.seq, units: 6_000 }
  return { course, order, withhold, give }
}

test('BOL-8: a withheld bolus is closed with its reason and can no longer be given', () => {
  const { course, order, withhold, give } = withBolus()
  given(course)
    .when('baker', 'withholdBolus', withhold)
    .thenEntry({ kind: 'bolusWithheld', reason: 'Oozing at the cannula' })
  const closed = course.chart.bolusOrders[0]
  expect(closed).toMatchObject({ seq: order.seq, givenBy: null, withheldBy: course.chart.seq })
  expect(closed && bolusLapse(course.chart, closed, course.now)).toBe('withheld')
  given(course).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed', 'BOL-6')
  given(course).when('adams', 'withholdBolus', withhold).thenRefused('bolus-lapsed')
})

test('BOL-8, SIGN-2: nurse or medical officer withholds, an enrolled nurse and a pharmacist do not', () => {
  const { course, withhold } = withBolus()
  given(course).when('gray', 'withholdBolus', withhold).thenRefused('nurse-or-mo-only', 'SIGN-2')
  given(course).when('evans', 'withholdBolus', withhold).thenRefused('nurse-or-mo-only', 'SIGN-2')
  given(course).when('chen', 'withholdBolus', withhold).thenEntry({ kind: 'bolusWithheld' })
})

test('BOL-8, SIGN-9: withholding voids the signature that waits, but not an injection under way', () => {
  const first = withBolus()
  first.course.do('adams', 'giveBolus', first.give)
  first.course.do('baker', 'withholdBolus', first.withhold)
  expect(first.course.chart.pending).toBeNull()

  const second = withBolus()
  const act = second.course.do('adams', 'giveBolus', second.give)
  second.course.check('baker', act.seq)
  given(second.course)
    .when('adams', 'withholdBolus', second.withhold)
    .thenRefused('finish-read-back', 'SIGN-9')
  second.course.sign('baker', act.seq)
  given(second.course).when('adams', 'withholdBolus', second.withhold).thenRefused('bolus-lapsed')
})

test('BOL-8: there is nothing to withhold without an order', () => {
  given(running())
    .when('adams', 'withholdBolus', { orderSeq: 2, reason: 'None' })
    .thenRefused('no-such-order')
})

test('BOL-7, CHART-2, CHART-9: what was confirmed at the bedside stands on the record', () => {
  const { course, give } = withBolus()
  const act = course.do('adams', 'giveBolus', {
    ...give,
    confirmed: ['identity', 'ampoule', 'flush'],
  })
  expect(act).toMatchObject({ confirmed: ['identity', 'ampoule', 'flush'] })
  course.sign('baker', act.seq)
  const start = course.do('adams', 'startInfusion', {
    rateMlPerHour: 14,
    bag,
    confirmed: ['identity', 'bag', 'access'],
  })
  expect(start).toMatchObject({ confirmed: ['identity', 'bag', 'access'] })
})
