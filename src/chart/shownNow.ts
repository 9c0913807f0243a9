/** What a signature binds (SIGN-8): the values that the signer saw, compared with what they are now. */
import { instantOf, isoOf } from '../time.ts'
import { patientName } from '../wording.ts'
import type { Chart, Result } from './chart.ts'
import type { Shown } from './fields.ts'

/** What a signature on an act that answers this result (or none) must show. Null before a protocol is prescribed. */
export function shownNow(
  chart: Chart,
  resultSeq: number | null,
  rateMlPerHour = chart.infusion.rateMlPerHour,
): Shown | null {
  const { prescription, patient } = chart
  if (!prescription) return null
  const result: Result | null = chart.results.find(({ seq }) => seq === resultSeq) ?? null
  return {
    name: patientName(patient),
    dateOfBirth: patient.dateOfBirth,
    mrn: patient.mrn,
    protocol: prescription.entry.protocol,
    protocolVersion: prescription.entry.protocolVersion,
    resultText: result?.text ?? null,
    collectedAt: result ? isoOf(result.collectedAt) : null,
    oldRateMlPerHour: rateMlPerHour,
  }
}

/**
 * What a signature showed that is otherwise by now: everything, or without a protocol in force whom and which rate it
 * showed (SIGN-8, H15).
 */
export function shownOtherwise(
  chart: Chart,
  shown: Shown,
  resultSeq: number | null,
  rateMlPerHour = chart.infusion.rateMlPerHour,
): (keyof Shown)[] {
  const now = shownNow(chart, resultSeq, rateMlPerHour)
  if (now) return shownDiffers(shown, now)
  const { patient } = chart
  return shownDiffers(shown, {
    ...shown,
    name: patientName(patient),
    dateOfBirth: patient.dateOfBirth,
    mrn: patient.mrn,
    oldRateMlPerHour: rateMlPerHour,
  })
}

/** The names of the values that are no longer as they were shown. */
export function shownDiffers(shown: Shown, now: Shown): (keyof Shown)[] {
  const names = Object.keys(now) as (keyof Shown)[]
  return names.filter((name) => !isSame(name, shown, now))
}

function isSame(name: keyof Shown, shown: Shown, now: Shown): boolean {
  if (name !== 'collectedAt' || shown.collectedAt === null || now.collectedAt === null) {
    return shown[name] === now[name]
  }
  return instantOf(shown.collectedAt) === instantOf(now.collectedAt)
}
