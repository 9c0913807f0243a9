import { expect, test } from 'vitest'
import {
  type CapturedFact,
  type CapturedStop,
  decideCapturedFact,
  decideCapturedStop,
} from '../../src/chart/decideCaptured.ts'
import type { Decision } from '../../src/chart/decision.ts'
import type { Entry } from '../../src/chart/entries.ts'
import type { Course, Fields } from './support/course.ts'
import { people, type Who } from './support/people.ts'
import { held, running } from './support/wards.ts'

type StopKind = CapturedStop['kind']
const CONCERN = { reason: 'concern' } as const
const BLEED = { reason: 'suspected-major-bleed' } as const

function taken(course: Course, decision: Decision): Entry {
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
  return course.append(decision.entry)
}

/** A stop that a tablet kept, stated at a time of the course and arriving at its clock. */
function stopKept<K extends StopKind>(
  course: Course,
  author: Who | null,
  kind: K,
  fields: Omit<Fields<K>, 'signature'>,
): Entry {
  const command = course.command(kind, { signature: undefined, ...fields } as Fields<K>)
  const ask = { chart: course.chart, command: command as CapturedStop, at: course.now }
  return taken(course, decideCapturedStop(ask, author && people[author]))
}

test('SIGN-5, SIGN-3: a stop that nobody was signed in for owes both signatures: the first by whoever signs first, the second by another', () => {
  const course = running().at('10:00')
  const stop = stopKept(course, null, 'stopInfusion', CONCERN)
  expect(stop).toMatchObject({ by: null, identity: 'unconfirmed', rateBeforeMlPerHour: 14 })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateMlPerHour: null })
  expect(course.item('signature').anchor.seq).toBe(stop.seq)
  course.sign('cole', stop.seq)
  expect(course.chart.owed).toMatchObject([
    { by: { userId: 'rn.cole' }, firstMissing: false, secondMissing: true },
  ])
  expect(course.refused('cole', 'countersign', course.countersign(stop.seq)).code).toBe(
    'same-person',
  )
  course.sign('baker', stop.seq)
  expect(course.chart.owed).toEqual([])
})

test('SIGN-5, NOMO-10: a kept stop is provisional whatever its reason: an MO leads back, no hold does', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
  const stop = stopKept(course.at('15:00'), 'adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq,
  })
  expect(stop).toMatchObject({
    by: { userId: 'rn.adams' },
    restartNotBefore: null,
    restartRateMlPerHour: null,
  })
  expect(course.dueOf('mo-decision', 'provisional-stop')).toHaveLength(1)
})

test('SIGN-7, CHART-10: a kept stop counts from the time it states, and says why it came late', () => {
  const course = running().at('12:00')
  const stop = stopKept(course, 'adams', 'stopInfusion', {
    ...CONCERN,
    happenedAt: course.iso('10:05'),
  })
  expect(stop.lateReason).toMatch(/Kept on the tablet/)
  expect(course.infusion).toMatchObject({ status: 'stopped', since: course.time('10:05') })
})

test('SIGN-5, H23: a tablet whose clock runs ahead stops all the same: at the time of its arrival, with what it stated', () => {
  const course = running().at('10:00')
  const stop = stopKept(course, null, 'ceaseInfusion', {
    ...BLEED,
    happenedAt: '2031-01-01T00:00:00Z',
  })
  expect(stop).toMatchObject({
    happenedAt: course.iso('10:00'),
    captured: { statedAt: '2031-01-01T00:00:00Z' },
  })
  expect(stop.lateReason).toMatch(/ahead/)
  expect(course.infusion.status).toBe('ceased')
})

test('SIGN-7, H11: a time counted by a tablet’s clock alone is not before what the tablet had shown, and nobody is sent to read the pump', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:10' })
  course.at('14:20').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  const lastShown = course.time('14:20')
  const command = course.at('16:40').command('stopInfusion', {
    ...CONCERN,
    signature: undefined,
    happenedAt: course.iso('10:00'),
  } as Fields<'stopInfusion'>) as CapturedStop
  const ask = { chart: course.chart, command, at: course.now }
  const stop = taken(course, decideCapturedStop(ask, null, lastShown))
  expect(stop).toMatchObject({
    happenedAt: course.iso('14:20'),
    captured: { statedAt: course.iso('10:00') },
    rateBeforeMlPerHour: 12,
  })
  expect(stop.lateReason).toMatch(/clock of the tablet was set/)
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
})

/** What somebody did at the pump after 14:05, on another tablet. */
const since: readonly [string, () => Course][] = [
  [
    'stopped and restarted',
    () => {
      const course = held().at('16:30')
      course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
      const rateMlPerHour = course.infusion.stop?.restartRateMlPerHour ?? 0
      course.both('restartInfusion', { rateMlPerHour, orderSeq: null })
      return course
    },
  ],
  [
    'changed the rate',
    () => {
      const course = running()
      const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:10' })
      course.at('14:20').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
      return course
    },
  ],
  [
    'found it running at another rate',
    () => {
      const course = running().at('14:20')
      course.do('baker', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 13,
        reason: 'Read from the pump',
      })
      return course
    },
  ],
  [
    'interrupted and resumed it',
    () => {
      const course = running().at('14:10')
      course.do('baker', 'interruptInfusion', { reason: 'Transport' })
      course.at('14:20').both('resumeInfusion', { rateMlPerHour: 14 })
      return course
    },
  ],
  [
    'stands at the pump with the card',
    () => {
      const course = running()
      const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:10' })
      const { seq } = course.at('14:20').do('adams', 'changeRate', {
        resultSeq,
        newRateMlPerHour: 12,
      })
      course.check('baker', seq)
      return course
    },
  ],
]

for (const [what, make] of since) {
  test(`SIGN-7, CHART-10, H24, H35: a stop of 14:05 that comes after somebody ${what}: the rate is unconfirmed, neither stopped nor running`, () => {
    for (const kind of ['stopInfusion', 'ceaseInfusion'] as const) {
      const course = make().at('16:40')
      const fields = { ...(kind === 'stopInfusion' ? CONCERN : BLEED) } as Fields<typeof kind>
      stopKept(course, 'cole', kind, {
        ...fields,
        happenedAt: course.iso('14:05'),
        expectedVersion: 4,
      })
      expect(course.infusion).toMatchObject({
        status: 'running',
        rateMlPerHour: null,
        rateUnconfirmed: true,
      })
      expect(course.chart.pending).toBeNull()
      expect(course.dueOf('mo-decision', 'read-the-pump')).toHaveLength(1)
      expect(course.dueOf('mo-decision', 'bedside-fact').length).toBeGreaterThan(0)
      expect(course.chart.suspensions).toHaveLength(kind === 'ceaseInfusion' ? 1 : 0)
      // Both ways out: two people read the pump, or it is found off.
      const read = course.do('adams', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 12,
        reason: 'Read from the pump',
      })
      course.sign('baker', read.seq)
      expect(course.infusion).toMatchObject({ rateMlPerHour: 12, rateUnconfirmed: false })
      course.do('adams', 'stopInfusion', CONCERN)
      expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
    }
  })
}

test('CHART-10, H24: what says nothing of the pump, or came before, overtakes no kept stop', () => {
  const prescribedSince = running().at('14:20')
  prescribedSince.do('adams', 'writeNote', { text: 'Family told' })
  const seen = running()
  const resultSeq = seen.result('98.0', { collected: '14:00', resulted: '14:02' })
  seen.at('14:05').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  for (const course of [prescribedSince, seen]) {
    stopKept(course.at('16:40'), 'cole', 'stopInfusion', {
      ...CONCERN,
      happenedAt: course.iso('14:05'),
    })
    expect(course.infusion).toMatchObject({ status: 'stopped', since: course.time('14:05') })
  }
})

test('CHART-10, H24: in the same minute, what the tablet had not seen overtakes its stop; one that arrives at once is the newest', () => {
  const change = () => {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:02' })
    course.at('14:05').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
    return course
  }
  const unseen = change().at('14:20')
  const stated = { ...CONCERN, happenedAt: unseen.iso('14:05'), expectedVersion: 4 }
  stopKept(unseen, 'cole', 'stopInfusion', stated)
  expect(unseen.infusion.rateUnconfirmed).toBe(true)
  const atOnce = change()
  stopKept(atOnce, null, 'stopInfusion', stated)
  expect(atOnce.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
})

test('SIGN-7: a stop that was sent in a session is read as it always was', () => {
  const course = held().at('16:30')
  course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  const rateMlPerHour = course.infusion.stop?.restartRateMlPerHour ?? 0
  course.both('restartInfusion', { rateMlPerHour, orderSeq: null })
  course.at('16:40').do('cole', 'stopInfusion', { ...CONCERN, happenedAt: course.iso('14:05') })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
})

/** A fact that a tablet kept. */
function factKept(
  course: Course,
  command: CapturedFact,
  seenSeq: number,
  relayedBy: Who | null = null,
): Decision {
  const relay = relayedBy && {
    userId: people[relayedBy].userId,
    name: people[relayedBy].name,
    role: people[relayedBy].role,
  }
  const ask = { chart: course.chart, command, at: course.now }
  return decideCapturedFact(ask, { seq: seenSeq }, people.adams, relay)
}

test('CHART-10, H35: a kept sample goes onto the chart its author saw; onto a newer one only when a person has looked', () => {
  const course = running().at('14:00')
  const command = course.command('recordCollection', {
    site: 'away-from-heparin',
    happenedAt: course.iso('13:00'),
  })
  const seenSeq = course.chart.seq
  course.do('baker', 'writeNote', { text: 'Family told' })
  const refused = factKept(course, command, seenSeq)
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'chart-moved-on' } })
  const entry = taken(course, factKept(course.at('14:30'), command, course.chart.seq, 'baker'))
  expect(entry).toMatchObject({
    kind: 'apttCollected',
    by: { userId: 'rn.adams' },
    captured: { relayedBy: { userId: 'rn.baker' } },
    lateReason: expect.stringMatching(/Kept on the tablet/),
  })
})

test('CHART-10: two facts that one person kept on the same chart do not stand in each other’s way', () => {
  const course = running().at('14:00')
  const seenSeq = course.chart.seq
  const sample = course.command('recordCollection', { site: 'away-from-heparin' })
  const look = course.command('recordObservation', { bleeding: 'none-seen', sites: [] })
  taken(course, factKept(course, sample, seenSeq))
  expect(taken(course, factKept(course, look, seenSeq)).kind).toBe('observationRecorded')
})
