import { describe, expect, test } from 'vitest'
import { decideCapturedStop } from '../../src/chart/decideCaptured.ts'
import { fold } from '../../src/chart/fold.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, held, noBleeding, prescribed, running } from './support/wards.ts'

const reason = 'Wrong line'
const restart = { rateMlPerHour: 12, orderSeq: null }
const concern = { reason: 'concern', text: 'Pump found running' } as const

/** Stopped at 15:00 with a hold to 16:30, restarted by two then, and that restart struck out at 17:00: the pump runs. */
function restartStruck() {
  const course = held()
  course.at('15:10').do('chen', 'assessBleeding', noBleeding)
  const act = course.at('16:30').both('restartInfusion', restart)
  course.at('17:00').do('chen', 'strikeOut', { struckSeq: act.seq, reason })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: true })
  return course
}

/** A stop that a tablet kept arrives now. */
function kept(course: Course, happenedAt: string, seenVersion = 0) {
  const command = course.command('stopInfusion', {
    reason: 'concern',
    happenedAt: course.iso(happenedAt),
    expectedVersion: seenVersion,
  })
  const decision = decideCapturedStop({ chart: course.chart, command, at: course.now }, null)
  if (decision.kind !== 'accepted') throw new Error('a stop is never refused')
  return course.append(decision.entry)
}

describe('a stop of a pump that the chart wrongly has as stopped', () => {
  test('TIME-3, NOMO-10, H8: counts from its own time, its base rate not known; nothing is restarted by the hold before it', () => {
    const course = restartStruck()
    const { seq } = course.at('18:00').do('adams', 'stopInfusion', concern)
    expect(course.infusion).toMatchObject({
      ...{ status: 'stopped', rateUnconfirmed: false },
      stop: { seq, at: course.time('18:00'), rateBeforeMlPerHour: null, restartNotBefore: null },
    })
    course.do('chen', 'assessBleeding', noBleeding)
    given(course.at('18:05'))
      .when('adams', 'restartInfusion', restart)
      .thenRefused('provisional-stop', 'SIGN-5')
    expect(course.item('mo-decision', 'provisional-stop').due).toBe(course.iso('18:00'))
  })

  test('NOMO-9, NOMO-10: a sample from while it ran is no sample from while it was off, and an MO makes it the stop of the nomogram', () => {
    const course = restartStruck()
    course.at('18:00').do('adams', 'stopInfusion', concern)
    const resultSeq = course.result('150.0', { collected: '18:10', resulted: '18:40' })
    course.do('chen', 'stopInfusion', { reason: 'nomogram', resultSeq })
    expect(course.infusion.stop).toMatchObject({
      ...{ at: course.time('18:00'), restartNotBefore: course.time('19:30') },
      restartRateMlPerHour: null,
    })
  })

  test('CHART-1: read again up to any entry the record says the same; what came later changes nothing', () => {
    const course = held()
    course.at('15:10').do('chen', 'assessBleeding', noBleeding)
    course.at('15:20').do('adams', 'stopInfusion', concern)
    const act = course.at('16:30').both('restartInfusion', restart)
    course.at('17:00').do('chen', 'strikeOut', { struckSeq: act.seq, reason })
    course.at('18:00').do('adams', 'stopInfusion', concern)
    const second = course.entries.findIndex((entry) => entry.happenedAt === course.iso('15:20'))
    const upToSecond = fold(course.entries.slice(0, second + 1)).infusion.stop
    fold(course.entries, (chart, { seq }) => {
      if (seq === second + 2) expect(chart.infusion.stop).toEqual(upToSecond)
    })
    expect(upToSecond?.at).toBe(course.time('15:00'))
    expect(course.infusion.stop?.at).toBe(course.time('18:00'))
  })
})

describe('a stop that a tablet kept, told when the pump was set after it', () => {
  test('SIGN-7, H24: after a rate change that is struck out the pump is still to be read, also at a second one; a stop signed now ends that', () => {
    const course = running()
    const seen = course.chart.version
    const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
    const act = course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
    course.at('14:30').do('chen', 'strikeOut', { struckSeq: act.seq, reason })
    for (const told of ['14:05', '14:10']) {
      kept(course.at('14:40'), told, seen)
      expect(course.infusion).toMatchObject({ status: 'running', rateUnconfirmed: true })
    }
    expect(course.dueOf('mo-decision', 'read-the-pump')).toHaveLength(1)
    course.do('adams', 'stopInfusion', concern)
    expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
  })

  test('SIGN-5: one from after that rate change stops, as before', () => {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
    const act = course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
    course.at('14:30').do('chen', 'strikeOut', { struckSeq: act.seq, reason })
    kept(course.at('14:40'), '14:35', course.chart.version)
    expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
  })

  test('CHART-10, H24: where a start or a restart is being set its card is void and the pump is to be read', () => {
    const starting = prescribed().at('08:00')
    const start = starting.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
    starting.at('08:01').check('baker', start.seq)
    kept(starting.at('08:03'), '07:50')

    const restarting = held()
    restarting.at('16:00').do('chen', 'assessBleeding', noBleeding)
    const again = restarting.at('16:30').do('adams', 'restartInfusion', restart)
    restarting.at('16:32').check('baker', again.seq)
    kept(restarting.at('16:35'), '15:20')

    for (const course of [starting, restarting]) {
      expect(course.chart.pending).toBeNull()
      expect(course.infusion.rateUnconfirmed).toBe(true)
      expect(course.dueOf('mo-decision', 'read-the-pump')).toHaveLength(1)
      // A second one that was kept says no more than the first.
      kept(course, '07:55')
      expect(course.infusion.rateUnconfirmed).toBe(true)
    }
    restarting.do('adams', 'stopInfusion', concern)
    expect(restarting.infusion).toMatchObject({
      ...{ status: 'stopped', rateUnconfirmed: false },
      stop: { at: restarting.time('15:00'), restartNotBefore: restarting.time('16:30') },
    })
  })

  test('SIGN-5: where only a first signature waits, nobody is at the pump and the stop stands', () => {
    const course = prescribed().at('08:00')
    course.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
    kept(course.at('08:03'), '07:50')
    expect(course.infusion).toMatchObject({ status: 'stopped', rateUnconfirmed: false })
  })
})
