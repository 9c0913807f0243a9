import { lazy, Suspense } from 'react'
import type { Chart } from '../chart/chart.ts'
import { Disclosure } from './ui/Disclosure.tsx'

const Facts = lazy(() =>
  import('./PrescriptionFacts.tsx').then((module) => ({ default: module.PrescriptionFacts })),
)

/** What is prescribed, and what it was weighed against, one tap away for everybody (CHART-3, CHART-4, CHART-6). */
export function PrescriptionSummary({ chart }: { chart: Chart }) {
  if (chart.prescription === null) return null
  return (
    <Disclosure
      summary="Prescription"
      onceOpen={() => (
        <Suspense fallback={<p>Loading…</p>}>
          <Facts chart={chart} />
        </Suspense>
      )}
    />
  )
}
