import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlarmItem, alarmsAt } from '../../src/chart/alarmOf.ts'
import { type AlarmMoment, nextAlarm, nothingHeard, seen } from '../../src/chart/nextAlarm.ts'
import { isQuietAt } from '../../src/chart/quietHours.ts'
import { instantOf, plusMinutes } from '../../src/time.ts'
import { type AlarmEngine, aNight, broken, NIGHT, SYDNEY } from './support/alarmLaws.ts'

const QUIET = { fromMinute: 22 * 60, toMinute: 6 * 60 }

function item(more: Partial<AlarmItem> = {}): AlarmItem {
  const dueAt = more.dueAt ?? NIGHT
  return {
    ...{ chartId: 'c1', bed: '12', kind: 'aptt-collection', about: null, owner: 'nurse', seq: 4 },
    ...{ stopAdvised: false, dueAt, overdueAt: plusMinutes(dueAt, 30) },
    ...more,
  }
}
const RESTART = item({ kind: 'restart', overdueAt: NIGHT })

/** A tablet that has looked at a ward where nothing was due yet. */
function tablet(items: readonly AlarmItem[], choices: Partial<AlarmMoment['choices']> = {}) {
  let heard = { ...nothingHeard, hasLooked: true }
  return {
    at(minutes: number, ward: AlarmMoment['ward'] = 'live') {
      const now = plusMinutes(NIGHT, minutes)
      const step = nextAlarm({
        ...{ alarms: alarmsAt(items, now), heard, now, zone: SYDNEY, ward },
        choices: { sound: true, notifications: true, quiet: QUIET, ...choices },
      })
      heard = step.heard
      return step
    },
    seen(key: string | undefined) {
      heard = seen(heard, key ?? '')
    },
  }
}

describe('what alarms', () => {
  const priorities = (...items: AlarmItem[]) => alarmsAt(items, NIGHT).map((each) => each.priority)

  test.each([
    ['a restart that is due', RESTART, ['high']],
    ['a stop that is advised', item({ kind: 'titration', stopAdvised: true }), ['high']],
    ['a provisional stop', item({ kind: 'mo-decision', about: 'provisional-stop' }), ['high']],
    ['a wrong bag', item({ kind: 'mo-decision', about: 'wrong-bag' }), ['high']],
    ['an assessment overdue', item({ kind: 'bleeding-assessment', overdueAt: NIGHT }), ['high']],
    ['an APTT overdue', item({ overdueAt: NIGHT }), ['medium']],
    ['an APTT due', item(), ['low']],
    ['an APTT due soon', item({ dueAt: plusMinutes(NIGHT, 10) }), []],
    ['the MO told, not named', item({ kind: 'mo-told', overdueAt: null }), []],
    ['a second check under way', item({ kind: 'second-check', about: 'act-check' }), []],
  ])('TIME-8, H40: %s', (_, due, expected) => {
    expect(priorities(due)).toEqual(expected)
  })

  test('TIME-3: a restart and the assessment it waits for are one alarm, that of the restart', () => {
    const assessment = item({ kind: 'bleeding-assessment', overdueAt: NIGHT })
    expect(alarmsAt([assessment, RESTART], NIGHT).map((each) => each.item.kind)).toEqual([
      'restart',
    ])
    expect(priorities(assessment, { ...RESTART, chartId: 'c2' })).toEqual(['high', 'high'])
  })
})

describe('quiet hours', () => {
  test.each([
    ['2027-03-10T10:59:00Z', false],
    ['2027-03-10T11:00:00Z', true],
    ['2027-03-10T18:59:00Z', true],
    ['2027-03-10T19:00:00Z', false],
    // The night of 3 to 4 April: the hour from 02:00 comes twice, 06:00 is at 20:00Z.
    ['2027-04-03T19:59:00Z', true],
    ['2027-04-03T20:00:00Z', false],
  ])('22:00 to 06:00 on the facility’s wall clock: %s is quiet: %s', (at, expected) => {
    expect(isQuietAt(QUIET, instantOf(at), SYDNEY)).toBe(expected)
  })

  test('within one day, and none', () => {
    const noon = { fromMinute: 12 * 60, toMinute: 13 * 60 }
    expect(isQuietAt(noon, instantOf('2027-03-10T01:30:00Z'), SYDNEY)).toBe(true)
    expect(isQuietAt(noon, instantOf('2027-03-10T02:00:00Z'), SYDNEY)).toBe(false)
    expect(isQuietAt(null, NIGHT, SYDNEY)).toBe(false)
  })

  test('TIME-3, H9: they silence what is overdue, never a restart that is due, a stop or a hold that waits for a decision', () => {
    const overdue = tablet([item()]).at(30)
    expect(overdue.announce).toMatchObject({ sounds: false, notifies: false })
    expect(overdue.showing?.alarm.priority).toBe('medium')
    const held = item({ kind: 'mo-decision', about: 'stay-off', overdueAt: NIGHT })
    const stop = item({ kind: 'titration', stopAdvised: true })
    for (const each of [RESTART, held, stop]) {
      expect(tablet([each]).at(0).announce).toMatchObject({ sounds: true, notifies: true })
    }
  })
})

describe('one tablet over time', () => {
  test('H40: due once, overdue once; neither repeats', () => {
    const one = tablet([item()])
    const said = [0, 1, 5, 29, 30, 31, 36, 90].map((minute) => one.at(minute).announce)
    expect(said.map((each) => (each?.kind === 'alarm' ? each.alarm.status : null))).toEqual([
      'due',
      null,
      null,
      null,
      'overdue',
      null,
      null,
      null,
    ])
  })

  test('H40: what is due leaves the top of the screen by itself, what is overdue stays until seen', () => {
    const one = tablet([item()])
    expect(one.at(0).showing?.alarm.priority).toBe('low')
    expect(one.at(2).showing).toBeNull()
    expect(one.at(30).showing?.alarm.priority).toBe('medium')
    const shown = one.at(80).showing
    expect(shown?.alarm.priority).toBe('medium')
    one.seen(shown?.alarm.key)
    expect(one.at(81).showing).toBeNull()
  })

  test('TIME-3, H9: a restart repeats every 5 min until seen, and asks anew after each half hour', () => {
    const one = tablet([RESTART])
    const first = one.at(0)
    expect(first.announce).toMatchObject({ isRepeat: false })
    expect(one.at(4).announce).toBeNull()
    expect(one.at(5).announce).toMatchObject({ isRepeat: true })
    one.seen(first.showing?.alarm.key)
    expect([10, 20, 29].map((minute) => one.at(minute).announce)).toEqual([null, null, null])
    expect(one.at(30).announce).toMatchObject({ isRepeat: false, sounds: true })
  })

  test('H9, H40: at the first look nothing is said of what stands on the board; what is high is, where it still stands there', () => {
    const items = [item({ overdueAt: NIGHT }), item({ seq: 5 }), { ...RESTART, chartId: 'c2' }]
    const choices = { sound: true, notifications: false, quiet: null }
    let heard = nothingHeard
    const steps = [0, 1, 4, 5, 6].map((minutes) => {
      const now = plusMinutes(NIGHT, minutes)
      const alarms = alarmsAt(items, now)
      const step = nextAlarm({ alarms, heard, choices, now, zone: SYDNEY, ward: 'live' })
      heard = step.heard
      return step
    })
    expect(steps.map(({ announce }) => announce?.kind)).toEqual([
      ...[undefined, undefined, undefined, 'alarm', undefined],
    ])
    expect(steps[3]?.announce).toMatchObject({
      isRepeat: false,
      alarm: { item: { kind: 'restart' } },
    })
    expect(steps.map(({ showing }) => showing !== null)).toEqual([false, false, false, true, true])
  })

  test('H34: a silent tablet says once that it is not up to date, at night too, and alarms of nothing', () => {
    const one = tablet([RESTART])
    const since = plusMinutes(NIGHT, 0)
    expect(one.at(1, { silentSince: since })).toMatchObject({ announce: null, showing: null })
    expect(one.at(2, { silentSince: since }).announce).toEqual({
      ...{ kind: 'stale', since, sounds: true, notifies: true },
    })
    expect(one.at(10, { silentSince: since }).announce).toBeNull()
    // A line that comes and goes is not told of each time.
    expect(one.at(20, { silentSince: plusMinutes(NIGHT, 15) }).announce).toBeNull()
    expect(one.at(40, { silentSince: plusMinutes(NIGHT, 35) }).announce).toMatchObject({
      kind: 'stale',
    })
    expect(one.at(41).announce).toMatchObject({ kind: 'alarm' })
  })

  test('H9: after the time was set back what falls due is said at once, and a restart that nobody has seen repeats', () => {
    const stop = item({ chartId: 'c2', kind: 'titration', stopAdvised: true, dueAt: NIGHT })
    const items = [RESTART]
    const one = tablet(items)
    expect(one.at(25).announce).toMatchObject({ isRepeat: false })
    expect(one.at(10).announce).toMatchObject({ isRepeat: true })
    items.push(stop)
    expect(one.at(0).announce).toMatchObject({ alarm: { item: { chartId: 'c2' } } })
  })

  test('H40: a second that the server puts right says nothing twice', () => {
    const one = tablet([RESTART])
    one.at(1)
    expect(one.at(1 - 1 / 60).announce).toBeNull()
  })

  test('H34: a new silence is said also where the last was said by a clock that was ahead', () => {
    const one = tablet([])
    const silent = (from: number) => ({ silentSince: plusMinutes(NIGHT, from) })
    expect(one.at(300, silent(0)).announce?.kind).toBe('stale')
    one.at(1)
    expect(one.at(90, silent(60)).announce?.kind).toBe('stale')
  })

  test('H40: two tablets are silent each for itself', () => {
    const [one, two] = [tablet([RESTART]), tablet([RESTART])]
    one.seen(one.at(0).showing?.alarm.key)
    two.at(0)
    expect([one.at(5).announce, two.at(5).announce?.kind]).toEqual([null, 'alarm'])
  })
})

const RUNS = { seed: 20_270_310, numRuns: 200 }
const breaks = (engine: AlarmEngine) =>
  fc.property(aNight, (night) => broken(engine, night).length === 0)

describe('laws over random nights', () => {
  test('TIME-8, H9, H34, H40: one at a time, the urgent first, each state once, only high repeats, seen is silent, quiet hours spare what is high, stale alarms of nothing, and nothing is left unsaid', () => {
    void fc.assert(
      fc.property(aNight, (night) => {
        expect(broken(nextAlarm, night)).toEqual([])
      }),
      RUNS,
    )
  })

  const forgets: AlarmEngine = (moment) => ({
    ...nextAlarm(moment),
    heard: { ...moment.heard, hasLooked: true },
  })
  const alwaysQuiet: AlarmEngine = (moment) => {
    const step = nextAlarm(moment)
    const isQuiet = isQuietAt(moment.choices.quiet, moment.now, moment.zone)
    return {
      ...step,
      announce: step.announce && { ...step.announce, sounds: !isQuiet && step.announce.sounds },
    }
  }
  const lowFirst: AlarmEngine = (moment) => {
    const low = moment.alarms.filter(({ priority }) => priority === 'low')
    return nextAlarm(low.length > 0 ? { ...moment, alarms: low } : moment)
  }
  const unseeing: AlarmEngine = (moment) => {
    const said = [...moment.heard.said].map(
      ([key, each]) => [key, { ...each, isSeen: false }] as const,
    )
    return nextAlarm({ ...moment, heard: { ...moment.heard, said: new Map(said) } })
  }

  test.each<[string, AlarmEngine]>([
    ['says everything again and again', forgets],
    ['lets quiet hours silence a restart', alwaysQuiet],
    ['says what is due before a stop', lowFirst],
    ['does not know what was seen', unseeing],
    ['alarms on a stale tablet', (moment) => nextAlarm({ ...moment, ward: 'live' })],
    [
      'says two things in a minute',
      (moment) => nextAlarm({ ...moment, heard: { ...moment.heard, last: null } }),
    ],
    ['says nothing', (moment) => ({ ...nextAlarm(moment), announce: null })],
  ])('H40: an engine that %s is caught', (_, engine) => {
    expect(fc.check(breaks(engine), RUNS).failed).toBe(true)
  })
})
