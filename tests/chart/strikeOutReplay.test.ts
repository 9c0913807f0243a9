import { describe, expect, test } from 'vitest'
import { follow } from '../../src/chart/fold.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, held, noBleeding, prescribed, prescriptionOf, running } from './support/wards.ts'

const reason = 'Wrong patient'
const sampleAt = (course: Course, clock: string) =>
  ({ collectedAt: course.iso(clock), site: 'away-from-heparin' }) as const
const pumpOf = ({ infusion }: Course) => {
  const { status, rateMlPerHour, rateUnconfirmed } = infusion
  return rateUnconfirmed ? 'read the pump' : `${status} ${rateMlPerHour}`
}

describe('what two people signed took effect, however the record reads without a struck line', () => {
  test('CHART-1, SIGN-8, H47: a change of protocol struck out, whose stop row alone would have voided the change of rate', () => {
    const course = running({ protocol: 'stroke' }).at('13:00')
    const { seq } = course.do('chen', 'prescribe', prescriptionOf(course, 'vte'))
    const resultSeq = course.result('93.0', { collected: '19:10', resulted: '19:40' })
    const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 9 })
    course.do('adams', 'recordResult', { text: '85.0', sample: sampleAt(course, '12:00') })
    course.sign('baker', act.seq)
    course.do('chen', 'strikeOut', { struckSeq: seq, reason })
    expect(pumpOf(course)).toBe('running 9')
  })

  test('CHART-1, SIGN-9, H47: the order struck out that had bound a change to its own result', () => {
    const course = running()
    const resultSeq = course.result('> 100', { collected: '14:30', resulted: '14:50' })
    const order = { resultSeq, rateMlPerHour: 12, reason: 'The lower of its rows' }
    const { seq } = course.do('chen', 'orderRate', order)
    const act = course.do('adams', 'changeRate', { orderSeq: seq, newRateMlPerHour: 12 })
    course.do('adams', 'recordResult', { text: '80.0', sample: sampleAt(course, '13:40') })
    course.sign('baker', act.seq)
    course.do('chen', 'strikeOut', { struckSeq: seq, reason })
    expect(pumpOf(course)).toBe('running 12')
  })

  test('CHART-1, BLEED-0, H47: a restart struck out, without which minor bleeding would have been found at a hold', () => {
    const course = held()
    course.at('16:00').do('chen', 'assessBleeding', noBleeding)
    const restart = course.at('16:30').both('restartInfusion', {
      rateMlPerHour: 12,
      orderSeq: null,
    })
    const resultSeq = course.result('98.0', { collected: '22:30', resulted: '22:50' })
    const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 10 })
    course.do('cole', 'recordObservation', { bleeding: 'minor', sites: [] })
    course.sign('baker', act.seq)
    course.do('adams', 'strikeOut', { struckSeq: restart.seq, reason })
    expect(pumpOf(course)).toBe('running 10')
    expect(course.dueOf('restart')).toEqual([])
  })

  test('SIGN-8, CHART-1: a countersign on the record counts though a strike-out before it would void the act today', () => {
    const course = held()
    const { seq } = course.at('16:00').do('chen', 'assessBleeding', noBleeding)
    const act = course.at('16:30').do('adams', 'restartInfusion', {
      rateMlPerHour: 12,
      orderSeq: null,
    })
    const signed = course.decide('baker', 'countersign', course.countersign(act.seq))
    const strike = course.do('chen', 'strikeOut', { struckSeq: seq, reason })
    if (signed.kind !== 'accepted') throw new Error(signed.kind)
    // As an earlier build has stored it.
    course.append({ ...signed.entry, seq: strike.seq + 1, version: strike.version + 1 })
    expect(pumpOf(course)).toBe('running 12')
  })
})

describe('where the record without a struck line says another pump, the pump is read', () => {
  function recommenced() {
    const course = running()
    const cease = course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    const order = course
      .at('10:30')
      .do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 13 }))
    return { course, cease, order }
  }
  const found = { fact: 'pump-found-at', rateMlPerHour: 17, reason: 'Read' } as const

  test('CHART-1, CHART-10, H47: a cease struck out under a rate that was found before the next prescription', () => {
    const { course, cease } = recommenced()
    const stated = { ...found, happenedAt: course.iso('10:20') }
    const fact = course.at('10:35').do('adams', 'recordBedsideFact', stated)
    course.sign('baker', fact.seq)
    course.do('adams', 'strikeOut', { struckSeq: cease.seq, reason })
    expect(pumpOf(course)).toBe('running 17')
  })

  test('CHART-1, SIGN-5, H47: a recommencing struck out under a stop that it had made count', () => {
    const { course, order } = recommenced()
    const rate = { orderSeq: order.seq, rateMlPerHour: 13 }
    const act = course.at('11:00').both('recommenceInfusion', rate)
    course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
    const stated = { ...found, happenedAt: course.iso('11:30') }
    course.at('12:10').do('adams', 'recordBedsideFact', stated)
    course.do('adams', 'strikeOut', { struckSeq: act.seq, reason })
    expect(pumpOf(course)).toBe('read the pump')
  })

  test('CHART-1, INT-1, H47: a start struck out while interrupted', () => {
    const course = running()
    const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
    course.at('10:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
    course.do('adams', 'strikeOut', { struckSeq: start?.seq ?? 0, reason })
    expect(pumpOf(course)).toBe('read the pump')
    given(course)
      .when('adams', 'startInfusion', { rateMlPerHour: 14, bag })
      .thenRefused('rate-unconfirmed', 'CHART-1')
  })

  test('CHART-1, INT-1, H47: what had set the rate struck out while interrupted: nothing says at which rate to resume until two people have read the pump', () => {
    const rateChanged = running()
    const resultSeq = rateChanged.result('98.0', { collected: '14:00', resulted: '14:10' })
    const change = { resultSeq, newRateMlPerHour: 12 }
    const { seq: changed } = rateChanged.at('14:20').both('changeRate', change)
    const foundAsCharted = running().at('14:10')
    const found = { fact: 'pump-found-at', rateMlPerHour: 14, reason: 'Read' } as const
    const fact = foundAsCharted.do('adams', 'recordBedsideFact', found)
    foundAsCharted.sign('baker', fact.seq)
    for (const [course, struckSeq] of [
      [rateChanged, changed],
      [foundAsCharted, fact.seq],
    ] as const) {
      course.at('14:30').do('adams', 'interruptInfusion', { reason: 'Transport' })
      course.at('14:40').do('chen', 'strikeOut', { struckSeq, reason })
      expect(pumpOf(course)).toBe('read the pump')
      for (const rateMlPerHour of [12, 13, 14]) {
        given(course)
          .when('adams', 'resumeInfusion', { rateMlPerHour })
          .thenRefused('rate-unconfirmed', 'CHART-1')
      }
      const read = course.do('adams', 'recordBedsideFact', { ...found, rateMlPerHour: 12 })
      course.sign('baker', read.seq)
      expect(pumpOf(course)).toBe('running 12')
    }
  })

  test('CHART-1, INT-1: an earlier line struck out while interrupted leaves the rate to resume at, and a stop ends the doubt', () => {
    const course = running()
    const first = course.result('98.0', { collected: '14:00', resulted: '14:10' })
    const change = { resultSeq: first, newRateMlPerHour: 12 }
    const { seq: earlier } = course.at('14:20').both('changeRate', change)
    const second = course.result('98.0', { collected: '20:20', resulted: '20:40' })
    const { seq: last } = course.both('changeRate', { resultSeq: second, newRateMlPerHour: 10 })
    course.at('20:50').do('adams', 'interruptInfusion', { reason: 'Transport' })
    course.do('chen', 'strikeOut', { struckSeq: earlier, reason })
    expect(course.infusion).toMatchObject({
      status: 'interrupted',
      rateUnconfirmed: false,
      interruption: { rateBeforeMlPerHour: 10 },
    })
    course.do('chen', 'strikeOut', { struckSeq: last, reason })
    expect(pumpOf(course)).toBe('read the pump')
    course.do('adams', 'stopInfusion', { reason: 'concern' })
    expect(pumpOf(course)).toBe('stopped null')
    expect(course.infusion.stop?.rateBeforeMlPerHour).toBeNull()
  })

  test('CHART-1, H47: a strike-out confirms nothing that was in doubt before it', () => {
    const course = running().at('09:00')
    const stop = course.do('adams', 'stopInfusion', { reason: 'concern' })
    const note = course.do('adams', 'writeNote', { text: 'x' })
    course.do('adams', 'strikeOut', { struckSeq: stop.seq, reason })
    course.do('adams', 'strikeOut', { struckSeq: note.seq, reason })
    expect(pumpOf(course)).toBe('read the pump')
  })

  test('CHART-1, H47: the start struck out after a stop, and then the stop: that it once ran is not forgotten', () => {
    const course = running().at('09:00')
    const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
    const stop = course.do('adams', 'stopInfusion', { reason: 'concern' })
    course.do('adams', 'strikeOut', { struckSeq: start?.seq ?? 0, reason })
    expect(pumpOf(course)).toBe('stopped null')
    course.do('adams', 'strikeOut', { struckSeq: stop.seq, reason })
    expect(pumpOf(course)).toBe('read the pump')
  })

  test('CHART-1, SIGN-5: a stop on a chart that never ran, struck out, leaves no pump to read: it can be started', () => {
    const course = prescribed()
    const stop = course.at('07:30').do('adams', 'stopInfusion', { reason: 'concern' })
    course.do('adams', 'strikeOut', { struckSeq: stop.seq, reason })
    expect(pumpOf(course)).toBe('not-started null')
    given(course)
      .when('adams', 'startInfusion', { rateMlPerHour: 14, bag })
      .thenRefused('mo-decides-first', 'CHART-1')
    course.do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 14 }))
    course.both('startInfusion', { rateMlPerHour: 14, bag })
    expect(pumpOf(course)).toBe('running 14')
  })
})

describe('what a strike-out takes away from an act that waits', () => {
  function waiting() {
    const course = held()
    const assessed = course.at('15:30').do('chen', 'assessBleeding', noBleeding)
    course.at('15:35').do('cole', 'recordObservation', { bleeding: 'major-suspected', sites: [] })
    const cleared = course.at('15:40').do('chen', 'clearSuspension', {
      reason: 'suspected-major-bleed',
      finding: 'x',
      nextStep: 'x',
    })
    const act = course.at('16:30').do('adams', 'restartInfusion', {
      rateMlPerHour: 12,
      orderSeq: null,
    })
    return { course, assessed, cleared, act }
  }

  test('CHART-1, BLEED-0, SIGN-9: the clearing struck out, the suspension is open again and the restart void', () => {
    const { course, cleared, act } = waiting()
    course.do('chen', 'strikeOut', { struckSeq: cleared.seq, reason })
    expect(course.chart.suspensions).toMatchObject([{ reason: 'suspected-major-bleed' }])
    given(course)
      .when('baker', 'countersign', course.countersign(act.seq))
      .thenRefused('lapsed-or-void')
  })

  test('CHART-1, TIME-3, SIGN-9: the assessment struck out, the restart that rests on it is void', () => {
    const { course, assessed, act } = waiting()
    course.do('chen', 'strikeOut', { struckSeq: assessed.seq, reason })
    expect(course.chart.assessment).toBeNull()
    given(course)
      .when('baker', 'countersign', course.countersign(act.seq))
      .thenRefused('lapsed-or-void')
    expect(follow(course.entries).chart).toEqual(course.chart)
  })

  test('CHART-1, SIGN-9: where the check has matched, only a stop comes between', () => {
    const { course, cleared, act } = waiting()
    course.check('baker', act.seq)
    course.do('chen', 'strikeOut', { struckSeq: cleared.seq, reason })
    course.sign('baker', act.seq)
    expect(pumpOf(course)).toBe('running 12')
  })

  test('CHART-1, TIME-8: a strike-out that asks an MO voids a waiting increase and leaves a decrease', () => {
    const left = [15, 12].map((newRateMlPerHour) => {
      const course = running()
      const resultSeq = course.result(newRateMlPerHour > 14 ? '42.0' : '98.0', {
        collected: '14:00',
        resulted: '14:20',
      })
      const bagHung = { units: 25_000, volumeMl: 250, batch: 'B1', expiry: '2029-01-31' }
      const earlier = course.at('14:21').do('adams', 'hangBag', bagHung)
      course.do('adams', 'hangBag', bagHung)
      course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour })
      course.do('adams', 'strikeOut', { struckSeq: earlier.seq, reason })
      expect(course.dueOf('mo-decision', 'strike-out')).toHaveLength(1)
      return course.chart.pending !== null
    })
    expect(left).toEqual([false, true])
  })
})
