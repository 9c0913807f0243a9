import type { Chart } from '../chart/chart.ts'
import { SETS_RATE } from '../chart/samples.ts'
import { type Instant, minuteOf } from '../time.ts'
import type { Episode } from './facts.ts'
import { protocolsInForce } from './protocolsInForce.ts'
import { measuredSpans } from './timeInRange.ts'
import { validSamples } from './validSamples.ts'

interface Course {
  readonly start: Instant
  readonly end: Instant | null
}

/** The infusions of a chart, each from its start to its cease; a recommencing begins another (AUDIT-1, RECOM-1). */
export function episodesOf(chart: Chart, now: Instant): Episode[] {
  const protocols = protocolsInForce(chart)
  const samples = validSamples(chart, protocols)
  const measured = measuredSpans(chart, samples, protocols)
  return coursesOf(chart).map(({ start, end }) => {
    const followedTo = end ?? now
    const isDuring = (at: Instant) => minuteOf(at) > minuteOf(start) && at <= followedTo
    return {
      start,
      followedTo,
      therapeuticAt: samples.find(({ at, inRange }) => inRange && isDuring(at))?.at ?? null,
      measured: measured.filter(({ from }) => isDuring(from)),
    }
  })
}

/** The starts and ceases of a chart by the times at which they happened. */
export function coursesOf({ events }: Pick<Chart, 'events'>): Course[] {
  const courses: Course[] = []
  let start: Instant | null = null
  for (const { kind, at, rateMlPerHour } of [...events].sort((a, b) => a.at - b.at)) {
    if (start === null && SETS_RATE.has(kind) && rateMlPerHour !== null) start = at
    if (start === null || kind !== 'cease') continue
    courses.push({ start, end: at })
    start = null
  }
  return start === null ? courses : [...courses, { start, end: null }]
}
