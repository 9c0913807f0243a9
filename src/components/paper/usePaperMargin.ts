import { useContext, useEffect } from 'react'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import { CoveredContext } from '../ui/CoveredContext.ts'

/**
 * What stands in the margin of every printed page: when it was printed and by whom and, where all pages are of one
 * chart, whose they are (CHART-2). A margin takes its text from CSS alone, so the words are handed over as properties
 * of the page.
 */
export function usePaperMargin({ patient = '', about }: { patient?: string; about: string }): void {
  const now = useNow()
  const zone = useZone()
  const { user, facility } = useSession()
  usePrinted('--printed-patient', patient)
  usePrinted(
    '--printed-by',
    `${facility.name}. Printed ${dayAndClockText(now, zone)} by ${user.name}, ${user.role}; ${about}`,
  )
}

function usePrinted(property: string, text: string): void {
  const isCovered = useContext(CoveredContext)
  useEffect(() => {
    // Behind the lock the page itself is out of the document, and so is its margin.
    if (isCovered) return undefined
    const { style } = document.documentElement
    style.setProperty(property, cssString(text))
    return () => void style.removeProperty(property)
  }, [isCovered, property, text])
}

/** Quoted for CSS: a quote or a backslash in a name ends nothing. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
