import { expect, test } from 'vitest'
import { type Course, unproven } from './support/course.ts'
import { given } from './support/given.ts'
import { held, noBleeding, prescriptionOf, running } from './support/wards.ts'

/** First signature of the change from 14 to 12 at 14:45, on a sample of 14:00. */
function signedOnce(): { course: Course; actSeq: number; resultSeq: number } {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:40' })
  course.at('14:45')
  const { seq: actSeq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  return { course, actSeq, resultSeq }
}

test('SIGN-9: a second first signature is refused, telling who waits since when', () => {
  const { course, resultSeq } = signedOnce()
  course.at('14:50')
  expect(
    given(course)
      .when('chen', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
      .thenRefused('one-act-at-a-time', 'SIGN-9').facts,
  ).toEqual({ name: 'Adams, Jo', since: course.iso('14:45') })
  given(course).when('chen', 'keepRate', { resultSeq }).thenRefused('one-act-at-a-time', 'SIGN-9')
})

test('SIGN-9: its first signer withdraws it, nobody else, and not after the match', () => {
  const { course, actSeq } = signedOnce()
  given(course).when('baker', 'withdraw', { actSeq }).thenRefused('first-signer-withdraws')
  given(course).when('adams', 'withdraw', { actSeq }).thenEntry({ kind: 'actWithdrawn' })
  expect(course.chart.pending).toBeNull()
  given(course).when('adams', 'withdraw', { actSeq }).thenRefused('lapsed-or-void')

  const matched = signedOnce()
  matched.course.check('baker', matched.actSeq)
  given(matched.course)
    .when('adams', 'withdraw', { actSeq: matched.actSeq })
    .thenRefused('finish-read-back', 'SIGN-8')
})

const laterUsable = (course: Course) =>
  course.do('baker', 'recordResult', {
    text: '60.0',
    sample: { collectedAt: course.iso('14:30'), site: 'away-from-heparin' },
  })
const amended = (course: Course) =>
  course.do('baker', 'recordResult', {
    text: '93.0',
    sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
  })
const stopBand = (course: Course) =>
  course.do('baker', 'recordResult', {
    text: '150.0',
    sample: { collectedAt: course.iso('14:30'), site: 'heparin-line-or-limb' },
  })
const strike = (struckSeq: (course: Course) => number) => (course: Course) =>
  course.do('chen', 'strikeOut', { struckSeq: struckSeq(course), reason: 'Wrong patient' })
const seqOf = (kind: string) => (course: Course) =>
  course.entries.findLast((entry) => entry.kind === kind)?.seq ?? 0

const before: [string, (course: Course) => unknown][] = [
  ['a usable result from a later sample', laterUsable],
  ['an amended result', amended],
  ['a stop-band result, also from the line', stopBand],
  [
    'a change of protocol',
    (course) => course.do('chen', 'prescribe', prescriptionOf(course, 'nstemi')),
  ],
  ['a strike-out of the result it answers', strike(seqOf('apttResulted'))],
  ['a strike-out of the collection behind it', strike(seqOf('apttCollected'))],
  ['a strike-out of the prescription', strike(seqOf('infusionPrescribed'))],
  ['a strike-out of the act itself', strike(seqOf('rateChanged'))],
  [
    'an interruption, which ends the running rate it is bound to',
    (course) => course.do('adams', 'interruptInfusion', { reason: 'Transport' }),
  ],
  [
    'a bolus found given',
    (course) =>
      course.do('baker', 'recordBedsideFact', {
        fact: 'bolus-given',
        units: 5000,
        reason: 'Found',
      }),
  ],
  [
    'a rate found on the pump',
    (course) =>
      course.do('baker', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 13,
        reason: 'Found',
      }),
  ],
]
for (const [what, happens] of before) {
  test(`SIGN-9: before the match ${what} voids the pending act`, () => {
    const { course, actSeq } = signedOnce()
    happens(course)

    expect(course.chart.pending).toBeNull()
    given(course)
      .when('baker', 'countersign', course.countersign(actSeq))
      .thenRefused('lapsed-or-void', 'SIGN-8')
  })
}

const stops: [string, (course: Course) => unknown][] = [
  ['a stop', (course) => course.do('cole', 'stopInfusion', { reason: 'concern' })],
  [
    'a stop by somebody unproven',
    (course) => course.do(unproven('fox'), 'stopInfusion', { reason: 'concern' }),
  ],
  ['a cease', (course) => course.do('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })],
]
for (const [what, happens] of stops) {
  for (const step of ['check', 'read-back']) {
    test(`SIGN-9, SIGN-5, SIGN-8: ${what} is taken and voids the act at the ${step}`, () => {
      const { course, actSeq } = signedOnce()
      if (step === 'read-back') course.check('baker', actSeq)
      happens(course)

      expect(course.chart.pending).toBeNull()
      expect(course.infusion.rateMlPerHour).toBeNull()
      given(course)
        .when('baker', 'countersign', course.countersign(actSeq))
        .thenRefused('lapsed-or-void', 'SIGN-8')
    })
  }
}

test('SIGN-9, BLEED-0: a suspension opened at a hold voids the restart that waits', () => {
  const course = held().at('16:30')
  course.do('chen', 'assessBleeding', noBleeding)
  const { seq } = course.do('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  course.do('chen', 'assessBleeding', { finding: 'major', plan: 'stay-off' })

  expect(course.chart.pending).toBeNull()
  given(course).when('baker', 'countersign', course.countersign(seq)).thenRefused('lapsed-or-void')
})

const never: [string, (course: Course) => unknown][] = [
  ['a note', (course) => course.do('gray', 'writeNote', { text: 'Seen' })],
  ['a weight', (course) => course.do('gray', 'recordWeight', { kg: 80, method: 'measured' })],
  ['a collection', (course) => course.do('gray', 'recordCollection', { site: 'not-known' })],
  [
    'an unusable result of a later sample',
    (course) =>
      course.do('baker', 'recordResult', {
        text: '60.0',
        sample: { collectedAt: course.iso('14:30'), site: 'heparin-line-or-limb' },
      }),
  ],
  [
    'a usable result of an earlier sample',
    (course) =>
      course.do('baker', 'recordResult', {
        text: '60.0',
        sample: { collectedAt: course.iso('13:40'), site: 'away-from-heparin' },
      }),
  ],
  [
    'the same result once more',
    (course) =>
      course.do('baker', 'recordResult', {
        text: '98.0',
        sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
      }),
  ],
  [
    'a rejected specimen',
    (course) =>
      course.do('baker', 'recordResult', {
        text: 'clotted',
        sample: { collectedAt: course.iso('14:30'), site: 'away-from-heparin' },
      }),
  ],
  ['a transfer', (course) => course.do('baker', 'transferWard', { wardId: '7-west', bed: '14' })],
  [
    'a strike-out of something else',
    (course) => {
      const { seq } = course.do('gray', 'writeNote', { text: 'Wrong' })
      course.do('gray', 'strikeOut', { struckSeq: seq, reason: 'Wrong patient' })
    },
  ],
]
for (const [what, happens] of never) {
  test(`SIGN-9: ${what} does not void the pending act`, () => {
    const { course, actSeq } = signedOnce()
    happens(course)

    expect(course.chart.pending?.actSeq).toBe(actSeq)
    course.sign('baker', actSeq)
    expect(course.infusion.rateMlPerHour).toBe(12)
  })
}

const shownAfter: [string, (course: Course) => unknown][] = [
  ['a usable result from a later sample', laterUsable],
  ['an amended result', amended],
  ['a stop-band result', stopBand],
  ['a strike-out of the result it answers', strike(seqOf('apttResulted'))],
]
for (const [what, happens] of shownAfter) {
  test(`SIGN-9, SIGN-8: after the match ${what} is shown after the read-back, it voids nothing`, () => {
    const { course, actSeq } = signedOnce()
    course.check('baker', actSeq)
    happens(course)

    expect(course.chart.pending?.actSeq).toBe(actSeq)
    course.sign('baker', actSeq)
    expect(course.infusion.rateMlPerHour).toBe(12)
  })
}

test('SIGN-9: after the match, orders, prescriptions and closing wait for the read-back', () => {
  const { course, actSeq, resultSeq } = signedOnce()
  course.check('baker', actSeq)
  given(course)
    .when('chen', 'prescribe', prescriptionOf(course, 'nstemi'))
    .thenRefused('finish-read-back', 'SIGN-9')
  given(course)
    .when('chen', 'orderRate', { resultSeq, rateMlPerHour: 12, reason: 'Now' })
    .thenRefused('finish-read-back', 'SIGN-9')
  given(course)
    .when('chen', 'strikeOut', { struckSeq: actSeq, reason: 'Wrong' })
    .thenRefused('finish-read-back')
})
