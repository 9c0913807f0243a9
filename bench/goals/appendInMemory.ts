import type { Entry } from '../../src/chart/entries.ts'
import { follow } from '../../src/chart/fold.ts'
import { atLeast, atMost, type Goal, type Row } from '../goal.ts'
import { longCourse } from '../longCourse.ts'
import { type Contender, compare, FEW_ROUNDS, microsecondsOf, ratio } from '../measure.ts'
import { reduxChart } from '../peers/reduxFold.ts'
import { foldByHand, stepByHand } from '../yardsticks/mutatingFold.ts'

const LENGTHS = [10, 100, 1_000, 10_000]
/** The chart is opened and its infusion runs. */
const SHORTEST = 11

/** So many entries are added before a chart begins anew, so that its length stays about what it is called. */
const addedTo = (length: number) => Math.max(90, length / 5)

/** A chart in memory that takes entries in. */
interface InMemory {
  add(entry: Entry): void
}

/** A chart of so many entries and those that are added to it; making the chart is not part of what is timed. */
function adding(name: string, length: number, begin: (entries: Entry[]) => InMemory) {
  const begins = Math.max(length, SHORTEST)
  const all = structuredClone(longCourse(begins + addedTo(length)))
  const first = all.slice(0, begins)
  return { name, begin: () => begin(first), added: all.slice(begins) }
}

type Costs = Awaited<ReturnType<typeof compare>>
type Adding = ReturnType<typeof adding>

async function costsOf(all: readonly Adding[], rounds?: number) {
  const contenders = all.map(({ name, begin, added }): Contender => {
    const charts: InMemory[] = []
    return {
      name,
      prepare(times) {
        while (charts.length < times) charts.push(begin())
      },
      run(times) {
        for (const chart of charts.splice(0, times)) for (const entry of added) chart.add(entry)
        return times * added.length
      },
    }
  })
  return compare(contenders, rounds)
}

function product(length: number): Adding {
  return adding(`follow ${length}`, length, follow)
}

function byHand(length: number): Adding {
  return adding(`by hand ${length}`, length, (entries) => {
    const state = foldByHand(entries)
    return { add: (entry) => stepByHand(state, entry) }
  })
}

function redux(length: number): Adding {
  return adding(`Redux Toolkit ${length}`, length, (entries) => {
    const { take } = reduxChart(entries[0])
    for (const entry of entries.slice(1)) take(entry)
    return { add: take }
  })
}

function perEntry(costs: Costs, length: number): number {
  return microsecondsOf(costs, `follow ${length}`) / addedTo(length)
}

export const goal: Goal = {
  id: 'G4',
  title: 'One more entry for a chart in memory',
  async measure() {
    const costs = await costsOf(LENGTHS.flatMap((length) => [product(length), byHand(length)]))
    const rows: Row[] = LENGTHS.map((length) =>
      atMost(
        `mutating step by hand, at ${length} entries`,
        ratio(costs, `follow ${length}`, `by hand ${length}`),
        2,
      ),
    )
    rows.push(
      atMost(
        'itself: at 10,000 entries to at 10',
        perEntry(costs, 10_000) / perEntry(costs, 10),
        1.5,
      ),
    )
    for (const [length, least] of [
      [10, 15],
      [10_000, 300],
    ] as const) {
      const peers = await costsOf([product(length), redux(length)], FEW_ROUNDS)
      rows.push(
        atLeast(
          `Redux Toolkit, at ${length} entries`,
          ratio(peers, `Redux Toolkit ${length}`, `follow ${length}`),
          least,
        ),
      )
    }
    return rows
  },
}
