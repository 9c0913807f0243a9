import { expect, test } from 'vitest'
import { type Course, openedChart, unproven } from './support/course.ts'
import { given } from './support/given.ts'
import { people, type Who } from './support/people.ts'
import { bag, held, prescribed, prescriptionOf, running } from './support/wards.ts'

/** Every state that a chart can be in. */
const states: [string, () => Course][] = [
  ['opened and not prescribed', () => openedChart().at('08:00')],
  ['prescribed and not started', () => prescribed().at('08:00')],
  [
    'its start awaiting the second check',
    () => {
      const course = prescribed().at('08:00')
      course.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
      return course
    },
  ],
  ['running', () => running().at('10:00')],
  [
    'a change awaiting its second check',
    () => {
      const course = running()
      const resultSeq = course.result('98.0', { collected: '14:00' })
      course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
      return course
    },
  ],
  [
    'a change matched, the pump being set',
    () => {
      const course = running()
      const resultSeq = course.result('98.0', { collected: '14:00' })
      const { seq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
      course.check('baker', seq)
      return course
    },
  ],
  ['held', () => held()],
  [
    'stopped provisionally',
    () => {
      const course = running().at('10:00')
      course.do('adams', 'stopInfusion', { reason: 'concern' })
      return course
    },
  ],
  [
    'interrupted',
    () => {
      const course = running().at('10:00')
      course.do('adams', 'interruptInfusion', { reason: 'Transport' })
      return course
    },
  ],
  [
    'ceased',
    () => {
      const course = running().at('10:00')
      course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
      return course
    },
  ],
  [
    'ceased and prescribed again',
    () => {
      const course = running().at('10:00')
      course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
      course.do('chen', 'prescribe', { ...prescriptionOf(course, 'vte'), rateMlPerHour: 12 })
      return course
    },
  ],
  [
    'closed',
    () => {
      const course = running().at('10:00')
      course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
      course.do('chen', 'closeChart', { reason: 'Done' })
      return course
    },
  ],
  [
    'rate unconfirmed after a strike-out',
    () => {
      const course = running().at('10:00')
      const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
      course.do('adams', 'strikeOut', { struckSeq: start?.seq ?? 0, reason: 'Wrong patient' })
      return course
    },
  ],
]

for (const [state, make] of states) {
  test(`SIGN-5, TIME-8, H23: a stop and a cease are taken on one signature: ${state}`, () => {
    for (const who of ['cole', 'dunn', 'evans', 'fox', 'gray', 'chen'] as Who[]) {
      for (const by of [people[who], unproven(who)]) {
        const stopped = make()
        given(stopped)
          .when(by, 'stopInfusion', { reason: 'concern', expectedVersion: 0, signature: undefined })
          .thenEntry({ kind: 'infusionStopped', identity: by.identity })
        const { status, rateMlPerHour } = stopped.infusion
        expect(rateMlPerHour).toBeNull()
        expect(['stopped', 'ceased']).toContain(status)
        expect(stopped.chart.pending).toBeNull()

        const ceased = make()
        given(ceased)
          .when(by, 'ceaseInfusion', {
            reason: 'head-injury',
            expectedVersion: 0,
            happenedAt: ceased.iso('06:00'),
            signature: undefined,
          })
          .thenEntry({ kind: 'infusionCeased', reason: 'head-injury' })
        expect(ceased.infusion).toMatchObject({ status: 'ceased', rateMlPerHour: null, stop: null })
        expect(ceased.chart.suspensions.map(({ reason }) => reason)).toContain('head-injury')
      }
    }
  })
}

test('SIGN-5: the countersign of a stop is due in 30 min, overdue at 60, and may be given by any trained second', () => {
  const course = running()
  const { seq } = course.at('12:00').do('cole', 'stopInfusion', { reason: 'concern' })

  expect(course.item('second-check', 'countersign')).toMatchObject({
    due: course.iso('12:30'),
    overdue: course.iso('13:00'),
    owner: 'first-signer',
    rules: ['SIGN-5'],
  })
  given(course).when('cole', 'countersign', course.countersign(seq)).thenRefused('same-person')
  given(course)
    .when('fox', 'countersign', course.countersign(seq))
    .thenRefused('enrolled-nurse-may-not-check')
  course.at('14:00').sign('evans', seq)
  expect(course.chart.owed).toEqual([])
  given(course).when('baker', 'countersign', course.countersign(seq)).thenRefused('lapsed-or-void')
})

test('SIGN-5: identity not proven is recorded as unconfirmed and the signer’s own signature is due', () => {
  const course = running()
  const { seq } = course.at('12:00').do(unproven('cole'), 'ceaseInfusion', {
    reason: 'allergic-reaction',
  })

  expect(course.item('signature')).toMatchObject({ due: course.iso('12:00'), rules: ['SIGN-5'] })
  expect(course.dueOf('second-check')).toHaveLength(1)
  course.sign('cole', seq)
  expect(course.dueOf('signature')).toEqual([])
  course.sign('baker', seq)
  expect(course.chart.owed).toEqual([])
})

test('SIGN-5: a second signature alone leaves the first one due', () => {
  const course = running()
  const { seq } = course.at('12:00').do(unproven('cole'), 'stopInfusion', { reason: 'concern' })
  course.sign('baker', seq)

  expect(course.dueOf('second-check')).toEqual([])
  expect(course.dueOf('signature')).toHaveLength(1)
  given(course).when('adams', 'countersign', course.countersign(seq)).thenRefused('lapsed-or-void')
})

test('SIGN-5, CHART-8: signatures owed can be given after the chart is closed', () => {
  const course = running()
  const { seq } = course.at('12:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  course.do('chen', 'closeChart', { reason: 'Done' })
  course.sign('baker', seq)

  expect(course.chart.owed).toEqual([])
})

for (const reason of [
  'suspected-major-bleed',
  'head-injury',
  'suspected-hit',
  'allergic-reaction',
] as const) {
  test(`SIGN-5, BLEED-0, RECOM-1, H42: ${reason} while held turns the hold into a cease: no hold, no -2, no restart`, () => {
    const course = held()
    course.at('15:30').do('cole', 'ceaseInfusion', { reason })
    course.at('16:30')

    expect(course.infusion).toMatchObject({ status: 'ceased', stop: null })
    expect(course.dueOf('restart')).toEqual([])
    expect(course.dueOf('bleeding-assessment')).toEqual([])
    given(course)
      .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
      .thenRefused('infusion-not-in-this-state')
    given(course)
      .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
      .thenRefused('infusion-not-in-this-state')
  })
}

test('SIGN-5: an emergency after a plain cease opens its suspension beside it', () => {
  const course = running()
  course.at('12:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.do('adams', 'ceaseInfusion', { reason: 'suspected-hit' })

  expect(course.chart.suspensions.map(({ reason }) => reason)).toEqual(['suspected-hit'])
  expect(course.infusion.cease?.reason).toBe('procedure')
})

test('SIGN-5, TIME-8: a provisional stop has no hold and no restart rate; it is the MO’s, overdue at once', () => {
  const course = running()
  course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern', text: 'Dark urine' })

  expect(course.infusion.stop).toMatchObject({
    reason: 'concern',
    rateBeforeMlPerHour: 14,
    restartNotBefore: null,
    restartRateMlPerHour: null,
  })
  expect(course.item('mo-decision')).toMatchObject({
    about: 'provisional-stop',
    status: 'overdue',
    overdue: course.iso('12:00'),
  })
  expect(course.dueOf('restart')).toEqual([])
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenRefused('provisional-stop', 'SIGN-5')
})

test('SIGN-5: the MO adopts it as a nomogram stop on a stop-band value; the hold counts from the actual stop', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '10:00', resulted: '10:40' })
  course.at('10:45').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  expect(course.infusion.stop?.restartNotBefore).toBeNull()
  course.at('11:05').do('baker', 'stopInfusion', { reason: 'nomogram', resultSeq })
  expect(course.infusion.stop?.restartNotBefore).toBeNull()
  course.at('11:10').do('chen', 'stopInfusion', { reason: 'nomogram', resultSeq })

  expect(course.infusion.stop).toMatchObject({
    reason: 'nomogram',
    at: course.time('10:45'),
    rateBeforeMlPerHour: 14,
    restartNotBefore: course.time('12:15'),
    restartRateMlPerHour: 12,
  })
  expect(course.dueOf('mo-decision', 'provisional-stop')).toEqual([])
})

test('SIGN-5: without a stop-band value there is nothing to adopt', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '10:00', resulted: '10:40' })
  course.do('adams', 'stopInfusion', { reason: 'concern' })
  course.do('chen', 'stopInfusion', { reason: 'nomogram', resultSeq })

  expect(course.infusion.stop?.restartNotBefore).toBeNull()
})

test('TIME-8: no overdue item blocks a stop, a decrease or the next result', () => {
  const course = running({ prescription: { restrictions: [] } })
  const first = course.result('60.0', { collected: '14:00' })
  course.do('adams', 'keepRate', { resultSeq: first })
  const seq = course.result('98.0', { collected: '40:00' })
  expect(course.due.some(({ status }) => status === 'overdue')).toBe(true)
  course.both('changeRate', { resultSeq: seq, newRateMlPerHour: 12 })
  expect(course.infusion.rateMlPerHour).toBe(12)
})
