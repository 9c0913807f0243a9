import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { advisedBy, deviation, prescriptionOf, running } from './support/wards.ts'

/** Off since 10:00 for transport. */
function interrupted() {
  const course = running()
  course.at('10:00').do('evans', 'interruptInfusion', { reason: 'Transport to CT' })
  return course
}

test('INT-1: recording "off" is a fact of any clinician: no hold, no -2, the rate is kept for the resume', () => {
  const course = interrupted()
  expect(course.infusion).toMatchObject({
    status: 'interrupted',
    rateMlPerHour: null,
    stop: null,
    interruption: { at: course.time('10:00'), rateBeforeMlPerHour: 14 },
  })
  expect(course.chart.owed).toEqual([])
  given(course).when('adams', 'resumeInfusion', { rateMlPerHour: 12 }).thenRefused('figure-differs')
  const act = course.at('10:20').do('adams', 'resumeInfusion', { rateMlPerHour: 14 })
  expect(course.infusion.status).toBe('interrupted')
  course.sign('baker', act.seq)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
})

test('INT-1: up to 30 min the clocks are unchanged; over 30 min the APTT is due 6 h from the resume', () => {
  const short = interrupted()
  short.at('10:30').both('resumeInfusion', { rateMlPerHour: 14 })
  expect(short.item('aptt-collection').due).toBe(short.iso('14:00'))
  const long = interrupted()
  expect(long.item('mo-decision', 'interruption')).toMatchObject({ due: long.iso('10:30') })
  long.at('10:31').both('resumeInfusion', { rateMlPerHour: 14 })
  expect(long.item('aptt-collection').due).toBe(long.iso('16:31'))
})

test('INT-1, RECOM-1: over 4 h it is ceased and recommenced, not resumed', () => {
  const course = interrupted()
  course.at('14:00')
  expect(course.decide('adams', 'resumeInfusion', { rateMlPerHour: 14 }).kind).toBe('accepted')
  given(course.at('14:01'))
    .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('off-too-long', 'INT-1', 'RECOM-1')
})

test('INT-1, BLEED-0: no resume while suspended', () => {
  const course = interrupted()
  course.do('adams', 'ceaseInfusion', { reason: 'suspected-hit' })
  given(course)
    .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('infusion-not-in-this-state')
})

test('INT-1, NOMO-10: a stop while interrupted freezes the rate from before the interruption', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:10' })
  course.do('adams', 'interruptInfusion', { reason: 'Pump fault' })
  course.at('14:15').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })

  expect(course.infusion.stop).toMatchObject({
    rateBeforeMlPerHour: 14,
    restartRateMlPerHour: 12,
    restartNotBefore: course.time('15:45'),
  })
})

test('INT-1: a result that comes during an interruption is acted on after the resume', () => {
  const course = running()
  course.at('14:00')
  const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
    site: 'away-from-heparin',
  })
  course.at('14:10').do('adams', 'interruptInfusion', { reason: 'Transport' })
  const { seq } = course.do('adams', 'recordResult', { text: '98.0', sample: { collectionSeq } })
  expect(course.view(seq)).toMatchObject({ use: 'usable', advice: null })
  course.at('14:20').both('resumeInfusion', { rateMlPerHour: 14 })

  expect(course.view(seq).advice).toMatchObject({ kind: 'change', newRateMlPerHour: 12 })
})

// RECOM-1
function ceased(reason: 'procedure' | 'suspected-hit' | 'suspected-major-bleed' = 'procedure') {
  const course = running()
  course.at('10:00').do('adams', 'ceaseInfusion', { reason })
  return course
}

test('RECOM-1: recommencing is a new prescription by an MO: its own rate, no bolus, CHART-4 asked again', () => {
  const course = ceased()
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 11 })
  given(course).when('adams', 'prescribe', again).thenRefused('prescribers-only')
  given(course)
    .when('chen', 'prescribe', { ...again, rateMlPerHour: null })
    .thenRefused('rate-missing', 'RECOM-1')
  given(course)
    .when('chen', 'prescribe', { ...again, bolusUnits: 5000 })
    .thenRefused('no-bolus-at-recommencing', 'RECOM-1', 'BOL-5')
  given(course)
    .when('chen', 'prescribe', { ...again, contraindications: ['active-bleeding'] })
    .thenRefused('contraindicated', 'CHART-4')
  const { seq: orderSeq } = course.do('chen', 'prescribe', again)
  expect(course.infusion.status).toBe('ceased')
  given(course)
    .when('adams', 'recommenceInfusion', { orderSeq, rateMlPerHour: 14 })
    .thenRefused('figure-differs')
  given(course)
    .when('adams', 'recommenceInfusion', { orderSeq: 3, rateMlPerHour: 14 })
    .thenRefused('not-prescribed', 'RECOM-1')
  course.at('12:00').both('recommenceInfusion', { orderSeq, rateMlPerHour: 11 })

  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 11, cease: null })
  expect(course.run).toBe(0)
  expect(course.item('aptt-collection').due).toBe(course.iso('18:00'))
})

test('RECOM-1: the old prescription and a start lead nowhere after a cease', () => {
  const course = ceased()
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } })
    .thenRefused('infusion-not-in-this-state')
  expect(
    course.decide('adams', 'recommenceInfusion', { orderSeq: 3, rateMlPerHour: 14 }).kind,
  ).toBe('refused')
})

test('RECOM-1, BLEED-0: after an emergency an MO clears the suspension first', () => {
  const course = ceased('suspected-major-bleed')
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 11 })
  given(course).when('chen', 'prescribe', again).thenRefused('suspended', 'BLEED-0')
  course.do('chen', 'clearSuspension', {
    reason: 'suspected-major-bleed',
    finding: 'None',
    nextStep: 'Recommence',
  })
  given(course).when('chen', 'prescribe', again).thenEntry({ kind: 'infusionPrescribed' })
})

test('RECOM-1: suspected HIT blocks until haematology’s name, also where it was suspected after another cease', () => {
  for (const first of ['suspected-hit', 'procedure'] as const) {
    const course = ceased(first)
    if (first === 'procedure') course.do('adams', 'ceaseInfusion', { reason: 'suspected-hit' })
    course.do('chen', 'clearSuspension', {
      reason: 'suspected-hit',
      finding: '4Ts low',
      nextStep: 'Recommence',
    })
    const again = prescriptionOf(course, 'vte', { rateMlPerHour: 11 })
    given(course).when('chen', 'prescribe', again).thenRefused('haematologist-after-hit', 'RECOM-1')
    given(course)
      .when('chen', 'prescribe', { ...again, adviceFrom: advisedBy(course, 'haematologist') })
      .thenEntry({ kind: 'infusionPrescribed' })
  }
})

test('RECOM-1: at a cease all timers of the infusion stop', () => {
  const course = running()
  course.at('12:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  const { seq } = course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.sign('baker', seq)

  expect(course.due).toEqual([])
})

// DEV-1
test('DEV-1: an AMO deviates, a registrar for a named AMO, nobody else; the reason and instructions are mandatory', () => {
  const course = running().at('10:00')
  const order = { resultSeq: null, rateMlPerHour: 11, reason: 'Bleeding gums' }
  given(course).when('chen', 'orderRate', order).thenRefused('order-needs-deviation', 'DEV-1')
  const byMo = given(course)
    .when('chen', 'orderRate', { ...order, deviation })
    .thenRefused('deviation-authority', 'DEV-1')
  expect(byMo.status).toBe(403)
  const nameless = given(course)
    .when('silva', 'orderRate', { ...order, deviation })
    .thenRefused('deviation-names-no-amo', 'DEV-1')
  expect(nameless.status).toBe(422)
  expect(course.decide('haddad', 'orderRate', { ...order, deviation }).kind).toBe('accepted')
  expect(() =>
    course.command('orderRate', { ...order, deviation: { reason: 'x', instructions: ' ' } }),
  ).toThrow()
})

function deviating(until?: string) {
  const course = running().at('10:00')
  const { seq: orderSeq } = course.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Bleeding gums',
    deviation: { ...deviation, ...(until === undefined ? {} : { until }) },
  })
  course.both('changeRate', { orderSeq, newRateMlPerHour: 11 })
  return course
}

test('DEV-1, NOMO-7, NOMO-8: its rate change counts like any other', () => {
  const course = deviating()
  expect(course.infusion.rateMlPerHour).toBe(11)
  expect(course.item('aptt-collection').due).toBe(course.iso('16:00'))
  expect(course.use(course.result('98.0', { collected: '15:00' }))).toBe('early')
})

test('DEV-1: for this act only: the next usable result is read by the nomogram from the running rate', () => {
  const course = deviating()
  const seq = course.result('98.0', { collected: '16:00' })
  expect(course.view(seq).advice).toMatchObject({ kind: 'change', newRateMlPerHour: 9 })
})

test('DEV-1: until the next result: that result is read by the nomogram', () => {
  const course = deviating('next-result')
  const seq = course.result('98.0', { collected: '16:00' })
  expect(course.view(seq).advice?.kind).toBe('change')
})

test('DEV-1: until a time: results within it get no advice, then or later; the next one does', () => {
  const course = deviating('2027-03-10T17:00:00Z')
  const within = course.result('98.0', { collected: '16:00', resulted: '16:30' })
  expect(course.view(within)).toMatchObject({ use: 'usable', advice: null })
  expect(course.dueOf('titration')).toEqual([])
  given(course)
    .when('adams', 'changeRate', { resultSeq: within, newRateMlPerHour: 9 })
    .thenRefused('deviation-in-force', 'DEV-1')
  course.at('17:30')
  expect(course.view(within).advice).toBeNull()
  given(course)
    .when('adams', 'changeRate', { resultSeq: within, newRateMlPerHour: 9 })
    .thenRefused('deviation-in-force')
  expect(course.item('aptt-collection').due).toBe(course.iso('22:00'))
  const after = course.result('98.0', { collected: '22:00' })
  expect(course.view(after).advice).toMatchObject({ newRateMlPerHour: 9 })
})

test('DEV-1: until ended: it lasts until the next order or prescription', () => {
  const course = deviating('ended')
  const within = course.result('98.0', { collected: '40:00' })
  expect(course.view(within).advice).toBeNull()
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 11, reason: 'Ends' })
  const after = course.result('98.0', { collected: '41:00' })
  expect(course.view(after).advice?.kind).toBe('change')
})

test('DEV-1: within it the stop band still offers STOP', () => {
  const course = deviating('ended')
  const resultSeq = course.result('150.0', { collected: '16:00' })
  expect(course.view(resultSeq)).toMatchObject({ inStopBand: true, advice: null })
  expect(course.item('mo-decision')).toMatchObject({
    about: 'stop-band-not-usable',
    stopAdvised: true,
  })
  given(course)
    .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
    .thenEntry({ restartNotBefore: course.iso('17:30'), restartRateMlPerHour: 9 })
})

test('DEV-1: it lifts neither the second signature nor the ban on 0, and no suspension', () => {
  const course = running().at('10:00')
  const order = { resultSeq: null, reason: 'x', deviation }
  for (const rateMlPerHour of [0, -1]) {
    given(course)
      .when('haddad', 'orderRate', { ...order, rateMlPerHour })
      .thenRefused('rate-out-of-range', 'NOMO-4')
  }
  const { seq: orderSeq } = course.do('haddad', 'orderRate', { ...order, rateMlPerHour: 20 })
  const act = course.do('haddad', 'changeRate', { orderSeq, newRateMlPerHour: 20 })
  expect(course.infusion.rateMlPerHour).toBe(14)
  given(course)
    .when('haddad', 'countersign', course.countersign(act.seq))
    .thenRefused('same-person')
})
