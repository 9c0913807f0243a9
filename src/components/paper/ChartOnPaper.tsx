import { dateText, patientName } from '../../wording.ts'
import type { ChartShown } from '../ChartShown.ts'
import { usePaperFont } from '../usePaperFont.ts'
import { AsOf } from './AsOf.tsx'
import { OnPaper } from './OnPaper.tsx'
import { PaperChart } from './PaperChart.tsx'
import { usePaperMargin } from './usePaperMargin.ts'
import { usePrinting } from './usePrinting.ts'
import { useUpToDateAt } from './useUpToDateAt.ts'

/** The chart as it is printed from its page: made when the browser prints, as of what the server last told. */
export function ChartOnPaper({ chart, entries }: ChartShown) {
  const isPrinting = usePrinting()
  const at = useUpToDateAt()
  usePaperFont()
  const { patient, seq } = chart
  usePaperMargin({
    patient: `${patientName(patient)}, born ${dateText(patient.dateOfBirth)}, MRN ${patient.mrn}`,
    about: `${seq} entries on the record`,
  })
  if (!isPrinting) return null
  return (
    <OnPaper>
      <AsOf at={at}>
        <PaperChart chart={chart} entries={entries} />
      </AsOf>
    </OnPaper>
  )
}
