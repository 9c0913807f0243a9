import { startingDose } from '../nomogram/startingDose.ts'
import type { Chart } from './chart.ts'
import { protocolOf } from './results.ts'

/**
 * True when a measured weight, recorded after the prescription, gives another bolus or pump rate than the weight that
 * was prescribed for (INIT-6). Never after a cease: recommencing states its own rate (RECOM-1).
 */
export function changesDose(chart: Chart): boolean {
  const { weight, prescription, infusion, entries } = chart
  const protocol = protocolOf(chart)
  if (!weight || !prescription || !protocol || infusion.status === 'ceased') return false
  if (weight.method !== 'measured' || weight.seq < prescription.seq) return false
  const before = entries.find(({ seq }) => seq === prescription.entry.weightSeq)
  if (before?.kind !== 'weightRecorded') return false
  const figures = (kg: number) => {
    const dose = startingDose(protocol, kg)
    return dose.kind === 'dose' ? [dose.bolusUnits, dose.pumpRateMlPerHour] : [dose.because.code]
  }
  return String(figures(before.kg)) !== String(figures(weight.kg))
}
