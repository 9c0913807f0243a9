/** The figures of a ward and a period, from the facts of its charts (AUDIT-1). */
import type { Instant } from '../time.ts'
import { roundToStep } from '../units.ts'
import { timeInRange, timeToTherapeutic } from './courseFigures.ts'
import type { ChartFacts, Episode } from './facts.ts'
import type { Behind, Figure, Share } from './figure.ts'
import type { InView } from './inView.ts'
import { METRIC_IDS, type MetricId } from './metrics.ts'
import { minutesOf } from './minutes.ts'
import { type Asked, isWithin, windowsOf } from './stays.ts'
import { sharePercent } from './survival.ts'

/** A storage audit of the ward's ampoules: when, and whether all was as it should be. */
export interface StorageFact {
  readonly at: Instant
  readonly inOrder: boolean
}

/** The figures of one period. `infusions`: those that ran on the ward for any part of it. */
export interface Figures {
  readonly infusions: number
  readonly figures: readonly Figure[]
}

/** What is asked, with the present: nothing is followed beyond it. */
export interface AskedNow extends Asked {
  readonly storage: readonly StorageFact[]
}

/** Draws every figure of a ward and a period; charts of other wards and times add nothing. */
export function figuresOf(all: readonly ChartFacts[], asked: AskedNow): Figures {
  const inView = all
    .map((facts) => ({ facts, windows: windowsOf(facts, asked) }))
    .filter(({ windows }) => windows.length > 0)
  return {
    infusions: inView.flatMap(infusionsIn).length,
    figures: METRIC_IDS.map((id) => figureOf(id, inView, asked)),
  }
}

function infusionsIn({ facts, windows }: InView): Episode[] {
  return facts.episodes.filter(({ start, followedTo }) =>
    windows.some(({ from, to }) => start < to && followedTo >= from),
  )
}

function figureOf(id: MetricId, inView: readonly InView[], asked: AskedNow): Figure {
  switch (id) {
    case 'time-to-therapeutic':
      return timeToTherapeutic(inView)
    case 'time-in-range':
      return timeInRange(inView)
    case 'between-signatures':
      return betweenSignatures(inView)
    case 'storage-audits':
      return { id, charts: [], value: storageShare(asked) }
    case 'mismatches':
    case 'deviations':
    case 'adverse-events':
      return counted(id, inView)
    default:
      return shared(id, inView)
  }
}

function behind(id: MetricId, { facts, windows }: InView): Behind {
  const own = facts.observations.filter((each) => each.metric === id && isWithin(each.at, windows))
  return { chartId: facts.chartId, count: own.filter(({ met }) => met).length, of: own.length }
}

function chartsBehind(id: MetricId, inView: readonly InView[]): Behind[] {
  return inView.map((each) => behind(id, each)).filter(({ of }) => of > 0)
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function shared(id: MetricId, inView: readonly InView[]): Figure {
  const charts = chartsBehind(id, inView)
  return { id, charts, value: shareOf(charts) }
}

function shareOf(charts: readonly Pick<Behind, 'count' | 'of'>[]): Share {
  const count = sum(charts.map((each) => each.count))
  const of = sum(charts.map((each) => each.of))
  return { kind: 'share', count, of, percent: sharePercent(count, of) }
}

function counted(id: MetricId, inView: readonly InView[]): Figure {
  const charts = chartsBehind(id, inView)
  return { id, charts, value: { kind: 'count', count: sum(charts.map((each) => each.of)) } }
}

function storageShare({ storage, ...asked }: AskedNow): Share {
  const audits = storage.filter(({ at }) => isWithin(at, [asked]))
  return shareOf(audits.map(({ inOrder }) => ({ count: inOrder ? 1 : 0, of: 1 })))
}

function betweenSignatures(inView: readonly InView[]): Figure {
  const own = inView.map(({ facts, windows }) => ({
    chartId: facts.chartId,
    waits: facts.waits.filter(({ at }) => isWithin(at, windows)).map(({ ms }) => ms),
  }))
  const sorted = own.flatMap(({ waits }) => waits).sort((a, b) => a - b)
  return {
    id: 'between-signatures',
    charts: own
      .map(({ chartId, waits }) => ({ chartId, count: waits.length, of: waits.length }))
      .filter(({ of }) => of > 0),
    value: {
      kind: 'between',
      of: sorted.length,
      medianMinutes: orNull(medianOf(sorted)),
      shortestMinutes: orNull(sorted.at(0)),
      longestMinutes: orNull(sorted.at(-1)),
    },
  }
}

function orNull(ms: number | undefined): number | null {
  return ms === undefined ? null : minutesOf(ms)
}

/** The middle one of a sorted list, of two the mean. */
function medianOf(sorted: readonly number[]): number | undefined {
  const over = sorted.length % 2
  const middle = (sorted.length - over) / 2
  const [low, high] = over === 1 ? [middle, middle] : [middle - 1, middle]
  const [a, b] = [sorted[low], sorted[high]]
  return a === undefined || b === undefined ? undefined : roundToStep(a + b, 2, 'half-up') / 2
}
