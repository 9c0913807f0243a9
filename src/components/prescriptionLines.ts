import type { Chart } from '../chart/chart.ts'
import type { EntryOf } from '../chart/entries.ts'
import { protocolOf } from '../chart/results.ts'
import { type Instant, instantOf, type TimeZone } from '../time.ts'
import { whenText } from '../wording.ts'
import { restrictionsText } from './infusionWords.ts'
import { contraindicationsText, precautionsText, riskText } from './precautionWords.ts'
import { adviceText, medicineLines, secondIndicationText, untilText } from './prescribingWords.ts'

/** One line of what was prescribed and what it was weighed against. */
export interface PrescriptionLine {
  readonly label: string
  readonly values: readonly string[]
}

interface Inputs {
  readonly chart: Chart
  readonly now: Instant
  readonly zone: TimeZone
}

const MISSING = 'Not recorded'

/** The prescription in force in words, for everybody on the chart, at the handover and on paper (CHART-3, CHART-4, CHART-6). */
export function prescriptionLines({ chart, now, zone }: Inputs): PrescriptionLine[] {
  const { prescription } = chart
  if (!prescription) return []
  const { entry, at } = prescription
  const { by, indication, protocolVersion, reason } = entry
  return [
    line('Prescribed', `${whenText(at, now, zone)} by ${by.name} (${by.role})`),
    line('Indication', indication),
    line('Second indication', secondText(chart)),
    line('Protocol', `${protocolOf(chart)?.label ?? MISSING}, version ${protocolVersion}`),
    ...overridden(entry),
    line('Precautions', entry.precautions ? precautionsText(entry.precautions) : MISSING),
    line('Risk assessment', entry.riskAssessment ? riskText(entry.riskAssessment) : MISSING),
    line('Bolus restrictions', barsText(chart)),
    {
      label: 'Medicines',
      values: chart.medicines ? medicineLines(chart.medicines, zone) : [MISSING],
    },
    ...given('Advice from', adviceText(entry.adviceFrom, now, zone)),
    ...given('Reason', reason ?? ''),
    ...thrombolysis(entry, now, zone),
    ...deviation(entry, now, zone),
  ]
}

function line(label: string, value: string): PrescriptionLine {
  return { label, values: [value] }
}

/** A line that is only there where there is something to say. */
function given(label: string, value: string): PrescriptionLine[] {
  return value === '' ? [] : [line(label, value)]
}

function secondText({ secondIndication, prescription }: Chart): string {
  if (secondIndication) return secondIndicationText(secondIndication)
  return prescription?.entry.secondIndication === null ? 'None' : MISSING
}

function barsText({ restrictions }: Chart): string {
  return restrictions.length > 0 ? `NO BOLUS: ${restrictionsText(restrictions)}` : 'None'
}

type Prescribed = EntryOf<'infusionPrescribed'>

function overridden({ contraindications }: Prescribed): PrescriptionLine[] {
  if (contraindications.length === 0) return [line('Contraindications', 'None')]
  return [line('Contraindications overridden', contraindicationsText(contraindications))]
}

function thrombolysis({ thrombolysis: lysis }: Prescribed, now: Instant, zone: TimeZone) {
  return lysis
    ? [line('Thrombolysis', `${lysis.agent}, ${whenText(instantOf(lysis.at), now, zone)}`)]
    : []
}

function deviation(entry: Prescribed, now: Instant, zone: TimeZone): PrescriptionLine[] {
  if (!entry.deviation) return []
  const { reason, instructions, amo } = entry.deviation
  const who = amo === undefined ? '' : ` For ${amo} (AMO).`
  const until = untilText(entry.deviation, now, zone)
  return [line('Deviation', `${reason}. Instructions: ${instructions}. Holds: ${until}.${who}`)]
}
