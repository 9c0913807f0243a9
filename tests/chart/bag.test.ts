import { expect, test } from 'vitest'
import { bagAt } from '../../src/chart/bagAt.ts'
import { fold } from '../../src/chart/fold.ts'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { held, noBleeding, prescribed, prescriptionOf, running } from './support/wards.ts'

const standard: Fields<'hangBag'> = {
  units: 25_000,
  volumeMl: 250,
  batch: 'B1234',
  expiry: '2028-01-31',
}
const half = { ...standard, units: 12_500 }

const bagItem = (course: Course) => {
  const { due, overdue } = course.item('bag')
  return [due, overdue]
}

test('CHART-9: the start’s bag is the first, from the time of its countersign', () => {
  const course = prescribed().at('08:00')
  const start = course.do('adams', 'startInfusion', {
    rateMlPerHour: 14,
    bag: { units: 25_000, volumeMl: 250 },
    bagLabel: { batch: 'A1', expiry: '2028-01-31' },
  })
  expect(course.chart.bags).toEqual([])
  course.at('08:06').sign('baker', start.seq)
  expect(course.chart.bags).toEqual([
    {
      seq: start.seq,
      at: course.time('08:06'),
      units: 25_000,
      volumeMl: 250,
      batch: 'A1',
      expiry: '2028-01-31',
    },
  ])
})

test('TIME-6, TIME-8: a bag is due 60 min before it is empty, overdue 20 min before', () => {
  const course = running()
  // 250 mL at 14 mL/hr from 08:00 run out at 25:51.
  expect(bagItem(course)).toEqual([course.iso('24:51'), course.iso('25:31')])
  expect(course.item('bag')).toMatchObject({
    owner: 'nurse',
    rules: ['TIME-6', 'TIME-8'],
    status: 'waiting',
    anchor: { seq: course.chart.bags[0]?.seq, at: course.time('08:00') },
  })
  course.at('25:31')
  expect(course.item('bag').status).toBe('overdue')
})

test('TIME-6: 24 h after hanging: due 60 min before, where that comes first', () => {
  const course = running({ rate: 5 })
  expect(bagItem(course)).toEqual([course.iso('31:00'), course.iso('32:00')])
})

test('TIME-6: while off only the 24 h count, and after a cease nothing', () => {
  const course = held()
  expect(bagItem(course)).toEqual([course.iso('31:00'), course.iso('32:00')])
  course.at('15:30').do('chen', 'ceaseInfusion', { reason: 'treatment-complete' })
  expect(course.dueOf('bag')).toEqual([])
})

test('TIME-6: a new bag begins its own volume and day', () => {
  const course = running().at('20:00')
  const hung = course.do('adams', 'hangBag', standard)
  expect(hung).toMatchObject({ kind: 'bagHung', batch: 'B1234' })
  // 17 hours and 51 minutes at 14 mL/hr.
  expect(bagItem(course)).toEqual([course.iso('36:51'), course.iso('37:31')])
  expect(course.item('bag').anchor.seq).toBe(hung.seq)
})

test('SIGN-3, CHART-9: a bag hangs on the first signature, its second is owed: blind, by another trained person', () => {
  const course = running().at('20:00')
  const { seq } = course.do('adams', 'hangBag', standard)
  expect(course.chart.owed).toMatchObject([{ actSeq: seq, kind: 'bag', secondMissing: true }])
  const item = course.item('second-check', 'countersign')
  expect([item.due, item.overdue]).toEqual([course.iso('20:30'), course.iso('21:00')])
  expect(item.rules).toEqual(['SIGN-3', 'CHART-9'])

  const sign = (fields: object = {}) => course.countersign(seq, fields)
  given(course).when('adams', 'countersign', sign()).thenRefused('same-person', 'SIGN-3')
  given(course).when('cole', 'countersign', sign()).thenRefused('package-needed', 'SIGN-2')
  given(course)
    .when('baker', 'countersign', sign({ checkedUnits: undefined }))
    .thenRefused('figures-missing')
  course.sign('baker', seq)
  expect(course.chart.owed).toEqual([])
})

test('SIGN-2, CHART-9: a bag is hung by a nurse, with or without the package, or a medical officer', () => {
  for (const who of ['cole', 'dunn', 'chen', 'haddad'] as const) {
    given(running().at('20:00')).when(who, 'hangBag', standard).thenEntry({ kind: 'bagHung' })
  }
  for (const who of ['evans', 'gray'] as const) {
    given(running().at('20:00'))
      .when(who, 'hangBag', standard)
      .thenRefused('nurse-or-mo-only', 'SIGN-2')
  }
  const course = running().at('20:00')
  const { seq } = course.do('adams', 'hangBag', standard)
  given(course)
    .when('fox', 'countersign', course.countersign(seq))
    .thenRefused('enrolled-nurse-may-not-check', 'SIGN-2')
  course.sign('evans', seq)
})

test('SIGN-4, CHART-9: labels read differently switch the engine off until they are read alike', () => {
  const course = running().at('14:00')
  const { seq } = course.do('adams', 'hangBag', standard)
  given(course)
    .when('baker', 'countersign', course.countersign(seq, { checkedUnits: 12_500 }))
    .thenMismatch('second-check-differs')
  expect(course.chart.bagInDoubt).toMatchObject({ why: 'labels-differ', bagSeq: seq })
  expect(bagAt(course.chart, course.now)).toMatchObject({ kind: 'unknown', why: 'in-doubt' })
  const resultSeq = course.result('98.0', { collected: '14:10' })
  expect(course.view(resultSeq).advice).toBeNull()
  course.sign('baker', seq)
  expect(course.chart.bagInDoubt).toBeNull()
  expect(course.view(resultSeq).advice).toMatchObject({ newRateMlPerHour: 12 })
})

test('CHART-9, H26: a wrong bag is recorded and switches the engine off: no advice on any result', () => {
  const course = running().at('13:00')
  const { seq } = course.do('adams', 'hangBag', half)
  expect(course.item('mo-decision', 'wrong-bag')).toMatchObject({
    due: course.iso('13:00'),
    overdue: course.iso('13:30'),
    owner: 'mo',
    rules: ['CHART-9'],
    anchor: { seq },
  })
  expect(bagItem(course)).toEqual([course.iso('13:00'), course.iso('13:30')])
  for (const [text, clock] of [
    ['30.0', '19:00'],
    ['60.0', '19:10'],
    ['98.0', '19:20'],
  ] as const) {
    expect(course.view(course.result(text, { collected: clock })).advice).toBeNull()
  }
})

test('CHART-9, NOMO-16: with a wrong bag a stop-band result still calls for a stop, which has no hold', () => {
  const course = running().at('13:00')
  course.do('adams', 'hangBag', half)
  const resultSeq = course.result('150.0', { collected: '19:00', resulted: '19:40' })
  expect(course.item('mo-decision', 'stop-band-not-usable').stopAdvised).toBe(true)
  const stop = course.do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  expect(stop).toMatchObject({ restartNotBefore: null, restartRateMlPerHour: null })
  expect(course.infusion.status).toBe('stopped')
})

test('CHART-9, SIGN-5: with a wrong bag no first signature, order or bolus is taken, a stop and a cease always', () => {
  const course = running().at('13:00')
  course.do('adams', 'hangBag', half)
  const resultSeq = course.result('98.0', { collected: '19:00' })
  const refused = () => given(course)
  refused()
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    .thenRefused('wrong-bag-hangs', 'CHART-9')
  refused().when('adams', 'keepRate', { resultSeq }).thenRefused('wrong-bag-hangs', 'CHART-9')
  refused()
    .when('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 14, reason: 'As it runs' })
    .thenRefused('wrong-bag-hangs', 'CHART-9')
  refused()
    .when('chen', 'orderBolus', { resultSeq, units: 5_000, adviceFrom: [] })
    .thenRefused('wrong-bag-hangs', 'CHART-9')
  refused()
    .when('adams', 'stopInfusion', { reason: 'concern' })
    .thenEntry({ kind: 'infusionStopped' })
  refused()
    .when('chen', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('wrong-bag-hangs', 'CHART-9')
  refused()
    .when('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
    .thenEntry({ kind: 'infusionCeased' })
})

test('CHART-9, SIGN-9: a wrong bag voids the act that waits for its check', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00' })
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.do('baker', 'hangBag', half)
  expect(course.chart.pending).toBeNull()
})

test('CHART-9, NOMO-8: when the right bag hangs again the engine is on; earlier samples are stale, the next is due 6 h later', () => {
  const course = running().at('13:00')
  course.do('adams', 'hangBag', half)
  const during = course.result('30.0', { collected: '19:00' })
  course.at('19:30').do('adams', 'hangBag', standard)
  expect(course.use(during)).toBe('stale')
  expect(course.item('aptt-collection').due).toBe(course.iso('25:30'))
  // An MO looks at what ran before more is given.
  const after = course.result('30.0', { collected: '25:30' })
  expect(course.view(after).advice).toBeNull()
  expect(course.dueOf('mo-decision', 'wrong-bag')).toHaveLength(1)
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 14, reason: 'Seen: stays' })
  expect(course.dueOf('mo-decision', 'wrong-bag')).toEqual([])
  expect(course.view(after).advice).toMatchObject({ kind: 'change', newRateMlPerHour: 15 })
})

test('CHART-9: a wrong bag entered after the right one was hung leaves earlier samples stale', () => {
  const course = running().at('13:30')
  course.do('adams', 'hangBag', { ...standard, happenedAt: course.iso('13:20') })
  const before = course.result('60.0', { collected: '14:00' })
  course.do('adams', 'hangBag', { ...half, happenedAt: course.iso('13:10') })
  expect(course.chart.bags.map(({ units }) => units)).toEqual([25_000, 12_500, 25_000])
  expect(course.chart.events.at(-1)).toMatchObject({ kind: 'bag-change', at: course.time('13:20') })
  expect(course.use(before)).toBe('early')
  expect(course.dueOf('mo-decision', 'wrong-bag')).toHaveLength(1)
})

test('CHART-9, CHART-1: striking a wrong bag out does not switch the engine on, and is countersigned', () => {
  const course = running().at('13:00')
  const { seq } = course.do('adams', 'hangBag', half)
  const strike = course.at('13:05').do('adams', 'strikeOut', { struckSeq: seq, reason: 'Typing' })
  expect(course.chart.owed).toMatchObject([{ actSeq: strike.seq, kind: 'strike-out' }])
  expect(course.chart.bagInDoubt).toMatchObject({ why: 'wrong-struck' })
  const resultSeq = course.result('98.0', { collected: '14:00' })
  expect(course.view(resultSeq).advice).toBeNull()
  course.at('14:05').do('adams', 'hangBag', standard)
  expect(course.chart.bagInDoubt).toBeNull()
})

test('CHART-9, CHART-1: a struck standard bag leaves the engine on and the volume unknown', () => {
  const course = running().at('13:00')
  const { seq } = course.do('adams', 'hangBag', standard)
  course.at('13:05').do('adams', 'strikeOut', { struckSeq: seq, reason: 'Other patient' })
  expect(bagAt(course.chart, course.now)).toMatchObject({ kind: 'unknown', why: 'in-doubt' })
  expect(bagItem(course)).toEqual([course.iso('13:05'), course.iso('13:35')])
  expect(fold(course.entries).bags).toHaveLength(1)
  const resultSeq = course.result('98.0', { collected: '14:00' })
  expect(course.view(resultSeq).advice).toMatchObject({ newRateMlPerHour: 12 })
})

test('CHART-9: an expired bag is refused and nothing saved; its last day ends when it ends anywhere', () => {
  const course = running().at('09:59')
  const hang = (expiry: string) => given(course).when('adams', 'hangBag', { ...standard, expiry })
  hang('2027-03-09').thenRefused('bag-expired', 'CHART-9')
  course.at('09:59')
  hang('2027-03-10').thenEntry({ expiry: '2027-03-10' })
  // 10:00 in UTC is midnight fourteen hours ahead.
  course.at('10:00')
  hang('2027-03-10').thenRefused('bag-expired', 'CHART-9')
  hang('2027-03-11').thenEntry({ expiry: '2027-03-11' })
})

test('CHART-9: a start with an expired bag is refused; one whose label makes no sense is no bag', () => {
  const course = prescribed().at('08:00')
  given(course)
    .when('adams', 'startInfusion', {
      rateMlPerHour: 14,
      bag: { units: 25_000, volumeMl: 250 },
      bagLabel: { expiry: '2027-03-09' },
    })
    .thenRefused('bag-expired', 'CHART-9')
  given(course).when('adams', 'hangBag', standard).thenRefused('bag-with-the-start', 'CHART-9')
  const begun = running()
  for (const label of [{ units: 0 }, { units: 0.5 }, { volumeMl: -250 }, { volumeMl: 250.05 }]) {
    given(begun)
      .when('adams', 'hangBag', { ...standard, ...label })
      .thenRefused('no-such-label')
  }
})

test('CHART-9, RECOM-1: after a recommencing no fresh bag is assumed: the volume is unknown until one is hung', () => {
  const course = running().at('20:00')
  course.do('chen', 'ceaseInfusion', { reason: 'procedure' })
  given(course).when('adams', 'hangBag', standard).thenRefused('no-bag-after-cease', 'CHART-9')
  const order = course
    .at('28:00')
    .do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 12 }))
  course.at('28:10').both('recommenceInfusion', { orderSeq: order.seq, rateMlPerHour: 12 })
  expect(bagAt(course.chart, course.now)).toMatchObject({ kind: 'unknown', why: 'recommenced' })
  expect(bagItem(course)).toEqual([course.iso('28:10'), course.iso('28:40')])
  course.at('28:20').do('adams', 'hangBag', standard)
  expect(bagAt(course.chart, course.now)).toMatchObject({ kind: 'known', leftMl: 250 })
})

test('CHART-9, RECOM-1: a bag hung after the prescription, before the recommencing, is known', () => {
  const course = running().at('20:00')
  course.do('chen', 'ceaseInfusion', { reason: 'procedure' })
  const order = course
    .at('28:00')
    .do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 12 }))
  course.at('28:05').do('adams', 'hangBag', standard)
  course.at('28:10').both('recommenceInfusion', { orderSeq: order.seq, rateMlPerHour: 12 })
  expect(bagAt(course.chart, course.time('29:10'))).toMatchObject({ kind: 'known', leftMl: 238 })
})

test('CHART-9, NOMO-10: a hold that began with the right bag is not restarted while a wrong one hangs', () => {
  const course = held()
  course.at('15:30').do('adams', 'hangBag', half)
  course.at('16:10').do('chen', 'assessBleeding', noBleeding)
  given(course.at('16:30'))
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenRefused('wrong-bag-hangs', 'CHART-9')
  course.do('adams', 'hangBag', standard)
  expect(course.infusion.stop?.restartRateMlPerHour).toBe(12)
  // The assessment signed while it hung was the MO's look at it.
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenEntry({ kind: 'infusionRestarted' })
})
