import { expect, test } from 'vitest'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, held, noBleeding, prescribed, prescriptionOf, running } from './support/wards.ts'

/** VTE at 14 mL/hr, APTT 98.0, first signature of the change to 12 at 14:45. */
function signedOnce(): { course: Course; actSeq: number; resultSeq: number } {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:40' })
  course.at('14:45')
  const { seq: actSeq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  return { course, actSeq, resultSeq }
}

test('SIGN-4: (a) the first signature changes nothing yet: 14 mL/hr runs and a change awaits its second check', () => {
  const { course, actSeq } = signedOnce()

  expect(course.infusion.rateMlPerHour).toBe(14)
  expect(course.item('second-check', 'act-check')).toMatchObject({
    owner: 'checker',
    due: course.iso('14:45'),
    overdue: course.iso('14:55'),
    anchor: { seq: actSeq },
  })
  expect(course.dueOf('aptt-collection')).toEqual([])
})

test('SIGN-4, H38: (b) the checker’s figures are asked for one by one and must equal the first', () => {
  const { course, actSeq } = signedOnce()

  given(course)
    .whenChecked('baker', actSeq, { checkedRateMlPerHour: undefined })
    .thenRefused('figures-missing', 'SIGN-4')
  given(course)
    .whenChecked('baker', actSeq, { checkedResultText: undefined })
    .thenRefused('figures-missing', 'SIGN-4')
  given(course)
    .whenChecked('baker', actSeq, { checkedResultText: '98' })
    .thenEntry({ kind: 'secondCheckMatched', actSeq, version: course.chart.version })
})

test('SIGN-4: a collection time typed with the result is keyed again by the checker', () => {
  const course = running().at('14:40')
  const { seq: resultSeq } = course.do('adams', 'recordResult', {
    text: '98.0',
    sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
  })
  const { seq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })

  given(course)
    .whenChecked('baker', seq, { checkedCollectedAt: undefined })
    .thenRefused('figures-missing')
  given(course)
    .whenChecked('baker', seq, { checkedCollectedAt: course.iso('14:01') })
    .thenMismatch('second-check-differs')
  given(course).whenChecked('baker', seq).thenEntry({ kind: 'secondCheckMatched' })
})

test('SIGN-4: a difference is refused without telling either figure and is counted', () => {
  for (const figures of [{ checkedRateMlPerHour: 13 }, { checkedResultText: '89.0' }]) {
    const { course, actSeq } = signedOnce()
    const refusal = given(course)
      .whenChecked('baker', actSeq, figures)
      .thenMismatch('second-check-differs')

    expect(refusal).toMatchObject({ status: 422, rules: ['SIGN-4'], facts: {} })
    expect(course.entries.at(-1)).toMatchObject({
      kind: 'secondCheckMismatched',
      step: 'check',
      ...figures,
    })
    expect(course.chart.pending).toMatchObject({ actSeq, mismatches: 1 })
  }
})

test('SIGN-4, H38: a second difference voids the first signature', () => {
  const { course, actSeq } = signedOnce()
  given(course)
    .whenChecked('baker', actSeq, { checkedRateMlPerHour: 13 })
    .thenMismatch('second-check-differs')
  const wrong = course.countersign(actSeq, { checkedResultText: '89.0' })
  given(course).when('gray', 'countersign', wrong).thenMismatch('second-check-differs')

  expect(course.chart.pending).toBeNull()
  expect(course.infusion.rateMlPerHour).toBe(14)
  given(course)
    .when('baker', 'countersign', course.countersign(actSeq))
    .thenRefused('lapsed-or-void', 'SIGN-8')
})

test('SIGN-4: (c) a wrong read-back keeps the card up, tells no figure, counts and never voids', () => {
  const { course, actSeq } = signedOnce()
  given(course).whenChecked('baker', actSeq).thenEntry({ kind: 'secondCheckMatched' })
  for (const pumpReadBackMlPerHour of [14, 21, 13]) {
    const wrong = course.countersign(actSeq, { pumpReadBackMlPerHour })
    const refusal = given(course)
      .when('baker', 'countersign', wrong)
      .thenMismatch('read-back-differs')
    expect(refusal).toMatchObject({ status: 422, rules: ['SIGN-4'] })
  }

  expect(course.chart.pending).toMatchObject({ actSeq, mismatches: 0 })
  expect(course.infusion.rateMlPerHour).toBe(14)
  course.sign('baker', actSeq)
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('SIGN-4: without the card first, a wrong read-back alone counts as a check that matched', () => {
  const { course, actSeq } = signedOnce()
  const wrong = course.countersign(actSeq, { pumpReadBackMlPerHour: 14 })
  given(course).when('baker', 'countersign', wrong).thenMismatch('read-back-differs')

  expect(course.entries.at(-1)).toMatchObject({ step: 'read-back' })
  course.at('15:30').sign('baker', actSeq)
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('SIGN-4: (d) it takes effect at the stated pump time, not before the match and not in the future', () => {
  const { course, actSeq } = signedOnce()
  course.at('14:47').check('baker', actSeq)
  course.at('14:52')
  const atTime = (clock: string) => course.countersign(actSeq, { happenedAt: course.iso(clock) })
  given(course)
    .when('baker', 'countersign', atTime('14:46'))
    .thenRefused('pump-time-before-check', 'SIGN-4')
  given(course).when('baker', 'countersign', atTime('14:55')).thenRefused('in-the-future', 'SIGN-7')
  course.sign('baker', actSeq, { happenedAt: course.iso('14:49') })

  expect(course.infusion).toMatchObject({ rateMlPerHour: 12, since: course.time('14:49') })
})

test('SIGN-4: without the card first, the pump time is not before the first signature, by the minute', () => {
  const { course, actSeq } = signedOnce()
  course.at('14:52')
  given(course)
    .when('baker', 'countersign', course.countersign(actSeq, { happenedAt: course.iso('14:44') }))
    .thenRefused('pump-time-before-check')
  course.sign('baker', actSeq, { happenedAt: course.iso('14:45') })
  expect(course.infusion.since).toBe(course.time('14:45'))
})

test('SIGN-4: a countersign without the read-back is not complete', () => {
  const { course, actSeq } = signedOnce()
  given(course)
    .when('baker', 'countersign', course.countersign(actSeq, { pumpReadBackMlPerHour: undefined }))
    .thenRefused('figures-missing', 'SIGN-4')
})

test('SIGN-4: after one checker’s match another may finish, keying every figure anew', () => {
  const { course, actSeq } = signedOnce()
  course.check('baker', actSeq)
  const bare = { actSeq, pumpReadBackMlPerHour: 12 }
  given(course)
    .when('gray', 'countersign', { ...bare, signature: { userId: 'x', pin: 'x' } })
    .thenRefused('figures-missing')
  given(course)
    .when('baker', 'countersign', { ...bare, signature: { userId: 'x', pin: 'x' } })
    .thenEntry({ kind: 'countersigned' })
})

test('SIGN-4, SIGN-3: start, restart and bolus are checked in the same way', () => {
  const start = prescribed({ prescription: { bolusUnits: 6000 } }).at('08:00')
  const bolus = start.do('adams', 'giveBolus', { orderSeq: 3, units: 6000 })
  given(start)
    .whenChecked('baker', bolus.seq, { checkedUnits: 5000 })
    .thenMismatch('second-check-differs')
  start.sign('baker', bolus.seq)
  expect(start.chart.bolusOrders[0]?.givenBy).toBe(bolus.seq)
  const act = start.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
  given(start)
    .whenChecked('baker', act.seq, { checkedRateMlPerHour: 41 })
    .thenMismatch('second-check-differs')
  start.sign('baker', act.seq)

  const off = held().at('16:30')
  off.do('chen', 'assessBleeding', noBleeding)
  const restart = off.do('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  given(off)
    .whenChecked('baker', restart.seq, { checkedRateMlPerHour: 14 })
    .thenMismatch('second-check-differs')
  off.sign('baker', restart.seq)
  expect(off.infusion.rateMlPerHour).toBe(12)
})

// Lapse
test('SIGN-8: a first signature lapses at exactly 10 minutes; a lapse is no entry and nothing has happened', () => {
  const { course, actSeq, resultSeq } = signedOnce()
  const before = course.entries.length
  course.at('14:54:59')
  expect(course.dueOf('second-check')).toHaveLength(1)
  expect(course.decide('baker', 'countersign', course.countersign(actSeq)).kind).toBe('accepted')
  course.at('14:55')
  expect(course.dueOf('second-check')).toEqual([])
  given(course)
    .when('baker', 'countersign', course.countersign(actSeq))
    .thenRefused('lapsed-or-void', 'SIGN-8')
  given(course).whenChecked('baker', actSeq).thenRefused('lapsed-or-void', 'SIGN-8')

  expect(course.entries).toHaveLength(before)
  expect(course.use(resultSeq)).toBe('usable')
  expect(course.dueOf('titration')).toHaveLength(1)
  course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  expect(course.infusion.rateMlPerHour).toBe(12)
})

test('SIGN-8, H41: after the match nothing lapses; the card is overdue after 5 minutes', () => {
  const { course, actSeq } = signedOnce()
  course.at('14:54').check('baker', actSeq)
  course.at('15:40')

  expect(course.item('second-check', 'pump-read-back')).toMatchObject({
    status: 'overdue',
    overdue: course.iso('14:59'),
  })
  course.sign('baker', actSeq, { happenedAt: course.iso('14:55') })
  expect(course.infusion).toMatchObject({ rateMlPerHour: 12, since: course.time('14:55') })
})

test('SIGN-8, CHART-10: after the match, "pump not changed" voids the act', () => {
  const { course, actSeq } = signedOnce()
  course.check('baker', actSeq)
  course.at('15:20').do('adams', 'recordBedsideFact', {
    fact: 'pump-not-changed',
    reason: 'Called away',
  })

  expect(course.chart.pending).toBeNull()
  expect(course.infusion.rateMlPerHour).toBe(14)
  given(course)
    .when('baker', 'countersign', course.countersign(actSeq))
    .thenRefused('lapsed-or-void')
})

test('SIGN-8, CHART-10, H24: after the match, "pump found at" ends the act and sets the rate found', () => {
  const { course, actSeq } = signedOnce()
  course.check('baker', actSeq)
  course.at('15:20').do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 21,
    reason: 'Keyed wrong',
  })

  expect(course.chart.pending).toBeNull()
  expect(course.infusion.rateMlPerHour).toBe(21)
})

// What a signature binds
const bound = {
  name: 'OTHER, Name',
  dateOfBirth: '1951-03-10',
  mrn: '9000018',
  protocol: 'nstemi',
  protocolVersion: '402.2',
  resultText: '98',
  collectedAt: '2027-03-10T14:01:00Z',
  oldRateMlPerHour: 13,
} as const
for (const [name, value] of Object.entries(bound)) {
  test(`SIGN-8, H15, H34: a signature on another ${name} than the chart’s is refused as a conflict, first and second`, () => {
    const { course, actSeq, resultSeq } = signedOnce()
    const act = course.entries.find(({ seq }) => seq === actSeq)
    const seen = act && 'shown' in act ? act.shown : {}
    const shown = { ...seen, [name]: value }
    const second = given(course)
      .when('baker', 'countersign', course.countersign(actSeq, { shown }))
      .thenRefused('shown-differs', 'SIGN-8')
    expect(second).toMatchObject({ status: 409, facts: { differs: name } })

    course.do('adams', 'withdraw', { actSeq })
    given(course)
      .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12, shown })
      .thenRefused('shown-differs', 'SIGN-8')
  })
}

test('SIGN-8, H34: a version that has moved on refuses acts of one and two signatures, and their countersign', () => {
  const { course, actSeq, resultSeq } = signedOnce()
  const expectedVersion = course.chart.version - 1
  const stale = given(course)
    .when('baker', 'countersign', course.countersign(actSeq, { expectedVersion }))
    .thenRefused('chart-moved-on', 'SIGN-8')
  expect(stale).toMatchObject({ status: 409, facts: { version: expectedVersion + 1 } })
  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12, expectedVersion })
    .thenRefused('chart-moved-on')
  given(course)
    .when('chen', 'prescribe', { ...prescriptionOf(course, 'vte'), expectedVersion })
    .thenRefused('chart-moved-on')
})

test('SIGN-8: after the match neither the version nor what was shown is compared', () => {
  const { course, actSeq } = signedOnce()
  course.check('baker', actSeq)
  course.do('adams', 'recordWeight', { kg: 80, method: 'measured' })

  given(course)
    .when(
      'baker',
      'countersign',
      course.countersign(actSeq, { expectedVersion: 1, shown: undefined }),
    )
    .thenEntry({ kind: 'countersigned' })
})

test('SIGN-8: facts and stops compare no version', () => {
  const course = running()
  given(course)
    .when('adams', 'recordWeight', { kg: 80, method: 'measured', expectedVersion: 0 })
    .thenEntry({ kind: 'weightRecorded' })
  given(course)
    .when('adams', 'stopInfusion', { reason: 'concern', expectedVersion: 0 })
    .thenEntry({ kind: 'infusionStopped' })
})
