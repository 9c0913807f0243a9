import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { atLeast, atMost, type Goal, inDigits, type Row, told } from '../goal.ts'
import { longCourse } from '../longCourse.ts'
import { type Contender, compare, FEW_ROUNDS, microsecondsOf, ratio } from '../measure.ts'
import { immerFold } from '../peers/immerFold.ts'
import { reduxFold } from '../peers/reduxFold.ts'
import { xstateFold } from '../peers/xstateFold.ts'
import { type ByHand, foldByHand } from '../yardsticks/mutatingFold.ts'

interface Folded {
  readonly seq: number
  readonly rateMlPerHour: number | null
  readonly events: readonly Pick<ByHand['events'][number], 'kind' | 'at' | 'actSeq'>[]
  readonly results: readonly Pick<
    ByHand['results'][number],
    'seq' | 'text' | 'collectedAt' | 'decidedBy'
  >[]
}

function contender(name: string, folds: (entries: readonly Entry[]) => object, length: number) {
  const entries = structuredClone(longCourse(length))
  return {
    name,
    run(times) {
      let sum = 0
      for (let time = 0; time < times; time += 1) sum += 'seq' in folds(entries) ? 1 : 0
      return sum
    },
  } satisfies Contender
}

/** What every contender has to say of the course: the rate that runs, each dose event, each result and what acted on it. */
function saidBy({ seq, results, events, rateMlPerHour }: Folded) {
  return {
    seq,
    rateMlPerHour,
    events: events.map(({ kind, at, actSeq }) => [kind, at, actSeq]),
    results: results.map((each) => [each.seq, each.text, each.collectedAt, each.decidedBy]),
  }
}

const PEERS = [
  { name: 'Immer', folds: immerFold },
  { name: 'Redux Toolkit', folds: reduxFold },
  { name: 'XState', folds: xstateFold },
] as const

function demandAgreement(): void {
  const entries = structuredClone(longCourse(1_000))
  const chart = fold(entries)
  const said = saidBy({ ...chart, rateMlPerHour: chart.infusion.rateMlPerHour })
  for (const { name, folds } of [{ name: 'by hand', folds: foldByHand }, ...PEERS]) {
    if (!isDeepStrictEqual(saidBy(folds(structuredClone(entries))), said)) {
      throw new Error(`${name} makes another chart of the course.`)
    }
  }
}

const LENGTHS = [10, 100, 1_000, 10_000]

async function againstTheLimit(): Promise<Row[]> {
  const contenders = LENGTHS.flatMap((length) => [
    contender(`fold ${length}`, fold, length),
    contender(`by hand ${length}`, foldByHand, length),
  ])
  const costs = await compare(contenders)
  const rows = LENGTHS.map((length) =>
    atMost(
      `mutating fold by hand, ${length} entries`,
      ratio(costs, `fold ${length}`, `by hand ${length}`),
      1.5,
    ),
  )
  const spent = LENGTHS.map((length) => inDigits(microsecondsOf(costs, `fold ${length}`)))
  return [
    ...rows,
    atMost('itself: 10,000 entries to 1,000', ratio(costs, 'fold 10000', 'fold 1000'), 12),
    told(`microseconds for ${LENGTHS.join(', ')} entries`, spent.join(', ')),
  ]
}

/** The peers at a length; `least` by name. */
async function againstPeers(
  length: number,
  least: Readonly<Record<string, number>>,
): Promise<Row[]> {
  const peers = PEERS.filter(({ name }) => name in least)
  const costs = await compare(
    [
      contender('fold', fold, length),
      ...peers.map(({ name, folds }) => contender(name, folds, length)),
    ],
    FEW_ROUNDS,
  )
  return peers.map(({ name }) =>
    atLeast(`${name}, ${length} entries`, ratio(costs, name, 'fold'), least[name] ?? Number.NaN),
  )
}

export const goal: Goal = {
  id: 'G3',
  title: 'Replay of a chart',
  async measure() {
    demandAgreement()
    return [
      ...(await againstTheLimit()),
      ...(await againstPeers(100, { Immer: 40, 'Redux Toolkit': 40, XState: 30 })),
      ...(await againstPeers(10_000, { Immer: 400, 'Redux Toolkit': 400, XState: 30 })),
    ]
  },
}
