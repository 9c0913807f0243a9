import { type StartingDose, startingDose } from '../nomogram/startingDose.ts'
import type { Chart } from './chart.ts'
import { protocolOf } from './results.ts'

interface WeightAndDose {
  readonly kg: number
  readonly method: 'measured' | 'estimated'
  readonly dose: StartingDose
}

/** Both weights with the starting dose of each (INIT-6). */
export interface WeightReview {
  readonly prescribedFor: WeightAndDose
  readonly measured: WeightAndDose
}

/**
 * Both doses, where a weight measured after the prescription gives another bolus or pump rate than the weight that was
 * prescribed for, or an earlier one does and that weight is struck out (CHART-1); else null (INIT-6). Never after a
 * cease: recommencing states its own rate (RECOM-1).
 */
export function weightReview({
  weight,
  prescription,
  infusion,
  entries,
  struck,
}: Pick<
  Chart,
  'weight' | 'prescription' | 'infusion' | 'entries' | 'struck'
>): WeightReview | null {
  const protocol = protocolOf({ prescription })
  if (!weight || !prescription || !protocol || infusion.status === 'ceased') return null
  if (weight.method !== 'measured') return null
  const before = entries.find(({ seq }) => seq === prescription.entry.weightSeq)
  if (before?.kind !== 'weightRecorded') return null
  if (weight.seq < prescription.seq && !struck.has(before.seq)) return null
  const withDose = ({ kg, method }: Pick<WeightAndDose, 'kg' | 'method'>) => ({
    kg,
    method,
    dose: startingDose(protocol, kg),
  })
  const review = { prescribedFor: withDose(before), measured: withDose(weight) }
  return isSame(review.prescribedFor.dose, review.measured.dose) ? null : review
}

function isSame(one: StartingDose, other: StartingDose): boolean {
  if (one.kind === 'dose' && other.kind === 'dose') {
    return one.bolusUnits === other.bolusUnits && one.pumpRateMlPerHour === other.pumpRateMlPerHour
  }
  return (
    one.kind === 'no-published-dose' &&
    other.kind === 'no-published-dose' &&
    one.because.code === other.because.code
  )
}
