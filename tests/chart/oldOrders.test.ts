import { describe, expect, test } from 'vitest'
import { isoOf } from '../../src/time.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import {
  advisedBy,
  bag,
  deviation,
  held,
  noBleeding,
  prescribed,
  prescriptionOf,
  running,
} from './support/wards.ts'

const reason = 'Entered on the wrong chart'
const cleared = { finding: 'Looked at', nextStep: 'As charted' }

/** Ceased at 10:00 as planned and prescribed again at 12:00. */
function recommencingPrescribed() {
  const course = running()
  course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  const fields = prescriptionOf(course.at('12:00'), 'vte', { rateMlPerHour: 13 })
  const { seq } = course.do('chen', 'prescribe', fields)
  return { course, recommence: { orderSeq: seq, rateMlPerHour: 13 } }
}

function recommenceRefused(
  course: Course,
  recommence: { orderSeq: number; rateMlPerHour: number },
) {
  given(course)
    .when('adams', 'recommenceInfusion', recommence)
    .thenRefused('ceased-since-prescribed', 'RECOM-1')
}

describe('recommencing by a prescription from before the last cause to cease', () => {
  test('RECOM-1: not after a suspected HIT, however it was recorded, also once it is cleared; a new prescription asks haematology', () => {
    for (const kind of ['ceaseInfusion', 'recordAdverseEvent'] as const) {
      const { course, recommence } = recommencingPrescribed()
      course.at('12:10')
      if (kind === 'ceaseInfusion') course.do('adams', kind, { reason: 'suspected-hit' })
      else course.do('adams', kind, { event: 'suspected-hit', text: 'Platelets halved' })
      course.at('12:20').do('chen', 'clearSuspension', { reason: 'suspected-hit', ...cleared })
      recommenceRefused(course.at('12:30'), recommence)
      const again = prescriptionOf(course, 'vte', { rateMlPerHour: 13 })
      given(course).when('chen', 'prescribe', again).thenRefused('haematologist-after-hit')
      const adviceFrom = advisedBy(course, 'haematologist')
      const { seq } = course.do('chen', 'prescribe', { ...again, adviceFrom })
      course.both('recommenceInfusion', { orderSeq: seq, rateMlPerHour: 13 })
      expect(course.infusion.status).toBe('running')
    }
  })

  test('RECOM-1, SIGN-8: nor where the cause is found between the two signatures', () => {
    const { course, recommence } = recommencingPrescribed()
    const { seq } = course.at('12:10').do('adams', 'recommenceInfusion', recommence)
    const hung = course.countersign(seq)
    course.do('cole', 'recordAdverseEvent', { event: 'suspected-hit', text: 'Platelets halved' })
    course.do('chen', 'clearSuspension', { reason: 'suspected-hit', ...cleared })
    given(course).when('baker', 'countersign', hung).thenRefused('lapsed-or-void')
    recommenceRefused(course, recommence)
  })

  test('RECOM-1: not after a second cease, whether the infusion was found running or the recommencing was struck out', () => {
    const found = recommencingPrescribed()
    const fact = { fact: 'pump-found-at', rateMlPerHour: 13, reason: 'Begun in a hurry' } as const
    const { seq } = found.course.at('12:10').do('adams', 'recordBedsideFact', fact)
    found.course.sign('baker', seq)
    const struck = recommencingPrescribed()
    const act = struck.course.at('12:10').both('recommenceInfusion', struck.recommence)
    for (const { course, recommence } of [found, struck]) {
      course.at('13:00').do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
      if (course === struck.course) {
        course.do('adams', 'strikeOut', { struckSeq: act.seq, reason })
      }
      course.do('chen', 'clearSuspension', { reason: 'suspected-major-bleed', ...cleared })
      recommenceRefused(course.at('14:00'), recommence)
      expect(course.dueOf('procedure-recommence')).toEqual([])
    }
  })

  test('RECOM-1, BLEED-0: a fall that an MO has reviewed asks for no new prescription', () => {
    const { course, recommence } = recommencingPrescribed()
    course.at('12:10').do('adams', 'recordFall', {
      witnessed: true,
      headInjury: 'none-seen',
      text: 'Slid from the chair',
    })
    course.do('chen', 'clearSuspension', { reason: 'fall', ...cleared })
    course.both('recommenceInfusion', recommence)
    expect(course.infusion.status).toBe('running')
  })

  test('CHART-9, RECOM-1: no bag is hung for a prescription that does not stand', () => {
    const { course } = recommencingPrescribed()
    const hang = { ...bag, batch: 'A1', expiry: '2029-01-01' }
    given(course).when('adams', 'hangBag', hang).thenEntry({ kind: 'bagHung' })
    const other = recommencingPrescribed().course
    other.do('adams', 'ceaseInfusion', { reason: 'head-injury' })
    given(other).when('adams', 'hangBag', hang).thenRefused('no-bag-after-cease')
  })
})

describe('a second starting bolus', () => {
  const withBolus = { rateMlPerHour: 14, bolusUnits: 6000, reason: undefined }

  test('BOL-8, BOL-6: prescribed again before the start it is refused, also with the first prescription struck out', () => {
    for (const strikes of [false, true]) {
      const course = prescribed({ prescription: withBolus })
      const { seq } = course.entries.at(-1) ?? { seq: 0 }
      course.at('07:20').both('giveBolus', { orderSeq: seq, units: 6000 })
      if (strikes) course.do('chen', 'strikeOut', { struckSeq: seq, reason })
      const again = prescriptionOf(course.at('07:30'), 'vte', withBolus)
      given(course).when('chen', 'prescribe', again).thenRefused('bolus-given-already', 'BOL-8')
      const rateAlone = { ...again, bolusUnits: null, reason: 'Bolus given already' }
      given(course).when('chen', 'prescribe', rateAlone).thenEntry({ bolusUnits: null })
    }
  })

  test('BOL-8: one that an earlier build took is not given, also after a bolus that was found to be given', () => {
    const course = prescribed({ prescription: withBolus })
    const prescription = course.entries.at(-1)
    const fact = { fact: 'bolus-given', units: 6000, reason: 'Given at once' } as const
    course.at('07:20').do('adams', 'recordBedsideFact', fact)
    if (prescription?.kind !== 'infusionPrescribed') throw new Error('no prescription')
    const { seq, version } = course.chart
    const happenedAt = isoOf(course.at('07:30').now)
    const { hash: _, ...same } = prescription
    const taken = {
      ...same,
      seq: seq + 1,
      version: version + 1,
      happenedAt,
      recordedAt: happenedAt,
    }
    const again = course.append(taken)
    given(course)
      .when('adams', 'giveBolus', { orderSeq: again.seq, units: 6000 })
      .thenRefused('bolus-lapsed', 'BOL-6')
  })
})

test('CHART-8, CHART-1: a chart whose pump has to be read is not closed; a cease or a reading leads on', () => {
  const course = running()
  const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
  course.at('09:00').do('adams', 'strikeOut', { struckSeq: start?.seq ?? 0, reason })
  const close = { reason: 'Wrong patient' }
  given(course).when('adams', 'closeChart', close).thenRefused('rate-unconfirmed', 'CHART-1')
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  given(course).when('adams', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
})

test('TIME-3: an assessment stated before the stop is none, in its minute it is one; a major bleed is taken at any time', () => {
  const course = held().at('15:05')
  const at = (clock: string) => ({ ...noBleeding, happenedAt: course.iso(clock) })
  const refusal = given(course)
    .when('chen', 'assessBleeding', at('14:59'))
    .thenRefused('assessed-before-stop', 'TIME-3')
  expect(refusal.facts.stoppedAt).toBe(course.iso('15:00'))
  given(course)
    .when('chen', 'assessBleeding', { ...at('14:50'), finding: 'major', plan: 'stay-off' })
    .thenEntry({ finding: 'major' })
  given(held().at('15:05')).when('chen', 'assessBleeding', at('15:00')).thenEntry(noBleeding)
})

test('TIME-3, BLEED-0: a restart does not stand on an assessment that found a major bleed, also once that is cleared', () => {
  const course = held().at('16:00')
  course.do('chen', 'assessBleeding', { finding: 'major', plan: 'restart' })
  course.do('chen', 'clearSuspension', { reason: 'suspected-major-bleed', ...cleared })
  const restart = { rateMlPerHour: 12, orderSeq: null }
  given(course.at('16:40'))
    .when('adams', 'restartInfusion', restart)
    .thenRefused('assessed-major', 'TIME-3')
  expect(course.dueOf('bleeding-assessment')).toHaveLength(1)
  course.do('chen', 'assessBleeding', noBleeding)
  expect(course.dueOf('bleeding-assessment')).toEqual([])
  course.both('restartInfusion', restart)
  expect(course.infusion.status).toBe('running')
})

test('NOMO-17: an order stays outdated by a newer usable result, whatever useless tube comes after that', () => {
  const course = running()
  const resultSeq = course.result('42.0', { collected: '13:40', resulted: '13:45' })
  const order = { resultSeq, rateMlPerHour: 15, reason: 'As advised' }
  const { seq: orderSeq } = course.do('chen', 'orderRate', order)
  course.result('98.0', { collected: '13:50', resulted: '14:00' })
  course.result('clotted', { collected: '14:10', resulted: '14:20' })
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 15 })
    .thenRefused('order-outdated', 'NOMO-17')
})

test('SIGN-8, H15: without a prescription in force a signature still shows this patient and this rate', () => {
  const course = running()
  const { seq: struckSeq } = course.chart.prescription ?? { seq: 0 }
  course.at('10:00').do('chen', 'strikeOut', { struckSeq, reason })
  const order = { resultSeq: null, rateMlPerHour: 10, reason: 'Falling Hb', deviation }
  const { seq: orderSeq } = course.do('haddad', 'orderRate', order)
  const change = { orderSeq, newRateMlPerHour: 10 }
  const { shown } = course.command('changeRate', change)
  const others = [{ mrn: '9999999' }, { name: 'Other, Ann' }, { oldRateMlPerHour: 20 }]
  for (const other of others) {
    given(course)
      .when('adams', 'changeRate', { ...change, shown: { ...shown, ...other } })
      .thenRefused('shown-differs', 'SIGN-8')
  }
  const { seq } = course.do('adams', 'changeRate', change)
  given(course)
    .when('baker', 'countersign', course.countersign(seq, { shown: { ...shown, mrn: '9999999' } }))
    .thenRefused('shown-differs', 'SIGN-8')
  course.sign('baker', seq)
  expect(course.infusion.rateMlPerHour).toBe(10)
})

test('CHART-7, TIME-1: two changes of protocol leave the next APTT at the time that the first one left it at', () => {
  const course = running()
  for (const [collected, resulted] of [
    ['14:00', '14:30'],
    ['20:00', '20:30'],
  ] as const) {
    const resultSeq = course.result('60.0', { collected, resulted })
    course.do('adams', 'keepRate', { resultSeq })
  }
  for (const [clock, protocol] of [
    ['34:00', 'nstemi'],
    ['35:00', 'vte'],
  ] as const) {
    course.at(clock).do('chen', 'prescribe', prescriptionOf(course, protocol))
    expect(course.item('aptt-collection').due).toBe(course.iso('40:00'))
  }
})

test('NOMO-9, SIGN-9: no increase goes before another sample that says stop; the stop and a decrease do', () => {
  const course = running()
  const low = course.result('42.0', { collected: '14:00', resulted: '14:10' })
  const mild = course.result('98.0', { collected: '14:05', resulted: '14:12' })
  const high = course.result('150.0', { collected: '14:20', resulted: '14:25' })
  const raise = { resultSeq: low, newRateMlPerHour: 15 }
  given(course).when('adams', 'changeRate', raise).thenRefused('newer-says-stop', 'NOMO-9')
  const lower = { resultSeq: mild, newRateMlPerHour: 12 }
  given(course).when('adams', 'changeRate', lower).thenEntry({ newRateMlPerHour: 12 })
  course.do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq: high })
  expect(course.infusion.status).toBe('stopped')
})
