import { readdirSync } from 'node:fs'
import { boardLine } from '../../server/chartView.ts'
import { createBoardOrder } from '../../src/chart/boardOrder.ts'
import type { Chart } from '../../src/chart/chart.ts'
import { concernsOf } from '../../src/chart/concernsOf.ts'
import { dueItems } from '../../src/chart/due.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { type Instant, instantOf, isoOf, plusMinutes } from '../../src/time.ts'
import { atLeast, type Goal, inDigits, told, within } from '../goal.ts'
import { longCourse, storedCourse } from '../longCourse.ts'
import { type Contender, compare, FEW_ROUNDS, microsecondsOf } from '../measure.ts'
import { immerFold } from '../peers/immerFold.ts'

const CHARTS = 3_000
const CORPUS = 'tests/corpus'
const NOW = instantOf('2027-03-12T02:00:00Z')
const MINUTES = 60
/** The courses that the yardstick's step knows are as long as the stored ones are at the middle. */
const PEER_LENGTH = 20

/** As many charts as a hospital's wards have, of every stored course, each moved so that its last entry is up to an hour old. */
function ward(): Chart[] {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.json'))
  const courses = names.map((name) => storedCourse(`${CORPUS}/${name}`))
  return Array.from({ length: CHARTS }, (_, index) => {
    const entries = courses[index % courses.length] ?? []
    return fold(movedTo(entries, plusMinutes(NOW, -((index * 7) % (MINUTES * 60)) / 60)))
  })
}

/** The same course with its last entry recorded at another time. */
function movedTo(entries: readonly Entry[], last: Instant): Entry[] {
  const by = last - instantOf(entries.at(-1)?.recordedAt ?? '')
  const text = JSON.stringify(entries).replaceAll(
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g,
    (iso) => isoOf((instantOf(iso) + by) as Instant),
  )
  return JSON.parse(text) as Entry[]
}

/** What the server keeps of a ward (`server/wardCharts.ts`). */
function newOrder() {
  return createBoardOrder((chart, now, due) => ({
    board: boardLine(chart, now, due),
    concerns: concernsOf(chart, now, due),
  }))
}

function repeated(name: string, tick: () => number): Contender {
  return {
    name,
    run(times) {
      let sum = 0
      for (let time = 0; time < times; time += 1) sum += tick()
      return sum
    },
  }
}

/** A board that has been read is looked at each minute of an hour, as what is due on it goes on. */
function anHour(charts: readonly Chart[]): Contender {
  const orders: ReturnType<typeof newOrder>[] = []
  return {
    name: 'an hour of minutes',
    prepare(times) {
      while (orders.length < times) {
        const order = newOrder()
        order.at(charts, NOW)
        orders.push(order)
      }
    },
    run(times) {
      let sum = 0
      for (const order of orders.splice(0, times)) {
        for (let minute = 1; minute <= MINUTES; minute += 1) {
          sum += order.at(charts, plusMinutes(NOW, minute)).value.length
        }
      }
      return sum
    },
  }
}

/** One chart of the ward has an entry; then the one that it was again. */
function oneEntry(charts: readonly Chart[]): Contender {
  const order = newOrder()
  const [first, ...others] = charts
  const renewed = first ? [{ ...first }, ...others] : []
  const lists = [charts, renewed]
  let turn = 0
  return repeated('one entry', () => {
    turn += 1
    return order.at(lists[turn % 2] ?? charts, NOW).value.length
  })
}

/** How many of the charts say something else by the end of the hour, and at how many instants one of them does. */
function turnsIn(charts: readonly Chart[]): number {
  const order = newOrder()
  const end = plusMinutes(NOW, MINUTES)
  let turns = 0
  for (let at = order.at(charts, NOW).changesAt; at !== null && at <= end; turns += 1) {
    at = order.at(charts, at).changesAt
  }
  return turns
}

export const goal: Goal = {
  id: 'G5',
  title: 'A tick of 3,000 charts',
  async measure() {
    const charts = ward()
    const kept = newOrder()
    kept.at(charts, NOW)
    const peers = Array.from({ length: CHARTS }, () => longCourse(PEER_LENGTH))
    const costs = await compare(
      [
        repeated('nothing changes', () => kept.at(charts, NOW).value.length),
        repeated('all anew', () => newOrder().at(charts, NOW).value.length),
        repeated('lists alone', () =>
          charts.reduce((sum, chart) => sum + dueItems(chart, NOW).length, 0),
        ),
        anHour(charts),
        oneEntry(charts),
        repeated('replayed by Immer', () =>
          peers.reduce((sum, entries) => sum + immerFold(entries).seq, 0),
        ),
      ],
      FEW_ROUNDS,
    )
    const perMinute = microsecondsOf(costs, 'an hour of minutes') / MINUTES
    return [
      within('nothing changes', microsecondsOf(costs, 'nothing changes'), 1, 'us'),
      within('all is worked out anew', microsecondsOf(costs, 'all anew'), 1_000, 'us'),
      atLeast(
        'a replay at each tick by Immer, against a minute with what changes in it',
        microsecondsOf(costs, 'replayed by Immer') / perMinute,
        2_000,
      ),
      told('microseconds a minute, of the hour', inDigits(perMinute)),
      told('microseconds after one entry', inDigits(microsecondsOf(costs, 'one entry'))),
      told('microseconds for the due lists alone', inDigits(microsecondsOf(costs, 'lists alone'))),
      told('instants in the hour at which something changes', inDigits(turnsIn(charts))),
    ]
  },
}
