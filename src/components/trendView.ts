import { type Instant, laterOf, MS_PER_MINUTE, plusHours, plusMinutes } from '../time.ts'

/** How much of the course the trend shows: so many hours up to the present, or all of it. */
type TrendSpan = number | 'all'

/** The part of the course that is looked at; `backHours`: how far it is moved back from the present. */
export interface TrendView {
  readonly span: TrendSpan
  readonly backHours: number
}

/** The last day, up to the present. */
export const LAST_DAY: TrendView = { span: 24, backHours: 0 }

/** The whole course, up to the present. */
export const WHOLE: TrendView = { span: 'all', backHours: 0 }
/** As near as the trend comes, in hours. */
export const NEAREST_HOURS = 2
const BEFORE_FIRST_MINUTES = 30
/** After the present there is room for what is due next: a sixth of what is shown, at most 2 hours. */
const AHEAD_PART = 1 / 6
const MOST_AHEAD_HOURS = 2
const MS_PER_HOUR = 60 * MS_PER_MINUTE

interface Drawn {
  readonly from: Instant
  readonly to: Instant
}

/** From when to when is drawn. */
export function windowOf({ span, backHours }: TrendView, first: Instant, now: Instant): Drawn {
  const begin = plusMinutes(first, -BEFORE_FIRST_MINUTES)
  if (span === 'all') return { from: begin, to: plusHours(now, MOST_AHEAD_HOURS) }
  const end = plusHours(now, -backHours)
  return { from: laterOf(begin, plusHours(end, -span)), to: plusHours(end, aheadHours(span)) }
}

function aheadHours(hours: number): number {
  return Math.min(MOST_AHEAD_HOURS, hours * AHEAD_PART)
}

/** The view moved by hours, earlier below zero: never past the present, never before the course began. */
export function movedBy(view: TrendView, hours: number, first: Instant, now: Instant): TrendView {
  const { span, backHours } = view
  if (span === 'all') return view
  const most = Math.max(0, (now - first) / MS_PER_HOUR + BEFORE_FIRST_MINUTES / 60 - span)
  return { span, backHours: Math.min(most, Math.max(0, backHours - hours)) }
}

/**
 * The view brought nearer by a factor above 1, or taken further away, around what stands at `part` of its width
 * (0 at the left, 1 at the right): that instant stays where it is. Far enough away it is the whole course.
 */
export function zoomedBy(
  view: TrendView,
  { factor, part }: { readonly factor: number; readonly part: number },
  first: Instant,
  now: Instant,
): TrendView {
  const { from, to } = windowOf(view, first, now)
  const whole = windowOf(WHOLE, first, now)
  const drawnHours = (to - from) / MS_PER_HOUR / factor
  if (drawnHours >= (whole.to - whole.from) / MS_PER_HOUR) return WHOLE
  const span = Math.max(NEAREST_HOURS, hoursBehind(drawnHours))
  const anchor = from + part * (to - from)
  const end = anchor + (1 - part) * (span + aheadHours(span)) * MS_PER_HOUR
  const backHours = (now - end) / MS_PER_HOUR + aheadHours(span)
  return movedBy({ span, backHours: 0 }, -backHours, first, now)
}

/** How many of the hours drawn lie before the present, where it stands as far right as it can. */
function hoursBehind(drawnHours: number): number {
  return Math.max(drawnHours - MOST_AHEAD_HOURS, drawnHours / (1 + AHEAD_PART))
}
