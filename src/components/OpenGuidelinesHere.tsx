import { lazy, Suspense } from 'react'
import type { Chart } from '../chart/chart.ts'
import { plateletAlert } from '../chart/platelets.ts'

const GuidelineCards = lazy(() =>
  import('./GuidelineCards.tsx').then((module) => ({ default: module.GuidelineCards })),
)

/** The open guidelines, fetched only where something has happened that may have opened one. */
export function OpenGuidelinesHere({ chart }: { chart: Chart }) {
  const { open, suspensions, careEvents, procedures } = chart
  const happened = suspensions.length + careEvents.length + procedures.length > 0
  if (!open || !(happened || plateletAlert(chart) !== null)) return null
  return (
    <Suspense fallback={null}>
      <GuidelineCards chart={chart} />
    </Suspense>
  )
}
