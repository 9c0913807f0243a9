import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chart } from '../../src/chart/chart.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { hasCome, isOver, type Now } from '../../src/chart/hasCome.ts'
import { lasting } from '../../src/chart/lasting.ts'
import { type Instant, instantOf, plusMinutes } from '../../src/time.ts'
import { attempt } from './support/attempt.ts'
import { type Course, openedChart } from './support/course.ts'
import { forgetting, forgottenAt, type Site, sitesAhead } from './support/instants.ts'
import { deviation, held, running } from './support/wards.ts'
import { resolved, type Step, step } from './support/wild.ts'

/** A chart as it stood, looked at from the moment of its last entry on. */
interface Moment {
  readonly chart: Chart
  readonly from: Instant
}

/** Every stored course at several places. */
function storedMoments(): Moment[] {
  return readdirSync('tests/corpus')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { entries }: { entries: string[] } = JSON.parse(
        readFileSync(`tests/corpus/${name}`, 'utf8'),
      )
      const all = entries.map((text): Entry => ({ ...JSON.parse(text), hash: '' }))
      return momentsOf(all, 5)
    })
}

function momentsOf(entries: readonly Entry[], apart: number): Moment[] {
  const lengths = entries
    .map((_, index) => index + 1)
    .filter((length) => length === entries.length || length % apart === 0)
  return lengths.map((length) => ({
    chart: fold(entries.slice(0, length)),
    from: instantOf(entries[length - 1]?.recordedAt ?? ''),
  }))
}

function played(begin: () => Course, steps: readonly Step[]): Course {
  const course = begin()
  for (const each of steps) {
    course.now = plusMinutes(course.now, each.minutes)
    const tried = attempt(course, resolved(course, each))
    if (tried && tried.decision.kind !== 'refused') course.append(tried.decision.entry)
  }
  return course
}

const begins = [
  () => running(),
  () => held(),
  () => running({ protocol: 'stemi', kg: 40 }),
  () => openedChart(),
]
const courses = fc.record({
  begin: fc.constantFrom(...begins),
  steps: fc.array(step, { minLength: 20, maxLength: 70 }),
})
const bounded = { seed: 20270310, numRuns: 24 }

/** What random courses seldom come to: a deviation with its end, a rate found at the pump from a minute still ahead, a bolus left ungiven. */
function rareMoments(): Moment[] {
  const deviating = running().at('10:00')
  const { seq: orderSeq } = deviating.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Bleeding gums',
    deviation: { ...deviation, until: deviating.iso('19:00') },
  })
  deviating.both('changeRate', { orderSeq, newRateMlPerHour: 11 })
  deviating.result('98.0', { collected: '16:00' })
  const ahead = running().at('10:00')
  ahead.do('cole', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 28,
    reason: 'Pump read at handover',
    happenedAt: ahead.iso('10:02'),
  })
  const bolusOpen = running({ prescription: { bolusUnits: 6000 } })
  return [deviating, ahead, bolusOpen].map(({ chart, now }) => ({ chart, from: now }))
}

const randomMoments = fc
  .sample(courses, bounded)
  .flatMap(({ begin, steps }) => momentsOf(played(begin, steps).entries, 12))
const moments = [...rareMoments(), ...storedMoments(), ...randomMoments]

const DAYS = { hours: 100, everyMinute: false }
const A_SHIFT = { hours: 9, everyMinute: true }

test('TIME-8, H9: at every minute and odd millisecond before the instant named, a chart says what it said', () => {
  const few = moments.filter((_, place) => place % 16 === 0)
  expect(few.length).toBeGreaterThan(10)
  for (const { chart, from } of few) expect(forgottenAt(chart, from, A_SHIFT)).toBeNull()
})

test('TIME-8, H9: over four days, at the first and the last moments before each instant named, nothing has changed', () => {
  for (const { chart, from } of moments) expect(forgottenAt(chart, from, DAYS)).toBeNull()
})

/** Every place in the engine that asks whether an instant has come. */
function sitesInSource(): Site[] {
  return readdirSync('src/chart')
    .filter((name) => name !== 'hasCome.ts' && name !== 'lasting.ts')
    .flatMap((name) =>
      readFileSync(`src/chart/${name}`, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /\b(hasCome|isOver)\(/.test(line) ? `${name}:${index + 1}` : [],
        ),
    )
}

describe('planted faults', () => {
  const reached = moments.map((moment) => ({
    ...moment,
    sites: sitesAhead(moment.chart, moment.from, DAYS.hours),
  }))

  for (const site of sitesInSource()) {
    test(`TIME-8, H9: seen red: the instants that ${site} looks ahead to are forgotten`, () => {
      const holds = forgetting(site)
      const red = reached
        .filter(({ sites }) => sites.has(site))
        .some(({ chart, from }) => forgottenAt(chart, from, { ...DAYS, holds }) !== null)
      expect(red).toBe(true)
    })
  }
})

test('TIME-8: what was read holds until the earliest instant that had not come', () => {
  const at = instantOf('2027-03-10T07:00:00Z')
  const ask = (now: Now) => [
    hasCome(plusMinutes(at, -1), now),
    hasCome(at, now),
    isOver(at, now),
    hasCome(plusMinutes(at, 5), now),
  ]
  expect(lasting(at, ask)).toEqual({ value: [true, true, false, false], changesAt: at + 1 })
  const later = lasting((at + 1) as Instant, ask)
  expect(later).toEqual({ value: [true, true, true, false], changesAt: plusMinutes(at, 5) })
  expect(lasting(plusMinutes(at, 5), ask).changesAt).toBeNull()
})

/** Lines that get round the question: they take the time itself out of what may be a watch. */
function getsRound(source: string): string[] {
  return source.split('\n').filter((line) => /typeof now\b|\bnow as\b/.test(line))
}

test('TIME-8: nothing in the engine takes the time out of what may be under watch, and the compiler refuses to compare it', () => {
  const found = readdirSync('src/chart')
    .filter((name) => name.endsWith('.ts') && name !== 'hasCome.ts')
    .flatMap((name) => getsRound(readFileSync(`src/chart/${name}`, 'utf8')))
  expect(found).toEqual([])
  expect(getsRound("const at = typeof now === 'number' ? now : 0")).toHaveLength(1)
  expect(getsRound('return (now as Instant) >= at')).toHaveLength(1)

  // The compiler compares and counts with numbers alone; were this time one, the line would be no longer of its type.
  const isNumber: Now extends number ? true : false = false
  expect(isNumber).toBe(false)
})
