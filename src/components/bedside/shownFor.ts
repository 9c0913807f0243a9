import type { Chart } from '../../chart/chart.ts'
import type { Shown } from '../../chart/fields.ts'
import { isoOf } from '../../time.ts'
import { patientName } from '../../wording.ts'

/**
 * What the signer saw, bound by the signature (SIGN-8): patient, protocol, running rate, and the result that the
 * act or its order carries.
 * @throws Error before a protocol is prescribed: no act of two signatures stands without one
 */
export function shownFor(chart: Chart, resultSeq: number | null): Shown {
  if (chart.prescription === null) throw new Error('there is no prescription to sign on')
  const { protocol, protocolVersion } = chart.prescription.entry
  const result = resultSeq === null ? undefined : chart.results.find(({ seq }) => seq === resultSeq)
  return {
    name: patientName(chart.patient),
    dateOfBirth: chart.patient.dateOfBirth,
    mrn: chart.patient.mrn,
    protocol,
    protocolVersion,
    resultText: result?.text ?? null,
    collectedAt: result ? isoOf(result.collectedAt) : null,
    oldRateMlPerHour: chart.infusion.rateMlPerHour,
  }
}

/** The result that an act carries, by itself or through the order it names. */
export function resultSeqOf(
  chart: Chart,
  act: { resultSeq?: number | undefined; orderSeq?: number | null | undefined },
): number | null {
  if (act.resultSeq !== undefined) return act.resultSeq
  const order = chart.rateOrders.find(({ seq }) => seq === act.orderSeq)
  if (order) return order.entry.resultSeq
  return chart.bolusOrders.find(({ seq }) => seq === act.orderSeq)?.resultSeq ?? null
}
