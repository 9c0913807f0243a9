import { useEffect } from 'react'
import type { Chart } from '../chart/chart.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import { dateText, dayAndClockText, patientName } from '../wording.ts'

/**
 * What stands in the margin of every printed page: whose page it is, when it was printed and by whom. A margin takes
 * its text from CSS alone, so the words are handed over as properties of the page (CHART-2).
 */
export function PrintedFoot({ chart: { patient, seq } }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { user, facility } = useSession()
  const { mrn, dateOfBirth } = patient
  usePrinted(
    '--printed-patient',
    `${patientName(patient)}, born ${dateText(dateOfBirth)}, MRN ${mrn}`,
  )
  usePrinted(
    '--printed-by',
    `${facility.name}. Printed ${dayAndClockText(now, zone)} by ${user.name}, ${user.role}; ${seq} entries on the record`,
  )
  return null
}

function usePrinted(property: string, text: string): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty(property, cssString(text))
    return () => void style.removeProperty(property)
  }, [property, text])
}

/** Quoted for CSS: a quote or a backslash in a name ends nothing. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
