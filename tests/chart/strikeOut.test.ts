import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { held, prescriptionOf, running } from './support/wards.ts'

const reason = 'Wrong patient'
const seqOf = (course: Course, kind: string) =>
  course.entries.findLast((entry) => entry.kind === kind)?.seq ?? 0

/** Changed from 14 to 12 at 14:20, on a sample of 14:00. */
function changed() {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  const act = course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  return { course, resultSeq, actSeq: act.seq }
}

test('CHART-1: an entry is struck out by its author or an MO, with a reason, once, and stays readable', () => {
  const course = running().at('09:00')
  const { seq } = course.do('adams', 'writeNote', { text: 'Not this patient' })
  given(course)
    .when('baker', 'strikeOut', { struckSeq: seq, reason })
    .thenRefused('author-or-mo-strikes', 'CHART-1')
  course.do('adams', 'strikeOut', { struckSeq: seq, reason })
  given(course)
    .when('chen', 'strikeOut', { struckSeq: seq, reason })
    .thenRefused('already-struck', 'CHART-1')

  expect(course.chart.struck.get(seq)).toBe(course.chart.seq)
  expect(course.entries.find((entry) => entry.seq === seq)).toMatchObject({
    text: 'Not this patient',
  })
  expect(course.chart.owed).toEqual([])
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('CHART-1: signatures, openings and strike-outs themselves are not struck', () => {
  const { course } = changed()
  for (const struckSeq of [1, seqOf(course, 'countersigned'), 999]) {
    given(course)
      .when('chen', 'strikeOut', { struckSeq, reason })
      .thenRefused('not-to-be-struck', 'CHART-1')
  }
})

test('CHART-1, H22, H47: the act that set the rate struck out: the rate reads unconfirmed, nothing is executed', () => {
  const { course, actSeq } = changed()
  course.at('14:30').do('chen', 'strikeOut', { struckSeq: actSeq, reason })

  expect(course.infusion).toMatchObject({
    status: 'running',
    rateMlPerHour: null,
    rateUnconfirmed: true,
  })
  expect(course.item('mo-decision', 'read-the-pump')).toMatchObject({ status: 'overdue' })
  expect(course.dueOf('mo-decision', 'strike-out')).toHaveLength(1)
  expect(course.chart.owed.map(({ kind }) => kind)).toEqual(['strike-out'])
})

test('CHART-1: while the rate is unconfirmed only a stop is advised and taken', () => {
  const { course, resultSeq, actSeq } = changed()
  course.at('14:30').do('chen', 'strikeOut', { struckSeq: actSeq, reason })
  expect(course.view(resultSeq).advice).toBeNull()
  expect(course.dueOf('titration')).toEqual([])
  given(course)
    .when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    .thenRefused('rate-unconfirmed', 'CHART-1')
  given(course).when('adams', 'keepRate', { resultSeq }).thenRefused('rate-unconfirmed', 'CHART-1')
  given(course).when('adams', 'interruptInfusion', { reason: 'x' }).thenRefused('rate-unconfirmed')
  given(course)
    .when('adams', 'stopInfusion', { reason: 'concern' })
    .thenEntry({ kind: 'infusionStopped', rateBeforeMlPerHour: null })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
})

test('CHART-1, CHART-10: two people read the pump and the rate is confirmed', () => {
  const { course, actSeq } = changed()
  course.at('14:30').do('chen', 'strikeOut', { struckSeq: actSeq, reason })
  const { seq } = course.do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 13,
    reason: 'Read the pump',
  })
  expect(course.infusion).toMatchObject({ rateMlPerHour: null, rateUnconfirmed: true })
  course.sign('baker', seq, { checkedRateMlPerHour: undefined, pumpReadBackMlPerHour: undefined })

  expect(course.infusion).toMatchObject({
    status: 'running',
    rateMlPerHour: 13,
    rateUnconfirmed: false,
  })
  expect(course.dueOf('mo-decision', 'read-the-pump')).toEqual([])
})

test('CHART-1: a stop struck out leaves the rate unconfirmed, and no hold or restart', () => {
  const course = held()
  course.at('15:10').do('chen', 'strikeOut', {
    struckSeq: seqOf(course, 'infusionStopped'),
    reason,
  })

  expect(course.infusion).toMatchObject({
    status: 'running',
    stop: null,
    rateMlPerHour: null,
    rateUnconfirmed: true,
  })
  expect(course.dueOf('restart')).toEqual([])
})

test('CHART-1: a rate found during a hold, struck out: no restart until somebody stands at the pump and stops it', () => {
  const course = held()
  course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  const { seq } = course.at('15:20').do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 14,
    reason: 'Wrong patient',
  })
  course.do('chen', 'strikeOut', { struckSeq: seq, reason })
  course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: true })
  const restart = { rateMlPerHour: 12, orderSeq: null }
  given(course.at('16:30'))
    .when('adams', 'restartInfusion', restart)
    .thenRefused('rate-unconfirmed', 'CHART-1')
  course.do('adams', 'stopInfusion', { reason: 'concern' })
  expect(course.infusion).toMatchObject({
    rateUnconfirmed: false,
    stop: { restartNotBefore: course.time('16:30') },
  })
  course.both('restartInfusion', restart)
})

test('CHART-1: the start struck out leaves the rate unconfirmed', () => {
  const course = running().at('09:00')
  course.do('chen', 'strikeOut', { struckSeq: seqOf(course, 'infusionStarted'), reason })
  expect(course.infusion).toMatchObject({ rateMlPerHour: null, rateUnconfirmed: true })
})

test('CHART-1: an act that was overtaken, struck out, leaves the running rate and asks the MO', () => {
  const { course, actSeq } = changed()
  const next = course.result('98.0', { collected: '20:20' })
  course.both('changeRate', { resultSeq: next, newRateMlPerHour: 10 })
  course.do('chen', 'strikeOut', { struckSeq: actSeq, reason })

  expect(course.infusion).toMatchObject({ rateMlPerHour: 10, rateUnconfirmed: false })
  expect(course.dueOf('mo-decision', 'strike-out')).toHaveLength(1)
})

test('CHART-1: a strike-out of a dose is countersigned, one of a note is not', () => {
  const { course, actSeq } = changed()
  const { seq } = course.at('14:30').do('chen', 'strikeOut', { struckSeq: actSeq, reason })
  given(course).when('chen', 'countersign', course.countersign(seq)).thenRefused('same-person')
  course.sign('baker', seq)
  expect(course.chart.owed).toEqual([])
})

test('CHART-1, SIGN-9: a result not acted on, struck out, voids the pending act; its right value is the same sample', () => {
  const course = running()
  course.at('14:00')
  const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
    site: 'away-from-heparin',
  })
  const enter = (text: string) =>
    course.do('adams', 'recordResult', { text, sample: { collectionSeq } }).seq
  const wrong = enter('98.0')
  course.do('adams', 'changeRate', { resultSeq: wrong, newRateMlPerHour: 12 })
  course.do('adams', 'strikeOut', { struckSeq: wrong, reason: 'Typed 98 for 92' })
  expect(course.chart.pending).toBeNull()
  expect(course.use(wrong)).toBe('struck-out')
  given(course)
    .when('adams', 'changeRate', { resultSeq: wrong, newRateMlPerHour: 12 })
    .thenRefused('result-struck-out', 'CHART-1')
  const right = enter('92.0')

  expect(course.use(right)).toBe('usable')
  course.both('changeRate', { resultSeq: right, newRateMlPerHour: 13 })
  expect(course.infusion.rateMlPerHour).toBe(13)
})

test('CHART-1, NOMO-11: a result acted on, struck out, asks the MO, and so does its right value', () => {
  const { course, resultSeq } = changed()
  course.at('14:30').do('adams', 'strikeOut', { struckSeq: resultSeq, reason: 'Typed 98 for 92' })
  expect(course.infusion.rateMlPerHour).toBe(12)
  expect(course.dueOf('mo-decision', 'strike-out')).toHaveLength(1)
  const right = course.do('adams', 'recordResult', {
    text: '92.0',
    sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
  })
  expect(course.use(right.seq)).toBe('acted')
  expect(course.dueOf('mo-decision', 'amended')).toHaveLength(1)
})

test('CHART-1: a struck collection takes its result with it, and takes no new one', () => {
  const course = running()
  const seq = course.result('98.0', { collected: '14:00' })
  const collectionSeq = seqOf(course, 'apttCollected')
  course.do('adams', 'strikeOut', { struckSeq: collectionSeq, reason })
  expect(course.use(seq)).toBe('struck-out')
  given(course)
    .when('adams', 'recordResult', { text: '60.0', sample: { collectionSeq } })
    .thenRefused('no-such-collection')
})

test('CHART-1, SIGN-8: striking the stop that voided an act does not bring the act back', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.check('baker', act.seq)
  const stop = course.do('cole', 'stopInfusion', { reason: 'concern' })
  course.do('cole', 'strikeOut', { struckSeq: stop.seq, reason })

  expect(course.chart.pending).toBeNull()
  given(course)
    .when('baker', 'countersign', course.countersign(act.seq))
    .thenRefused('lapsed-or-void')
})

test('CHART-1: one strike-out after another is each read on the chart it was signed on', () => {
  const { course, actSeq } = changed()
  const note = course.do('adams', 'writeNote', { text: 'x' })
  course.do('adams', 'strikeOut', { struckSeq: note.seq, reason })
  course.do('chen', 'strikeOut', { struckSeq: actSeq, reason })
  course.do('chen', 'prescribe', prescriptionOf(course, 'vte'))
  course.do('chen', 'strikeOut', { struckSeq: seqOf(course, 'infusionPrescribed'), reason })

  expect(course.infusion).toMatchObject({ rateMlPerHour: null, rateUnconfirmed: true })
  expect(course.chart.prescription?.seq).toBe(3)
  expect(course.chart.struck.size).toBe(3)
})

test('CHART-1: many strike-outs fold in the time of a few', () => {
  const course = running().at('09:00')
  const template = course.do('adams', 'writeNote', { text: 'x' })
  const strike = course.do('adams', 'strikeOut', { struckSeq: template.seq, reason })
  const many = Array.from({ length: 40 }, (_, i) => {
    const seq = strike.seq + 2 * i + 1
    return [
      { ...template, seq },
      { ...strike, seq: seq + 1, struckSeq: seq },
    ]
  }).flat()

  expect(fold([...course.entries, ...many] as typeof course.entries).struck.size).toBe(41)
})
