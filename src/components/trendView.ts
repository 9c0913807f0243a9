import { type Instant, laterOf, MS_PER_MINUTE, plusHours, plusMinutes } from '../time.ts'

/** How much of the course the trend shows. */
export type TrendSpan = '6' | '24' | 'all'

/** The part of the course that is looked at; `backHours`: how long before the present it ends. */
export interface TrendView {
  readonly span: TrendSpan
  readonly backHours: number
}

/** The last day, up to the present. */
export const LAST_DAY: TrendView = { span: '24', backHours: 0 }

const BEFORE_FIRST_MINUTES = 30
const AHEAD_HOURS: Readonly<Record<TrendSpan, number>> = { '6': 1, '24': 2, all: 2 }
const MS_PER_HOUR = 60 * MS_PER_MINUTE

/** From when to when is drawn; up to the present there is room for what is due next. */
export function windowOf(
  { span, backHours }: TrendView,
  first: Instant,
  now: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const begin = plusMinutes(first, -BEFORE_FIRST_MINUTES)
  const end = plusHours(now, -backHours)
  return {
    from: span === 'all' ? begin : laterOf(begin, plusHours(end, -Number(span))),
    to: backHours === 0 ? plusHours(now, AHEAD_HOURS[span]) : end,
  }
}

/** The view moved by hours, earlier below zero: never past the present, never before the course began. */
export function movedBy(view: TrendView, hours: number, first: Instant, now: Instant): TrendView {
  if (view.span === 'all') return view
  const most = Math.max(
    0,
    (now - first) / MS_PER_HOUR + BEFORE_FIRST_MINUTES / 60 - Number(view.span),
  )
  return { ...view, backHours: Math.min(most, Math.max(0, view.backHours - hours)) }
}
