import type { Chart, DoseEvent, Result } from '../chart/chart.ts'
import type { SampleUse } from '../chart/entries.ts'
import { resultsAt } from '../chart/results.ts'
import { earlierOf, type Instant, laterOf } from '../time.ts'
import { rateDeviates } from './rateDeviates.ts'
import { LAST_DAY, type TrendView, windowOf } from './trendView.ts'

/** The pump between two events: `rate` null is off. */
interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly rateMlPerHour: number | null
  /** Set by a deviation, or its figure prescribed by one (DEV-1). */
  readonly deviates: boolean
}

/** One APTT on the trend. `limit`: it lies beyond what the laboratory, or the scale, can tell. */
export interface Point {
  readonly seq: number
  readonly at: Instant
  readonly seconds: number
  readonly text: string
  readonly limit: 'above' | 'below' | null
  readonly use: SampleUse
}

export interface TrendShape {
  /** When the course began, whether that is in view or not. */
  readonly first: Instant
  readonly from: Instant
  readonly to: Instant
  readonly stretches: readonly Stretch[]
  readonly boluses: readonly { readonly seq: number; readonly at: Instant }[]
  readonly points: readonly Point[]
  /** Points joined by a line: measured values alone, never across a limit or a time when the infusion was off. */
  readonly runs: readonly (readonly Point[])[]
  readonly topSeconds: number
  readonly topMlPerHour: number
}

const LEAST_TOP_SECONDS = 120
const MOST_TOP_SECONDS = 160
const TOP_STEP_SECONDS = 20
const LEAST_TOP_ML_PER_HOUR = 10
/** Room above the highest rate for its figure. */
const HEADROOM = 1.35
const TOP_STEP_ML_PER_HOUR = 5

/** The lowest APTT on the scale, in seconds. */
export const FLOOR_SECONDS = 20

/** What the trend draws at `now`, in a view the last 24 hours without one; null before anything has happened. */
export function trendShape(
  chart: Chart,
  now: Instant,
  view: TrendView = LAST_DAY,
): TrendShape | null {
  const events = [...chart.events].sort((a, b) => a.at - b.at)
  const first = firstAt(chart, events)
  if (first === null) return null
  const { from, to } = windowOf(view, first, now)
  const stretches = stretchesOf(chart, events, from, earlierOf(to, now))
  const isInView = (at: Instant) => at >= from && at <= to
  const inView = resultsAt(chart, now).filter(({ result }) => isInView(result.collectedAt))
  const topSeconds = topOf(inView.map(({ result }) => result))
  const points = inView.flatMap(({ result, use }) => pointOf(result, use, topSeconds))
  const rates = stretches.map(({ rateMlPerHour }) => rateMlPerHour ?? 0)
  return {
    first,
    from,
    to,
    stretches,
    boluses: events.filter(({ kind, at }) => kind === 'bolus' && isInView(at)),
    points,
    runs: runsOf(points, events),
    topSeconds,
    topMlPerHour: stepUp(
      Math.max(LEAST_TOP_ML_PER_HOUR, ...rates.map((rate) => rate * HEADROOM)),
      TOP_STEP_ML_PER_HOUR,
    ),
  }
}

function firstAt({ results }: Chart, events: readonly DoseEvent[]): Instant | null {
  const times = [events[0]?.at, results[0]?.collectedAt].filter((at) => at !== undefined)
  return times.length === 0 ? null : times.reduce(earlierOf)
}

function stretchesOf(
  { entries }: Chart,
  events: readonly DoseEvent[],
  from: Instant,
  until: Instant,
): Stretch[] {
  return events
    .map((event, index) => ({
      from: laterOf(event.at, from),
      to: earlierOf(events[index + 1]?.at ?? until, until),
      rateMlPerHour: event.rateMlPerHour,
      deviates: rateDeviates(events.slice(0, index + 1), entries),
    }))
    .filter((stretch, index) => stretch.to > stretch.from && hasStarted(events, index))
}

/** A bolus or a protocol before the start is no time off. */
function hasStarted(events: readonly DoseEvent[], index: number): boolean {
  return events.slice(0, index + 1).some(({ rateMlPerHour }) => rateMlPerHour !== null)
}

function topOf(results: readonly Result[]): number {
  const seconds = results.map(({ parsed }) => ('seconds' in parsed ? parsed.seconds : 0))
  return Math.min(
    MOST_TOP_SECONDS,
    stepUp(Math.max(LEAST_TOP_SECONDS, ...seconds), TOP_STEP_SECONDS),
  )
}

function stepUp(value: number, step: number): number {
  return Math.ceil(value / step) * step
}

function pointOf(result: Result, use: SampleUse, topSeconds: number): Point[] {
  const { seq, collectedAt: at, text, parsed } = result
  if (parsed.kind === 'specimen-rejected' || result.struck) return []
  if (parsed.kind === 'unclottable') {
    return [{ seq, at, text, use, seconds: topSeconds, limit: 'above' }]
  }
  const { kind, seconds } = parsed
  const limit = seconds > topSeconds ? 'above' : seconds < FLOOR_SECONDS ? 'below' : limitOf(kind)
  const drawn = Math.min(topSeconds, Math.max(FLOOR_SECONDS, seconds))
  return [{ seq, at, text, use, limit, seconds: drawn }]
}

function limitOf(kind: 'value' | 'above' | 'below'): Point['limit'] {
  return kind === 'value' ? null : kind
}

/** What counts as an APTT of this infusion; a sample that does not stands aside, and no line leads to it. */
const COUNTED: ReadonlySet<SampleUse> = new Set(['usable', 'acted', 'old'])

/** True where a point's sample counts. */
export function isCounted({ use }: Point): boolean {
  return COUNTED.has(use)
}

function runsOf(points: readonly Point[], events: readonly DoseEvent[]): Point[][] {
  const runs: Point[][] = []
  let last: Point | null = null
  for (const point of points.filter(isCounted)) {
    if (last && isMeasured(last) && isMeasured(point) && !wasOff(events, last.at, point.at)) {
      runs.at(-1)?.push(point)
    } else if (isMeasured(point)) runs.push([point])
    last = point
  }
  return runs
}

function isMeasured({ limit }: Point): boolean {
  return limit === null
}

function wasOff(events: readonly DoseEvent[], from: Instant, to: Instant): boolean {
  const running = events.findLast(({ at }) => at <= from)
  const wasRunning = running === undefined || running.rateMlPerHour !== null
  return (
    !wasRunning ||
    events.some(({ at, rateMlPerHour }) => rateMlPerHour === null && at >= from && at <= to)
  )
}
