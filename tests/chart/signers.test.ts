import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openChart } from '../../src/chart/commands.ts'
import { decide } from '../../src/chart/decide.ts'
import type { EntryKind } from '../../src/chart/entries.ts'
import type { CommandKind } from '../../src/chart/fields.ts'
import { maySecond, mayUse } from '../../src/chart/policy.ts'
import { instantOf } from '../../src/time.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { people, type Who } from './support/people.ts'
import { bag, prescribed, running } from './support/wards.ts'

const NOW = instantOf('2027-03-10T08:00:00Z')
const everybody = Object.keys(people) as Who[]

function allowed(kind: Exclude<CommandKind, 'openChart'>): Who[] {
  return everybody.filter((who) => mayUse(kind, people[who], NOW) === null)
}
function seconds(act: EntryKind): Who[] {
  return everybody.filter((who) => maySecond(act, people[who], NOW) === null)
}

const medical: Who[] = ['chen', 'silva', 'haddad']
const clinical = everybody.filter((who) => who !== 'hall')

// The table of SIGN-2, typed by hand.
const firsts: [Exclude<CommandKind, 'openChart'>, Who[]][] = [
  ['prescribe', medical],
  ['orderRate', medical],
  ['orderBolus', medical],
  ['assessBleeding', medical],
  ['clearSuspension', medical],
  ['reviewInfusion', medical],
  ['reviewAsPharmacist', ['gray']],
  ['nameMoTold', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['reviewBloods', medical],
  ['planProcedure', medical],
  ['moveProcedure', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['endProcedure', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['cancelProcedure', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['answerPlateletAlert', medical],
  ['orderBloods', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['changeRate', [...medical, 'adams', 'baker']],
  ['keepRate', [...medical, 'adams', 'baker']],
  ['restartInfusion', [...medical, 'adams', 'baker']],
  ['resumeInfusion', [...medical, 'adams', 'baker']],
  ['recommenceInfusion', [...medical, 'adams', 'baker']],
  ['giveBolus', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['startInfusion', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['recordBedsideFact', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['stopInfusion', clinical],
  ['ceaseInfusion', clinical],
  ['interruptInfusion', clinical],
  ['recordWeight', clinical],
  ['recordCollection', clinical],
  ['recordResult', clinical],
  ['recordBloods', clinical],
  ['writeNote', clinical],
  ['recordAllergies', clinical],
  ['changeAmo', clinical],
  ['recordMedicines', clinical],
  ['recordSecondIndication', medical],
  ['endDeviation', medical],
  ['explainDeviation', [...medical, 'adams', 'baker', 'cole', 'dunn']],
  ['recordObservation', clinical],
  ['recordFall', clinical],
  ['recordAdverseEvent', clinical],
  ['tickStep', clinical],
  ['reviewEvent', medical],
]
for (const [kind, who] of firsts) {
  test(`SIGN-1, SIGN-2, SIGN-6: who signs ${kind} first`, () => {
    expect(allowed(kind)).toEqual(who)
  })
}

test('SIGN-1: an administrator does nothing on a chart', () => {
  for (const [kind] of firsts) {
    expect(mayUse(kind, people.hall, NOW)).toMatchObject({ status: 403, rules: ['SIGN-1'] })
  }
  expect(maySecond('rateChanged', people.hall, NOW)).toMatchObject({ status: 403 })
})

test('SIGN-2: the second is an MO, a nurse or pharmacist with the package, or an EN without notation, who checks no bolus', () => {
  const trained: Who[] = [...medical, 'adams', 'baker', 'evans', 'gray']
  expect(seconds('rateChanged')).toEqual(trained)
  expect(seconds('infusionStarted')).toEqual(trained)
  expect(seconds('infusionStopped')).toEqual(trained)
  expect(seconds('bolusGiven')).toEqual(trained.filter((who) => who !== 'evans'))
})

test('SIGN-1: a competence is judged at the moment of signing: the package counts until its end, not at it', () => {
  const until = people.adams.competencies.learningPackageUntil ?? ''
  const before = instantOf('2027-12-31T23:59:59Z')

  expect(mayUse('changeRate', people.adams, before)).toBeNull()
  expect(mayUse('changeRate', people.adams, instantOf(until))).toMatchObject({
    code: 'package-needed',
    status: 403,
  })
  expect(maySecond('rateChanged', people.adams, instantOf(until))).not.toBeNull()
})

test('SIGN-1, SIGN-2: an EN without the IV medication units is no second', () => {
  const untrained = {
    ...people.evans,
    competencies: { ...people.evans.competencies, ivUnits: false },
  }
  expect(maySecond('rateChanged', untrained, NOW)?.code).toBe('enrolled-nurse-may-not-check')
  expect(maySecond('rateChanged', people.fox, NOW)?.code).toBe('enrolled-nurse-may-not-check')
})

test('SIGN-3: the same person never signs both', () => {
  const course = prescribed().at('08:00')
  const act = course.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
  const refusal = given(course)
    .when('adams', 'countersign', course.countersign(act.seq))
    .thenRefused('same-person', 'SIGN-3')

  expect(refusal.status).toBe(422)
  given(course).whenChecked('adams', act.seq).thenRefused('same-person', 'SIGN-3')
  given(course)
    .when('cole', 'countersign', course.countersign(act.seq))
    .thenRefused('package-needed', 'SIGN-2')
  given(course).whenChecked('cole', act.seq).thenRefused('package-needed')
})

test('SIGN-3: "no change" takes effect on the first signature, its check is due at once, overdue at 60 min, and blocks nothing', () => {
  const course = running()
  const resultSeq = course.result('60.0', { collected: '14:00', resulted: '14:40' })
  const { seq } = course.do('adams', 'keepRate', { resultSeq })

  expect(course.use(resultSeq)).toBe('acted')
  expect(course.item('second-check', 'keep-check')).toMatchObject({
    due: course.iso('14:40'),
    overdue: course.iso('15:40'),
  })
  expect(course.chart.owed).toHaveLength(1)
  const next = course.result('92.0', { collected: '20:00' })
  course.both('changeRate', { resultSeq: next, newRateMlPerHour: 13 })
  expect(course.infusion.rateMlPerHour).toBe(13)
  course.sign('baker', seq, { checkedRateMlPerHour: 14 })
  expect(course.chart.owed).toEqual([])
})

test('SIGN-3, SIGN-4: the checker of "no change" keys the APTT and the rate; a difference is counted and voids nothing', () => {
  const course = running()
  const resultSeq = course.result('60.0', { collected: '14:00', resulted: '14:40' })
  const { seq } = course.do('adams', 'keepRate', { resultSeq })
  const wrong = (fields: object) => course.countersign(seq, fields)

  given(course)
    .when('baker', 'countersign', wrong({ checkedRateMlPerHour: undefined }))
    .thenRefused('figures-missing', 'SIGN-4')
  for (let time = 0; time < 3; time += 1) {
    given(course)
      .when('baker', 'countersign', wrong({ checkedResultText: '61.0' }))
      .thenMismatch('second-check-differs')
  }
  expect(course.use(resultSeq)).toBe('acted')
  given(course).when('adams', 'countersign', wrong({})).thenRefused('same-person')
  course.sign('baker', seq)
  expect(course.chart.owed).toEqual([])
})

test('SIGN-6: an assessment is one MO signature and owes no second', () => {
  const course = running()
  course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
  given(course)
    .when('adams', 'assessBleeding', { finding: 'none', plan: 'restart' })
    .thenRefused('prescribers-only', 'SIGN-2')
  course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })

  expect(course.chart.owed.map(({ kind }) => kind)).toEqual(['stop'])
})

// SIGN-7
test('SIGN-7: an entry carries who, role, when it happened, when it was recorded', () => {
  const course = running().at('09:30:20')
  const entry = course.do('gray', 'writeNote', {
    text: 'Reviewed',
    happenedAt: course.iso('09:00'),
  })

  expect(entry).toMatchObject({
    by: { userId: 'pharm.gray', name: 'Gray, Alex', role: 'pharmacist' },
    happenedAt: course.iso('09:00'),
    recordedAt: course.iso('09:30:20'),
  })
  expect(entry.by).not.toHaveProperty('competencies')
})

function noted(course: Course, happened: string, lateReason?: string) {
  return course.decide('gray', 'writeNote', {
    text: 'Reviewed',
    happenedAt: course.iso(happened),
    ...(lateReason ? { lateReason } : {}),
  })
}

test('SIGN-7, H36: recorded over 60 min after it happened it needs its reason; up to 2 min ahead is taken, more is refused', () => {
  const course = running().at('10:00')

  expect(noted(course, '09:00').kind).toBe('accepted')
  expect(noted(course, '08:59')).toMatchObject({ refusal: { code: 'late-without-reason' } })
  expect(noted(course, '08:59', 'Busy ward').kind).toBe('accepted')
  expect(noted(course, '10:02').kind).toBe('accepted')
  expect(noted(course, '10:02:01')).toMatchObject({
    refusal: { code: 'in-the-future', rules: ['SIGN-7'] },
  })
})

test('SIGN-7: refused: resulted before collected, collected in the future, a change before its sample', () => {
  const course = running().at('14:40')
  const result = (collected: string, happened: string) =>
    course.decide('adams', 'recordResult', {
      text: '98.0',
      sample: { collectedAt: course.iso(collected), site: 'away-from-heparin' },
      happenedAt: course.iso(happened),
    })
  expect(result('14:30', '14:29')).toMatchObject({
    refusal: { code: 'resulted-before-collected', rules: ['SIGN-7'] },
  })
  expect(result('14:43', '14:40')).toMatchObject({ refusal: { code: 'in-the-future' } })

  const resultSeq = course.result('98.0', { collected: '14:30', resulted: '14:40' })
  given(course)
    .when('adams', 'changeRate', {
      resultSeq,
      newRateMlPerHour: 12,
      happenedAt: course.iso('14:29'),
    })
    .thenRefused('before-its-sample', 'SIGN-7')
})

test('SIGN-7, CHART-10, H35: a dose act stated before one in effect is no order', () => {
  const course = running()
  const first = course.result('92.0', { collected: '14:00', resulted: '14:20' })
  course.both('changeRate', { resultSeq: first, newRateMlPerHour: 13 })
  course.at('14:30').do('adams', 'interruptInfusion', { reason: 'Transport' })
  course.at('14:40')
  given(course)
    .when('adams', 'resumeInfusion', { rateMlPerHour: 13, happenedAt: course.iso('14:29') })
    .thenRefused('earlier-than-in-effect', 'SIGN-7', 'CHART-10')
  given(course)
    .when('adams', 'interruptInfusion', { reason: 'Again' })
    .thenRefused('infusion-not-in-this-state')
  course.both('resumeInfusion', { rateMlPerHour: 13 })
  given(course)
    .when('adams', 'interruptInfusion', { reason: 'Before', happenedAt: course.iso('14:10') })
    .thenRefused('earlier-than-in-effect', 'SIGN-7')
})

test('SIGN-7: late collections and results are sorted in by their clinical time; nothing is done again', () => {
  const course = running()
  const later = course.result('60.0', { collected: '14:00', resulted: '14:40' })
  course.do('adams', 'keepRate', { resultSeq: later })
  course.at('15:00').do('adams', 'recordCollection', {
    site: 'away-from-heparin',
    happenedAt: course.iso('10:00'),
    lateReason: 'Found on paper',
  })
  const early = course.do('adams', 'recordResult', {
    text: '40.0',
    sample: { collectionSeq: course.chart.seq },
  })

  expect(course.chart.results.map(({ seq }) => seq)).toEqual([early.seq, later])
  expect(course.infusion.rateMlPerHour).toBe(14)
  expect(course.run).toBe(1)
})

test('SIGN-7, SIGN-5: a stop stated before a change already in effect is taken, and an MO looks at it', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.at('14:40').do('adams', 'stopInfusion', {
    reason: 'concern',
    happenedAt: course.iso('14:10'),
  })

  expect(course.infusion).toMatchObject({ status: 'stopped', since: course.time('14:10') })
  expect(course.infusion.stop?.rateBeforeMlPerHour).toBe(14)
  expect(course.dueOf('mo-decision', 'bedside-fact')).toHaveLength(1)
})

test('SIGN-1: an administrator opens no chart', () => {
  const course = running().at('08:01')
  const [opened] = course.entries
  if (opened?.kind !== 'chartOpened') throw new Error('not opened')
  const { commandId, happenedAt, wardId, bed, patient, allergies, amo } = opened
  const open = { kind: 'openChart', commandId, happenedAt, wardId, bed, patient, allergies, amo }
  const by = (who: Who) => decide(null, z.parse(openChart, open), people[who], course.now)

  expect(by('hall')).toMatchObject({ kind: 'refused', refusal: { code: 'not-clinical' } })
  expect(by('evans')).toMatchObject({ refusal: { code: 'late-without-reason' } })
})
