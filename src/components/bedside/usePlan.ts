import type { Procedure } from '../../chart/care.ts'
import { useBedside } from './BedsideContext.ts'
import { useSeq } from './useSeq.ts'

/** The plan that the page's address names, else the first of those that fit; null: there is none. */
export function usePlan(fits: (plan: Procedure) => boolean): Procedure | null {
  const { procedures } = useBedside().chart
  const seq = useSeq()
  const fitting = procedures
    .filter((plan) => !plan.isCancelled && fits(plan))
    .sort((a, b) => a.bookedAt - b.bookedAt)
  return seq === null ? (fitting[0] ?? null) : (fitting.find((plan) => plan.seq === seq) ?? null)
}
