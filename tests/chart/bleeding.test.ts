import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { deviation, held, noBleeding, prescribed, running } from './support/wards.ts'

const reasons = (course: Course) => course.chart.suspensions.map(({ reason }) => reason)
const NONE: Fields<'recordObservation'> = { bleeding: 'none-seen', sites: [], clots: 'none-seen' }
const MINOR: Fields<'recordObservation'> = {
  bleeding: 'minor',
  sites: ['gums'],
  clots: 'none-seen',
}
const MAJOR: Fields<'recordObservation'> = { bleeding: 'major-suspected', sites: [] }
const CLOTS: Fields<'recordObservation'> = {
  bleeding: 'none-seen',
  sites: [],
  clots: 'new-or-growing',
}

test('OBS-1: nothing seen asks for nothing, moves no version and suspends nothing', () => {
  const course = running().at('10:00')
  const before = course.due
  const { version } = course.chart
  given(course)
    .when('evans', 'recordObservation', NONE)
    .thenEntry({ kind: 'observationRecorded', version })
  expect(course.due).toEqual(before)
  expect(reasons(course)).toEqual([])
})

test('BLEED-1: minor bleeding asks an MO at once, overdue after 60 min; the infusion goes on', () => {
  const course = running().at('10:00')
  const { version } = course.chart
  const { seq } = course.do('adams', 'recordObservation', MINOR)
  expect(course.item('mo-decision', 'minor-bleeding')).toMatchObject({
    due: course.iso('10:00'),
    overdue: course.iso('11:00'),
    owner: 'mo',
    rules: ['BLEED-1'],
    anchor: { seq },
  })
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  expect([reasons(course), course.chart.version]).toEqual([[], version])
  const review = { eventSeq: seq, finding: 'Gums ooze a little', plan: 'Go on' }
  given(course).when('adams', 'reviewEvent', review).thenRefused('prescribers-only', 'SIGN-2')
  course.at('10:20').do('chen', 'reviewEvent', review)
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('OBS-1: new or growing clots ask an MO, also where one entry finds both; one review answers it', () => {
  const course = running().at('10:00')
  course.do('adams', 'recordObservation', CLOTS)
  expect(course.item('mo-decision', 'clots').rules).toEqual(['OBS-1'])
  const { seq } = course.do('adams', 'recordObservation', { ...MINOR, clots: 'new-or-growing' })
  expect(course.dueOf('mo-decision').map(({ about }) => about)).toEqual([
    'clots',
    'minor-bleeding',
    'clots',
  ])
  course.do('haddad', 'reviewEvent', { eventSeq: seq, finding: 'Both seen', plan: 'Doppler' })
  expect(course.dueOf('mo-decision').map(({ about }) => about)).toEqual(['clots'])
})

test('BLEED-0, OBS-1: a suspected major bleed suspends at once and records no stop', () => {
  const course = running().at('10:00')
  const { version } = course.chart
  given(course)
    .when('cole', 'recordObservation', MAJOR)
    .thenEntry({ kind: 'observationRecorded', version: version + 1 })
  expect(reasons(course)).toEqual(['suspected-major-bleed'])
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  expect(course.item('mo-decision', 'suspension')).toMatchObject({
    stopAdvised: true,
    overdue: course.iso('10:30'),
    rules: ['BLEED-0'],
  })
})

test('BLEED-0: the stop is asked for while it runs, and no more once it has ceased', () => {
  const course = running().at('10:00')
  course.do('cole', 'recordObservation', MAJOR)
  course.at('10:02').do('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  expect(course.item('mo-decision', 'suspension').stopAdvised).toBe(false)
  expect(reasons(course)).toEqual(['suspected-major-bleed'])
})

test('SIGN-9: an observation that suspends voids what waits for its check, one that does not leaves it', () => {
  for (const [found, waits] of [
    [NONE, true],
    [MINOR, true],
    [MAJOR, false],
  ] as const) {
    const course = running()
    const resultSeq = course.result('42.0', { collected: '14:00' })
    const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
    const signed = course.countersign(act.seq)
    const seenAt = course.chart.version
    course.do('baker', 'recordObservation', found)
    expect(course.chart.pending !== null).toBe(waits)
    expect(course.chart.version === seenAt).toBe(waits)
    const decision = course.decide('baker', 'countersign', { ...signed, expectedVersion: seenAt })
    expect(decision.kind).toBe(waits ? 'accepted' : 'refused')
  }
})

test('SIGN-9: from the match on a suspension waits for the read-back', () => {
  const course = running()
  const resultSeq = course.result('42.0', { collected: '14:00' })
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
  course.check('baker', act.seq)
  course.do('cole', 'recordObservation', MAJOR)
  expect(course.chart.pending?.actSeq).toBe(act.seq)
})

test('BLEED-0: after a major finding increases and boluses are refused, a deviation too; decreases go on', () => {
  const course = running()
  const raising = course.result('42.0', { collected: '14:00' })
  course.do('adams', 'recordObservation', MAJOR)
  expect(course.view(raising).advice).toBeNull()
  given(course)
    .when('adams', 'changeRate', { resultSeq: raising, newRateMlPerHour: 15 })
    .thenRefused('suspended', 'BLEED-0')
  given(course)
    .when('haddad', 'orderRate', { resultSeq: null, rateMlPerHour: 15, reason: 'x', deviation })
    .thenRefused('suspended', 'BLEED-0')
  const lowering = course.result('98.0', { collected: '14:10' })
  course.both('changeRate', { resultSeq: lowering, newRateMlPerHour: 12 })
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('BLEED-0: an increase ordered before the suspension is not asked for while it stands; a decrease is', () => {
  for (const [ordered, asked] of [
    [16, 0],
    [12, 1],
  ] as const) {
    const course = running().at('10:00')
    const order = { resultSeq: null, rateMlPerHour: ordered, reason: 'As discussed', deviation }
    course.do('haddad', 'orderRate', order)
    expect(course.dueOf('titration', 'rate-order')).toHaveLength(1)
    course.do('adams', 'recordFall', { witnessed: true, headInjury: 'none-seen' })
    expect(course.dueOf('titration', 'rate-order')).toHaveLength(asked)
  }
})

test('BLEED-0, TIME-3: minor bleeding found at a hold suspends until an assessment made since is signed', () => {
  const course = held().at('15:30')
  course.do('chen', 'assessBleeding', noBleeding)
  const { version } = course.chart
  const found = course.at('16:00').do('adams', 'recordObservation', MINOR)
  expect(reasons(course)).toEqual(['bleeding-at-hold'])
  expect(found.version).toBe(version + 1)
  expect(course.item('mo-decision', 'suspension').rules).toEqual(['BLEED-0', 'TIME-3'])
  expect(course.dueOf('mo-decision', 'minor-bleeding')).toEqual([])
  expect(course.dueOf('bleeding-assessment')).toHaveLength(1)
  const restart = { rateMlPerHour: 12, orderSeq: null }
  given(course)
    .at('16:30')
    .when('adams', 'restartInfusion', restart)
    .thenRefused('suspended', 'BLEED-0')
  course.do('chen', 'assessBleeding', { finding: 'minor', plan: 'restart' })
  expect(reasons(course)).toEqual([])
  course.both('restartInfusion', restart)
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('TIME-3, BLEED-0: an assessment made before the bleeding was found lifts nothing, nor lets a restart stand', () => {
  const course = held().at('16:00')
  course.do('adams', 'recordObservation', MINOR)
  const earlier = { happenedAt: course.iso('15:50') }
  course.at('16:05').do('chen', 'assessBleeding', { ...noBleeding, ...earlier })
  expect(reasons(course)).toEqual(['bleeding-at-hold'])
  course.do('chen', 'clearSuspension', {
    reason: 'bleeding-at-hold',
    finding: 'Dry',
    nextStep: 'Assess',
  })
  expect(reasons(course)).toEqual([])
})

test('TIME-3, BLEED-0: seen again, an assessment from between the sightings lifts nothing, and the MO is not given longer', () => {
  const course = held()
  course.at('15:10').do('cole', 'recordObservation', { bleeding: 'minor', sites: [] })
  const asked = course.item('mo-decision', 'suspension')
  course.at('15:40').do('cole', 'recordObservation', { bleeding: 'minor', sites: [] })
  expect(course.item('mo-decision', 'suspension').overdue).toBe(asked.overdue)

  const between = { ...noBleeding, happenedAt: course.iso('15:20') }
  course.at('15:45').do('chen', 'assessBleeding', between)
  expect(course.chart.suspensions).toMatchObject([{ reason: 'bleeding-at-hold' }])
  course.do('chen', 'assessBleeding', noBleeding)
  expect(course.chart.suspensions).toEqual([])
})

test('TIME-3: a finding at a hold takes the earlier assessment away, however the suspension is lifted', () => {
  const course = held().at('15:30')
  course.do('chen', 'assessBleeding', noBleeding)
  course.at('16:00').do('adams', 'recordObservation', MINOR)
  const clearing = { reason: 'bleeding-at-hold', finding: 'Dry', nextStep: 'Assess' } as const
  course.do('chen', 'clearSuspension', clearing)
  given(course)
    .at('16:30')
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenRefused('not-assessed', 'TIME-3')
})

test('BLEED-1: minor bleeding while stopped on a concern, or after a cease, goes to the MO and suspends nothing', () => {
  for (const stop of ['stopInfusion', 'ceaseInfusion'] as const) {
    const course = running().at('10:00')
    if (stop === 'stopInfusion') course.do('adams', stop, { reason: 'concern' })
    else course.do('adams', stop, { reason: 'procedure' })
    course.at('10:10').do('adams', 'recordObservation', MINOR)
    expect(reasons(course)).toEqual([])
    expect(course.dueOf('mo-decision', 'minor-bleeding')).toHaveLength(1)
  }
})

test('CHART-1, BLEED-0: striking out what was seen does not clear its suspension; an MO does', () => {
  const course = running().at('10:00')
  const { seq } = course.do('adams', 'recordObservation', MAJOR)
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'Another patient' })
  expect(reasons(course)).toEqual(['suspected-major-bleed'])
  course.do('chen', 'clearSuspension', {
    reason: 'suspected-major-bleed',
    finding: 'No bleeding: written on the wrong chart',
    nextStep: 'Go on',
  })
  expect(reasons(course)).toEqual([])
  expect(course.infusion.rateMlPerHour).toBe(14)
})

test('CHART-1: a struck-out event asks nobody; a struck-out review asks again', () => {
  const course = running().at('10:00')
  const event = course.do('adams', 'recordObservation', MINOR)
  const review = course.do('chen', 'reviewEvent', {
    eventSeq: event.seq,
    finding: 'Dry',
    plan: 'Go on',
  })
  course.do('chen', 'strikeOut', { struckSeq: review.seq, reason: 'Another patient' })
  expect(course.dueOf('mo-decision', 'minor-bleeding')).toHaveLength(1)
  course.do('adams', 'strikeOut', { struckSeq: event.seq, reason: 'Another patient' })
  expect(course.dueOf('mo-decision', 'minor-bleeding')).toEqual([])
})

test('CHART-1, SIGN-8: striking out the finding that voided an act does not bring the act back', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00' })
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const { seq } = course.do('adams', 'recordObservation', MAJOR)
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'Another patient' })
  expect(course.chart.pending).toBeNull()
  expect(fold(course.entries).pending).toBeNull()
})

test('OBS-1: 4 hours after a cease one look for bleeding is due, never red, done by any look since', () => {
  const course = running().at('10:00')
  course.do('adams', 'recordObservation', NONE)
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  expect(course.at('13:29').dueOf('observation')).toEqual([])
  expect(course.at('13:30').item('observation')).toMatchObject({
    status: 'soon',
    due: course.iso('14:00'),
    overdue: null,
    owner: 'nurse',
    rules: ['OBS-1'],
  })
  expect(course.at('14:00').item('observation').status).toBe('due')
  expect(course.at('90:00').item('observation').status).toBe('due')
  course.do('adams', 'recordObservation', NONE)
  expect(course.dueOf('observation')).toEqual([])
})

test('OBS-1: the look after a cease is asked for no more once heparin runs again', () => {
  const course = running().at('10:00')
  course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
  const fact = { fact: 'pump-found-at', rateMlPerHour: 14, reason: 'Never turned off' } as const
  course.at('10:30').do('adams', 'recordBedsideFact', fact)
  expect(course.at('14:00').dueOf('observation')).toEqual([])
})

test('OBS-1: what is seen before the start is recorded as well', () => {
  const course = prescribed().at('07:30')
  course.do('adams', 'recordObservation', MAJOR)
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } })
    .thenRefused('suspended', 'BLEED-0')
})
