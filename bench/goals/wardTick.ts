import { readdirSync } from 'node:fs'
import type { Chart } from '../../src/chart/chart.ts'
import { dueItems, urgency } from '../../src/chart/due.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { type Instant, instantOf, plusMinutes } from '../../src/time.ts'
import { atLeast, type Goal, inDigits, told, within } from '../goal.ts'
import { longCourse, storedCourse } from '../longCourse.ts'
import { type Contender, compare, FEW_ROUNDS, microsecondsOf, ratio } from '../measure.ts'
import { immerFold } from '../peers/immerFold.ts'

const CHARTS = 3_000
const CORPUS = 'tests/corpus'
/** The courses that the yardstick's step knows are as long as the stored ones are at the middle. */
const PEER_LENGTH = 20

interface Record {
  readonly entries: readonly Entry[]
  readonly now: Instant
}

/** As many records as a hospital's wards have charts, of every stored course, each looked at ten minutes after its end. */
function records(): Record[] {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.json'))
  const courses = names.map((name) => storedCourse(`${CORPUS}/${name}`))
  return Array.from({ length: CHARTS }, (_, index) => {
    const entries = courses[index % courses.length] ?? []
    return { entries, now: plusMinutes(instantOf(entries.at(-1)?.recordedAt ?? ''), 10) }
  })
}

interface Line {
  readonly chart: Chart
  readonly now: Instant
}

/** The order of the board, and how much is due on it. */
function board(lines: readonly Line[]): number {
  let due = 0
  const ranked = lines.map(({ chart, now }) => {
    due += dueItems(chart, now).length
    return urgency(chart, now)
  })
  ranked.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a.at(-1) ?? 0) - (b.at(-1) ?? 0))
  return due
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

export const goal: Goal = {
  id: 'G5',
  title: 'A tick of 3,000 charts',
  async measure() {
    const all = records()
    const kept = all.map(({ entries, now }) => ({ chart: fold(entries), now }))
    const peers = Array.from({ length: CHARTS }, () => longCourse(PEER_LENGTH))
    const costs = await compare(
      [
        repeated('as it is', () =>
          board(all.map(({ entries, now }) => ({ chart: fold(entries), now }))),
        ),
        repeated('charts kept', () => board(kept)),
        repeated('replayed by Immer', () =>
          peers.reduce((sum, entries) => sum + immerFold(entries).seq, 0),
        ),
      ],
      FEW_ROUNDS,
    )
    const spent = microsecondsOf(costs, 'as it is')
    return [
      within('nothing changes', spent, 1, 'us'),
      within('all is worked out anew', spent, 1_000, 'us'),
      atLeast(
        'a replay at each tick by Immer',
        ratio(costs, 'replayed by Immer', 'as it is'),
        2_000,
      ),
      told(
        'microseconds if the server kept the charts folded',
        inDigits(microsecondsOf(costs, 'charts kept')),
      ),
    ]
  },
}
