import type { Chart } from '../chart/chart.ts'
import type { HandoverInputs, HandoverLine } from './handoverLines.ts'
import { contraindicationsText, precautionsText } from './precautionWords.ts'
import { medicineLines, secondIndicationText } from './prescribingWords.ts'

/** CHART-3: a second indication, with who chose the protocol for both. */
export function secondLines({ secondIndication }: Chart): HandoverLine[] {
  return secondIndication
    ? [{ label: 'Second indication', value: secondIndicationText(secondIndication) }]
    : []
}

/** CHART-4, CHART-6: what the prescription was weighed against, where it says so. */
export function weighedLines({ chart, zone }: HandoverInputs): HandoverLine[] {
  const { contraindications = [], precautions } = chart.prescription?.entry ?? {}
  return [
    ...(contraindications.length > 0
      ? [{ label: 'CONTRAINDICATED', value: contraindicationsText(contraindications), alert: true }]
      : []),
    ...(precautions ? [{ label: 'Precautions', value: precautionsText(precautions) }] : []),
    ...(chart.medicines
      ? [{ label: 'Other medicines', value: medicineLines(chart.medicines, zone).join('; ') }]
      : []),
  ]
}
