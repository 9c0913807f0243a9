import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { deviation, held, noBleeding, prescriptionOf, running } from './support/wards.ts'

const restart = { rateMlPerHour: 12, orderSeq: null }

test('TIME-3, H8: before the hold’s end a restart is refused, at its end it is taken', () => {
  const course = held()
  course.at('15:10').do('chen', 'assessBleeding', noBleeding)
  const refusal = given(course.at('16:29:59'))
    .when('adams', 'restartInfusion', restart)
    .thenRefused('hold-not-over', 'TIME-3')
  expect(refusal.facts.earliest).toBe(course.iso('16:30'))
  given(course)
    .when('adams', 'restartInfusion', { ...restart, happenedAt: course.iso('16:31') })
    .thenRefused('hold-not-over')
  course.at('16:30').both('restartInfusion', restart)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 12, stop: null })
})

test('TIME-3, H7: the restart rate is the advised one and no other', () => {
  const course = held().at('16:30')
  course.do('chen', 'assessBleeding', noBleeding)
  for (const rateMlPerHour of [14, 10, 12.1]) {
    given(course)
      .when('adams', 'restartInfusion', { ...restart, rateMlPerHour })
      .thenRefused('figure-differs')
  }
})

test('TIME-3, H9: the restart is due and overdue from the hold’s end, counted from the actual stop', () => {
  const course = held()
  expect(course.item('restart')).toMatchObject({
    due: course.iso('16:30'),
    overdue: course.iso('16:30'),
    rules: ['TIME-3'],
    anchor: { at: course.time('15:00') },
  })
  const status = (clock: string) => course.at(clock).item('restart').status
  expect(['15:59', '16:00', '16:29', '16:30'].map(status)).toEqual([
    'waiting',
    'soon',
    'soon',
    'overdue',
  ])
})

test('TIME-3: no assessment: an MO item 30 min before the hold’s end, the registrar at its end, the AMO 30 min later; never automatic', () => {
  const course = held()
  const item = (clock: string) => course.at(clock).item('bleeding-assessment')
  expect(item('15:59').status).toBe('soon')
  expect(item('16:00')).toMatchObject({ due: course.iso('16:00'), overdue: course.iso('16:30') })
  expect(item('16:29')).toMatchObject({ owner: 'mo', status: 'due' })
  expect(item('16:30')).toMatchObject({ owner: 'registrar', status: 'overdue' })
  expect(item('16:59').owner).toBe('registrar')
  expect(item('17:00').owner).toBe('amo')
  given(course).when('adams', 'restartInfusion', restart).thenRefused('not-assessed', 'TIME-3')
  expect(course.infusion.status).toBe('stopped')
})

test('TIME-3: the assessment is taken at any time from the stop on, not before, by an MO', () => {
  const course = running().at('10:00')
  given(course).when('chen', 'assessBleeding', noBleeding).thenRefused('nothing-stopped', 'TIME-3')
  const stopped = held()
  given(stopped).when('chen', 'assessBleeding', noBleeding).thenEntry({ kind: 'bleedingAssessed' })
  expect(stopped.dueOf('bleeding-assessment')).toEqual([])
})

test('TIME-3: a later time by the MO’s choice is the due time, and earlier a restart is refused', () => {
  const course = held()
  given(course)
    .when('chen', 'assessBleeding', { finding: 'minor', plan: 'later' })
    .thenRefused('until-missing', 'TIME-3')
  given(course)
    .when('chen', 'assessBleeding', {
      finding: 'minor',
      plan: 'later',
      until: course.iso('14:59'),
    })
    .thenRefused('until-past', 'TIME-3')
  course.do('chen', 'assessBleeding', {
    finding: 'minor',
    plan: 'later',
    until: course.iso('18:00'),
  })
  expect(course.item('restart').due).toBe(course.iso('18:00'))
  given(course.at('17:59')).when('adams', 'restartInfusion', restart).thenRefused('hold-not-over')
  course.at('18:00').both('restartInfusion', restart)
})

test('TIME-3: a later time before the hold’s end does not shorten the hold', () => {
  const course = held()
  course.do('chen', 'assessBleeding', {
    finding: 'none',
    plan: 'later',
    until: course.iso('15:30'),
  })
  expect(course.item('restart').due).toBe(course.iso('16:30'))
  given(course.at('15:30')).when('adams', 'restartInfusion', restart).thenRefused('hold-not-over')
})

test('TIME-3: while off by the MO’s choice the item reads when the MO decides, not an overdue restart', () => {
  const course = held()
  course.do('chen', 'assessBleeding', {
    finding: 'minor',
    plan: 'stay-off',
    until: course.iso('20:00'),
  })
  course.at('17:00')
  expect(course.dueOf('restart')).toEqual([])
  expect(course.item('mo-decision', 'stay-off')).toMatchObject({
    due: course.iso('20:00'),
    status: 'waiting',
  })
  given(course.at('20:01')).when('adams', 'restartInfusion', restart).thenRefused('stays-off')
  course.do('chen', 'assessBleeding', noBleeding)
  course.both('restartInfusion', restart)
})

test('TIME-3: more than 4 h after the hold’s end an MO orders first', () => {
  const course = held()
  course.do('chen', 'assessBleeding', noBleeding)
  course.at('20:30')
  expect(course.decide('adams', 'restartInfusion', restart).kind).toBe('accepted')
  given(course.at('20:31'))
    .when('adams', 'restartInfusion', restart)
    .thenRefused('restart-late', 'TIME-3')
  expect(course.item('mo-decision', 'restart-late').status).toBe('overdue')
  given(course)
    .when('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 13, reason: 'Late' })
    .thenRefused('order-needs-deviation')
  const { seq } = course.do('chen', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 12,
    reason: 'Late',
  })
  expect(course.dueOf('mo-decision')).toEqual([])
  course.both('restartInfusion', { rateMlPerHour: 12, orderSeq: seq })
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('TIME-3, DEV-1: before the hold’s end only a deviation written beforehand restarts', () => {
  const course = held().at('15:30')
  const { seq: plain } = course.do('chen', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 12,
    reason: 'Clot seen',
  })
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: plain })
    .thenRefused('hold-not-over', 'TIME-3')
  const { seq } = course.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Clot seen',
    deviation,
  })
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: seq })
    .thenRefused('figure-differs')
  course.both('restartInfusion', { rateMlPerHour: 11, orderSeq: seq })
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 11 })
})

test('TIME-3, SIGN-7: a restart is not stated before its stop, and an order from before the stop is no order', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
  const { seq: orderSeq } = course.do('haddad', 'orderRate', {
    resultSeq,
    rateMlPerHour: 13,
    reason: 'Before',
    deviation,
  })
  course.at('15:00').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  course.do('chen', 'assessBleeding', noBleeding)
  course.at('16:30')
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 13, orderSeq })
    .thenRefused('no-such-order')
  given(course)
    .when('adams', 'restartInfusion', {
      ...restart,
      happenedAt: course.iso('14:59'),
      lateReason: 'Late',
    })
    .thenRefused('earlier-than-in-effect', 'SIGN-7')
})

// BLEED-0
test('BLEED-0, H31: while suspended increases, restarts, resumes, recommencing and boluses are refused, a deviation included', () => {
  const course = held().at('16:30')
  course.do('chen', 'assessBleeding', { finding: 'major', plan: 'restart' })
  expect(course.chart.suspensions.map(({ reason }) => reason)).toEqual(['suspected-major-bleed'])
  given(course).when('adams', 'restartInfusion', restart).thenRefused('suspended', 'BLEED-0')
  given(course)
    .when('haddad', 'orderRate', { resultSeq: null, rateMlPerHour: 12, reason: 'x', deviation })
    .thenRefused('suspended', 'BLEED-0')
  expect(course.dueOf('restart')).toEqual([])
  expect(course.item('mo-decision', 'suspension')).toMatchObject({
    rules: ['BLEED-0'],
    overdue: course.iso('17:00'),
  })

  course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
  given(course)
    .when('haddad', 'prescribe', { ...prescriptionOf(course, 'vte'), rateMlPerHour: 12, deviation })
    .thenRefused('suspended', 'BLEED-0')
})

/** Ceased for a head injury, then found running at 14: suspended while it runs. */
function runningSuspended() {
  const course = running()
  course.at('09:00').do('adams', 'ceaseInfusion', { reason: 'head-injury' })
  course.at('09:05').do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 14,
    reason: 'Pump still on',
  })
  return course
}

test('BLEED-0, CHART-10: decreases, stops, samples and results go on while suspended; an increase is neither advised nor taken', () => {
  const course = runningSuspended()
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  const low = course.result('42.0', { collected: '15:05', resulted: '15:20' })
  expect(course.view(low)).toMatchObject({ use: 'usable', advice: null })
  expect(course.dueOf('titration')).toEqual([])
  given(course)
    .when('adams', 'changeRate', { resultSeq: low, newRateMlPerHour: 15 })
    .thenRefused('suspended', 'BLEED-0')
  given(course)
    .when('haddad', 'orderRate', { resultSeq: low, rateMlPerHour: 15, reason: 'x', deviation })
    .thenRefused('suspended', 'BLEED-0')

  const high = course.result('98.0', { collected: '15:30', resulted: '15:40' })
  course.both('changeRate', { resultSeq: high, newRateMlPerHour: 12 })
  expect(course.infusion.rateMlPerHour).toBe(12)
  course.do('cole', 'stopInfusion', { reason: 'concern' })
  given(course)
    .when('chen', 'resumeInfusion', { rateMlPerHour: 12 })
    .thenRefused('suspended', 'BLEED-0')
})

test('BLEED-0: an MO clears it with finding and next step, and clearing starts nothing', () => {
  const course = held().at('16:30')
  course.do('chen', 'assessBleeding', { finding: 'major', plan: 'restart' })
  const clearance = {
    reason: 'suspected-major-bleed',
    finding: 'CT clear',
    nextStep: 'Restart',
  } as const
  given(course)
    .when('adams', 'clearSuspension', clearance)
    .thenRefused('prescribers-only', 'SIGN-2')
  given(course)
    .when('chen', 'clearSuspension', { ...clearance, reason: 'head-injury' })
    .thenRefused('not-suspended', 'BLEED-0')
  course.do('chen', 'clearSuspension', clearance)

  expect(course.chart.suspensions).toEqual([])
  expect(course.infusion).toMatchObject({ status: 'stopped', rateMlPerHour: null })
  course.do('chen', 'assessBleeding', noBleeding)
  course.both('restartInfusion', restart)
})

test('BLEED-0, CHART-1: striking the cease out does not clear the suspension that it opened', () => {
  const course = running()
  const { seq } = course.at('09:00').do('adams', 'ceaseInfusion', { reason: 'suspected-hit' })
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'Wrong patient' })

  expect(course.chart.suspensions.map(({ reason }) => reason)).toEqual(['suspected-hit'])
  expect(course.infusion).toMatchObject({ status: 'running', rateUnconfirmed: true })
})

test('CHART-1, H24: while the pump has to be read no restart is due', () => {
  const course = held()
  course.at('15:10').do('chen', 'assessBleeding', noBleeding)
  const act = course.at('16:30').both('restartInfusion', restart)
  course.at('17:00').do('chen', 'strikeOut', { struckSeq: act.seq, reason: 'Wrong line' })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: true })
  expect(course.item('mo-decision', 'read-the-pump').status).toBe('overdue')
  expect(course.dueOf('restart')).toEqual([])
})
