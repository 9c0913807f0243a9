import type { Chart } from '../../chart/chart.ts'
import type { Entry, EntryOf } from '../../chart/entries.ts'
import { type Instant, instantOf, type TimeZone } from '../../time.ts'
import { kgText, whenText } from '../../wording.ts'
import { contraindicationsText, precautionsText, riskText } from '../precautionWords.ts'
import { adviceText, medicineLines, secondIndicationText } from '../prescribingWords.ts'

interface MoreInputs {
  readonly entry: Entry
  readonly chart: Chart
  readonly now: Instant
  readonly zone: TimeZone
}

/** What paper says of an entry beyond its line on the screen: there is nothing behind paper to open. */
export function moreText(inputs: MoreInputs): string {
  const { entry } = inputs
  return [
    entry.kind === 'infusionPrescribed' && prescriptionText(entry, inputs),
    entry.kind === 'infusionStopped' && entry.reason === 'nomogram' && entry.text,
    ...namesText(inputs),
  ]
    .filter(Boolean)
    .join('. ')
}

/** Who was asked and who was told, with the time. */
function namesText({ entry, now, zone }: MoreInputs): string[] {
  const advice = 'adviceFrom' in entry ? entry.adviceFrom : []
  const told = 'moTold' in entry && entry.kind !== 'moToldNamed' ? entry.moTold : undefined
  return [
    ...(advice.length > 0 ? [`Advice: ${adviceText(advice, now, zone)}`] : []),
    ...(told ? [`MO told: ${told.name}, ${whenText(instantOf(told.at), now, zone)}`] : []),
  ]
}

/** What the paper form holds beside the figures: indication, weight, what was weighed, and the reason. */
function prescriptionText(
  entry: EntryOf<'infusionPrescribed'>,
  { chart, now, zone }: MoreInputs,
): string {
  const { indication, weightSeq, reason, thrombolysis } = entry
  const weight = chart.entries.find(({ seq }) => seq === weightSeq)
  return [
    `Indication: ${indication}`,
    weight?.kind === 'weightRecorded' && `Weight: ${kgText(weight.kg)}, ${weight.method}`,
    thrombolysis &&
      `Thrombolysis: ${thrombolysis.agent}, ${whenText(instantOf(thrombolysis.at), now, zone)}`,
    ...weighedTexts(entry, zone),
    reason && `Reason: ${reason}`,
  ]
    .filter(Boolean)
    .join('. ')
}

/** CHART-3, CHART-4, CHART-6: what was weighed before it was prescribed. */
function weighedTexts(
  {
    contraindications,
    precautions,
    riskAssessment,
    medicines,
    secondIndication,
  }: EntryOf<'infusionPrescribed'>,
  zone: TimeZone,
): (string | null | undefined | false)[] {
  return [
    secondIndication && `Second indication: ${secondIndicationText(secondIndication)}`,
    contraindications.length > 0 && `CONTRAINDICATED: ${contraindicationsText(contraindications)}`,
    precautions && `Precautions: ${precautionsText(precautions)}`,
    riskAssessment && riskText(riskAssessment),
    medicines && `Other medicines: ${medicineLines(medicines, zone).join('; ')}`,
  ]
}
