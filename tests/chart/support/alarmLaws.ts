import * as fc from 'fast-check'
import {
  type Alarm,
  type AlarmItem,
  alarmPriorities,
  alarmsAt,
} from '../../../src/chart/alarmOf.ts'
import type { DueAbout, DueKind } from '../../../src/chart/dueItem.ts'
import {
  type AlarmChoices,
  type AlarmMoment,
  type nextAlarm,
  nothingHeard,
  seen,
} from '../../../src/chart/nextAlarm.ts'
import { isQuietAt } from '../../../src/chart/quietHours.ts'
import { type Instant, instantOf, minutesBetween, plusMinutes } from '../../../src/time.ts'

export type AlarmEngine = typeof nextAlarm

/** 22:30 in Sydney, half an hour into the quiet hours below. */
export const NIGHT = instantOf('2027-03-10T11:30:00Z')
export const SYDNEY = 'Australia/Sydney'
const QUIET = { fromMinute: 22 * 60, toMinute: 6 * 60 }

const kindAndAbout = fc.constantFrom<readonly [DueKind, DueAbout | null]>(
  ['aptt-collection', null],
  ['restart', null],
  ['bleeding-assessment', null],
  ['mo-review', null],
  ['mo-decision', 'suspension'],
  ['mo-decision', 'stay-off'],
  ['mo-decision', 'referred'],
  ['titration', null],
  ['mo-told', null],
)

const anItem = fc
  .record({
    what: kindAndAbout,
    chart: fc.integer({ min: 1, max: 4 }),
    seq: fc.integer({ min: 1, max: 3 }),
    due: fc.integer({ min: -40, max: 60 }),
    grace: fc.constantFrom(0, 15, 30),
    stopAdvised: fc.boolean(),
  })
  .map(({ what: [kind, about], chart, seq, due, grace, stopAdvised }): AlarmItem => {
    const isStop = stopAdvised && kind === 'titration'
    const dueAt = plusMinutes(NIGHT, isStop ? Math.min(due, 0) : due)
    return {
      ...{ chartId: `c${chart}`, bed: `${chart}`, kind, about, seq, owner: 'nurse' },
      ...{ stopAdvised: isStop, dueAt },
      overdueAt: plusMinutes(dueAt, kind === 'restart' ? 0 : grace),
    }
  })

/** What happens on a tablet between two looks: minutes pass, somebody sees what is shown, the line is cut, an item is dealt with. */
const aMove = fc.record({
  minutes: fc.constantFrom(0, 0.25, 1, 1, 1, 5, 20),
  sees: fc.boolean(),
  isCut: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  deals: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 }),
})

export const aNight = fc.record({
  items: fc.uniqueArray(anItem, {
    maxLength: 6,
    selector: ({ chartId, kind, seq, about }) => [chartId, kind, seq, about].join(),
  }),
  moves: fc.array(aMove, { minLength: 5, maxLength: 40 }),
  sound: fc.boolean(),
  isQuietSet: fc.boolean(),
})
type Night = typeof aNight extends fc.Arbitrary<infer T> ? T : never

const rank = ({ priority }: Alarm) => alarmPriorities.indexOf(priority)

interface Told {
  readonly state: string
  readonly at: Instant
  readonly isSeen: boolean
}

/** One look of the engine, with what this book, not the engine's, knows from before it. */
interface Look {
  readonly alarm: Alarm
  readonly sounds: boolean
  readonly alarms: readonly Alarm[]
  readonly told: ReadonlyMap<string, Told>
  readonly last: { readonly at: Instant; readonly rank: number } | null
  readonly now: Instant
  readonly choices: AlarmChoices
}

/** Each law with whether a look breaks it. */
const LAWS: Readonly<Record<string, (look: Look) => boolean>> = {
  'seen, and said again': (look) => same(look)?.isSeen === true,
  'said twice': (look) => {
    const before = same(look)
    if (!before) return false
    return look.alarm.priority !== 'high' || minutesBetween(before.at, look.now) < 5
  },
  'two at a time': ({ last, now, alarm }) =>
    last !== null && minutesBetween(last.at, now) < 1 && rank(alarm) >= last.rank,
  'less urgent first': ({ alarms, told, alarm }) =>
    alarms.some((other) => told.get(other.key)?.state !== other.state && rank(other) < rank(alarm)),
  'silent, or loud at night': ({ alarm, sounds, choices, now }) => {
    const mayBeSilent = alarm.priority !== 'high' && isQuietAt(choices.quiet, now, SYDNEY)
    return sounds !== (choices.sound && !mayBeSilent)
  },
}

function same({ told, alarm }: Look): Told | null {
  const before = told.get(alarm.key)
  return before?.state === alarm.state ? before : null
}

/** A calm end, minute by minute, so that everything that waits has its turn. */
const CALM: Night['moves'] = Array.from({ length: 12 }, () => ({
  ...{ minutes: 1, sees: false, isCut: false, deals: null },
}))

/** Plays a night against an engine and gives the laws that it broke. */
export function broken(engine: AlarmEngine, { items, moves, sound, isQuietSet }: Night): string[] {
  const choices: AlarmChoices = { sound, notifications: true, quiet: isQuietSet ? QUIET : null }
  const book = createBook(choices)
  let here = [...items]
  let heard = nothingHeard
  let now = NIGHT
  for (const { minutes, sees, isCut, deals } of [...moves, ...CALM]) {
    now = plusMinutes(now, minutes)
    here = here.filter((_, place) => place !== deals)
    const alarms = alarmsAt(here, now)
    const ward: AlarmMoment['ward'] = isCut ? { silentSince: plusMinutes(now, -1) } : 'live'
    const isFirst = !heard.hasLooked
    const step = engine({ alarms, heard, choices, now, zone: SYDNEY, ward })
    heard = step.heard
    if (isCut) book.cut(step)
    else book.look(step, { alarms, now, isFirst })
    if (!sees || !step.showing) continue
    heard = seen(heard, step.showing.alarm.key)
    book.seen(step.showing.alarm.key)
  }
  return book.faults(alarmsAt(here, now))
}

type Step = ReturnType<AlarmEngine>

interface Seen {
  readonly alarms: readonly Alarm[]
  readonly now: Instant
  readonly isFirst: boolean
}

function keep(told: Map<string, Told>, { alarms, now, isFirst }: Seen): void {
  const keys = new Set(alarms.map(({ key }) => key))
  for (const key of [...told.keys()]) if (!keys.has(key)) told.delete(key)
  for (const { key, state, priority } of isFirst ? alarms : []) {
    told.set(key, { state, at: now, isSeen: priority !== 'high' })
  }
}

/** What was said and seen, kept apart from the engine. */
function createBook(choices: AlarmChoices) {
  const found = new Set<string>()
  const told = new Map<string, Told>()
  let last: Look['last'] = null

  function judge(look: Look): void {
    for (const [law, breaks] of Object.entries(LAWS)) if (breaks(look)) found.add(law)
  }

  return {
    cut({ announce, showing }: Step) {
      if (announce?.kind === 'alarm' || showing) found.add('alarms though stale')
    },
    look({ announce }: Step, at: Seen) {
      keep(told, at)
      if (announce?.kind !== 'alarm') return
      const { alarm, sounds } = announce
      const { alarms, now } = at
      judge({ alarm, sounds, alarms, told, last, now, choices })
      told.set(alarm.key, { state: alarm.state, at: now, isSeen: false })
      last = { at: now, rank: rank(alarm) }
    },
    seen(key: string) {
      const shown = told.get(key)
      if (shown) told.set(key, { ...shown, isSeen: true })
    },
    faults(left: readonly Alarm[]) {
      if (left.some(({ key }) => !told.has(key))) found.add('never said')
      return [...found]
    },
  }
}
