import { type ConcernKind, concernKinds } from '../../chart/concernsOf.ts'
import type { WardDueChart } from '../../store/wardDue.ts'

/** The ward's charts, what needs a pharmacist first: by the gravest concern, then the longest without a review, then bed. */
export function pharmacyOrder(charts: readonly WardDueChart[]): WardDueChart[] {
  return [...charts].sort(
    (a, b) => gravest(a) - gravest(b) || reviewedAt(a) - reviewedAt(b) || byBed(a, b),
  )
}

function gravest({ concerns }: WardDueChart): number {
  const [first] = concerns
  return first ? concernKinds.indexOf(first.kind) : concernKinds.length
}

function reviewedAt({ lastPharmacistReview }: WardDueChart): number {
  return lastPharmacistReview?.at ?? 0
}

function byBed(a: WardDueChart, b: WardDueChart): number {
  return a.bed.localeCompare(b.bed, 'en', { numeric: true })
}

/** The concerns that some chart of the ward has, in their order. */
export function concernsOnWard(charts: readonly WardDueChart[]): ConcernKind[] {
  const found = new Set(charts.flatMap(({ concerns }) => concerns.map(({ kind }) => kind)))
  return concernKinds.filter((kind) => found.has(kind))
}
