/** A pharmacist's round over the charts of a ward: which are done, and where one stands. */
import type { Round } from '../../store/keptRound.ts'
import type { WardDueChart } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { dayText } from '../../wording.ts'

/**
 * Reviewed by a pharmacist on this day of the facility, and nothing new wants a pharmacist's eye since (SIGN-6). Local
 * decision.
 */
export function isReviewed(chart: WardDueChart, now: Instant, zone: TimeZone): boolean {
  const { lastPharmacistReview: review, concerns } = chart
  if (review === null || dayText(review.at, zone) !== dayText(now, zone)) return false
  return concerns.every(({ at }) => at <= review.at)
}

/** Where one stands in a round. */
export interface Standing {
  /** From 1. */
  readonly number: number
  readonly of: number
  readonly left: number
  readonly isDone: boolean
  readonly previous: WardDueChart | null
  /** The next one that is not reviewed, from the beginning again after the last; null when all are. */
  readonly next: WardDueChart | null
}

/** The standing of a chart in a round; null where it is not of it. Charts closed or moved since are left out. */
export function standingIn(
  { chartIds }: Round,
  charts: readonly WardDueChart[],
  chartId: string,
  done: (chart: WardDueChart) => boolean,
): Standing | null {
  const round = chartIds.flatMap((id) => charts.find((each) => each.chartId === id) ?? [])
  const place = round.findIndex((each) => each.chartId === chartId)
  const here = round[place]
  if (!here) return null
  const open = (each: WardDueChart) => each !== here && !done(each)
  return {
    number: place + 1,
    of: round.length,
    left: round.filter((each) => !done(each)).length,
    isDone: done(here),
    previous: round[place - 1] ?? null,
    next: [...round.slice(place + 1), ...round.slice(0, place)].find(open) ?? null,
  }
}
