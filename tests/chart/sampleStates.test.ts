import { expect, test } from 'vitest'
import type { SampleUse } from '../../src/chart/entries.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { held, noBleeding, prescribed, running } from './support/wards.ts'

/** Refuses every titration on a result, by change and by keeping, and cites NOMO-9 in the refusal of the change. */
function neverTitrates(course: Course, resultSeq: number): void {
  expect(
    course.refused('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 }).rules,
  ).toContain('NOMO-9')
  expect(course.decide('adams', 'keepRate', { resultSeq }).kind).toBe('refused')
}

test('NOMO-9: a usable sample titrates, counts for the run and closes the due item', () => {
  const course = running()
  const seq = course.result('98.0', { collected: '14:00', resulted: '14:45' })

  expect(course.view(seq)).toMatchObject({
    use: 'usable',
    advice: { kind: 'change', newRateMlPerHour: 12 },
  })
  expect(course.dueOf('aptt-collection')).toEqual([])
  expect(course.item('titration')).toMatchObject({ due: course.iso('14:45'), owner: 'nurse' })
})

test('NOMO-9, H2: rejected: the laboratory refuses the specimen, it never titrates and another is due now', () => {
  const course = running()
  const seq = course.result('haemolysed', { collected: '14:00', resulted: '14:30' })

  expect(course.view(seq)).toMatchObject({ use: 'rejected', advice: null })
  neverTitrates(course, seq)
  expect(course.run).toBe(0)
  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('14:00'),
    status: 'overdue',
  })
})

test('NOMO-2, NOMO-9, TIME-2: a rejected tube makes the next collection due when the laboratory said so', () => {
  const course = running()
  const first = course.result('60.0', { collected: '14:00', resulted: '14:30' })
  course.do('adams', 'keepRate', { resultSeq: first })
  const seq = course.result('insufficient', { collected: '18:00', resulted: '18:20' })

  expect(course.use(seq)).toBe('rejected')
  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('18:20'),
    rules: ['TIME-1', 'NOMO-9'],
    about: 'recollect',
  })
})

test('NOMO-9, NOMO-12: baseline: at or before the first start, also in the same minute, it never titrates', () => {
  const course = prescribed()
  const before = course.result('30.0', { collected: '07:30' })
  course.at('08:00').both('startInfusion', {
    rateMlPerHour: 14,
    bag: { units: 25_000, volumeMl: 250 },
  })
  const same = course.result('30.0', { collected: '08:00:40', resulted: '08:40' })
  const after = course.result('30.0', { collected: '08:01', resulted: '08:41' })

  expect([before, same, after].map((seq) => course.use(seq))).toEqual([
    'baseline',
    'baseline',
    'early',
  ])
  neverTitrates(course, before)
  expect(course.dueOf('mo-decision').map(({ anchor }) => anchor.seq)).toEqual([after])
})

test('NOMO-9, NOMO-10, H3: off: collected while stopped, it leaves hold end and base rate alone', () => {
  const course = held()
  const { stop } = course.infusion
  const seq = course.result('28.0', { collected: '15:30', resulted: '16:10' })

  expect(course.view(seq)).toMatchObject({ use: 'off', advice: null })
  expect(course.infusion.stop).toEqual(stop)
  expect(course.infusion.stop).toMatchObject({ rateBeforeMlPerHour: 14, restartRateMlPerHour: 12 })
  course.at('16:30').do('chen', 'assessBleeding', noBleeding)
  course.both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  expect(course.use(seq)).toBe('off')
  neverTitrates(course, seq)
})

test('NOMO-9, INT-1, H43: off: a sample drawn in an unrecorded gap is off once the interruption is recorded', () => {
  const course = running()
  course.at('13:00').do('adams', 'interruptInfusion', { reason: 'Tissued cannula' })
  const seq = course.result('30.0', { collected: '13:10', resulted: '13:20' })
  course.at('13:25').both('resumeInfusion', { rateMlPerHour: 14 })

  expect(course.use(seq)).toBe('off')
  neverTitrates(course, seq)
})

test('NOMO-9, H1: stale: collected at or before the last rate change; both times are told', () => {
  const course = running()
  course.both('changeRate', {
    resultSeq: course.result('92.0', { collected: '14:00', resulted: '14:40' }),
    newRateMlPerHour: 13,
  })
  const seq = course.result('98.0', { collected: '14:40:30', resulted: '15:20' })

  expect(course.use(seq)).toBe('stale')
  const refusal = course.refused('adams', 'changeRate', { resultSeq: seq, newRateMlPerHour: 11 })
  expect(refusal).toMatchObject({
    code: 'stale-sample',
    status: 422,
    rules: ['NOMO-9'],
    facts: { collectedAt: course.iso('14:40:30'), changedAt: course.iso('14:40') },
  })
})

const staling: [string, (course: Course) => void][] = [
  [
    'a bolus',
    (course) => {
      course.do('adams', 'recordBedsideFact', {
        fact: 'bolus-given',
        units: 5000,
        reason: 'Given at the bedside',
      })
    },
  ],
  [
    'a rate found on the pump',
    (course) => {
      course.do('adams', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 15,
        reason: 'Pump read',
      })
    },
  ],
  [
    'a stop and resume',
    (course) => {
      course.do('adams', 'stopInfusion', { reason: 'concern' })
      course.at('14:20').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen', 'adams')
    },
  ],
  [
    'a resume after more than 30 minutes',
    (course) => {
      course.do('adams', 'interruptInfusion', { reason: 'Transport' })
      course.at('14:41').both('resumeInfusion', { rateMlPerHour: 14 })
    },
  ],
  [
    'a change of protocol',
    (course) => {
      course.do('chen', 'prescribe', {
        indication: 'NSTEMI',
        protocol: 'nstemi',
        bolusUnits: null,
        rateMlPerHour: null,
        restrictions: [],
        contraindications: [],
        adviceFrom: [],
      })
    },
  ],
]
for (const [what, happens] of staling) {
  test(`NOMO-9, H20: stale: a sample collected before ${what} titrates no more`, () => {
    const course = running()
    course.at('14:00')
    const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
      site: 'away-from-heparin',
    })
    happens(course.at('14:10'))
    course.at('14:50')
    const { seq } = course.do('adams', 'recordResult', { text: '98.0', sample: { collectionSeq } })

    expect(course.use(seq)).toBe('stale')
    neverTitrates(course, seq)
  })
}

test('NOMO-9, INT-1: a resume within 30 minutes leaves an earlier sample usable and the clocks as they were', () => {
  const course = running()
  course.at('14:00')
  const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
    site: 'away-from-heparin',
  })
  course.at('14:10').do('adams', 'interruptInfusion', { reason: 'Transport' })
  course.at('14:40').both('resumeInfusion', { rateMlPerHour: 14 })
  const { seq } = course.do('adams', 'recordResult', { text: '98.0', sample: { collectionSeq } })

  expect(course.use(seq)).toBe('usable')
})

test('NOMO-9, H44: superseded: a sample before one already decided on goes to the MO in the stop band only', () => {
  const course = running()
  const kept = course.result('60.0', { collected: '15:00', resulted: '15:30' })
  course.do('adams', 'keepRate', { resultSeq: kept })
  const low = typed(course, '38.0', '14:00')
  const high = typed(course, '150.0', '14:20')

  expect([course.use(low), course.use(high)]).toEqual(['superseded', 'superseded'])
  neverTitrates(course, low)
  expect(course.item('mo-decision')).toMatchObject({
    about: 'superseded-stop-band',
    anchor: { seq: high },
  })
})

function typed(
  course: Course,
  text: string,
  collected: string,
  site = 'away-from-heparin' as const,
) {
  return course.do('adams', 'recordResult', {
    text,
    sample: { collectedAt: course.iso(collected), site },
  }).seq
}

test('NOMO-9, NOMO-13, H39: line: from the heparin line or limb it never titrates and the other limb is due now', () => {
  const course = running()
  const seq = course.result('98.0', {
    collected: '14:00',
    resulted: '14:30',
    site: 'heparin-line-or-limb',
  })

  expect(course.view(seq)).toMatchObject({ use: 'line', advice: null })
  neverTitrates(course, seq)
  expect(course.item('aptt-collection')).toMatchObject({ due: course.iso('14:00') })
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-9, H2: early: under 5 h 30 min after the last change; at 5 h 30 min it is usable', () => {
  const early = running()
  const seq = early.result('98.0', { collected: '13:29', resulted: '13:50' })
  expect(early.use(seq)).toBe('early')
  neverTitrates(early, seq)
  expect(early.item('aptt-collection')).toMatchObject({ due: early.iso('14:00') })
  expect(early.item('mo-decision')).toMatchObject({ about: 'early', overdue: early.iso('14:20') })

  const due = running()
  expect(due.use(due.result('98.0', { collected: '13:30', resulted: '13:50' }))).toBe('usable')
})

test('NOMO-9, H46: early and therapeutic: recorded, not counted, no question, and the due item stays', () => {
  const course = running()
  const seq = course.result('60.0', { collected: '11:00', resulted: '11:40' })

  expect(course.view(seq)).toMatchObject({ use: 'early', advice: { kind: 'no-change' } })
  expect(course.run).toBe(0)
  expect(course.item('aptt-collection')).toMatchObject({ due: course.iso('14:00') })
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-9, CHART-7: a change of protocol makes no later sample early', () => {
  const course = running()
  course.at('13:00').do('chen', 'prescribe', {
    indication: 'NSTEMI',
    protocol: 'nstemi',
    bolusUnits: null,
    rateMlPerHour: null,
    restrictions: [],
    contraindications: [],
    adviceFrom: [],
  })

  expect(course.use(course.result('98.0', { collected: '14:00' }))).toBe('usable')
})

test('NOMO-9: old: over 6 h before the decision it goes to the MO, counts, and another is due now', () => {
  const course = running()
  const seq = course.result('98.0', { collected: '14:00', resulted: '14:30' })

  expect(course.at('20:00').use(seq)).toBe('usable')
  expect(course.at('20:01').use(seq)).toBe('old')
  neverTitrates(course, seq)
  expect(course.item('mo-decision')).toMatchObject({ about: 'old' })
  expect(course.item('aptt-collection')).toMatchObject({ due: course.iso('14:30') })
})

test('NOMO-9: old in the stop band: the stop is advised, with its hold', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:30' })

  expect(course.at('20:30').use(resultSeq)).toBe('old')
  expect(course.item('titration')).toMatchObject({ stopAdvised: true, status: 'overdue' })
  given(course)
    .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
    .thenEntry({ rateBeforeMlPerHour: 14, restartNotBefore: course.iso('22:00') })
})

test('NOMO-9: the first state that fits counts', () => {
  const cases: [SampleUse, (course: Course) => number][] = [
    ['rejected', (course) => course.result('clotted', { collected: '07:30' })],
    [
      'off',
      (course) => {
        course.at('13:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
        return course.result('98.0', { collected: '13:05', site: 'heparin-line-or-limb' })
      },
    ],
    [
      'line',
      (course) => course.result('98.0', { collected: '09:00', site: 'heparin-line-or-limb' }),
    ],
    [
      'early',
      (course) => {
        const seq = course.result('98.0', { collected: '09:00' })
        course.at('16:00')
        return seq
      },
    ],
  ]
  for (const [use, make] of cases) {
    const course = use === 'rejected' ? prescribed() : running()
    expect(course.use(make(course))).toBe(use)
  }
})
