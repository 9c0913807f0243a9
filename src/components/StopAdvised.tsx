import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { useNow } from '../store/useChart.ts'
import { Banner } from './ui/Banner.tsx'

/** The band for a result in the stop band: it interrupts whatever the chart shows, until the infusion is off. */
export function StopAdvised({ chart }: { chart: Chart }) {
  const now = useNow()
  const advised = dueItems(chart, now).find(({ stopAdvised }) => stopAdvised)
  if (!advised) return null
  if (advised.kind === 'titration') {
    return (
      <Banner tone="stop" icon="stop" title="STOP is advised: the last APTT is in the stop band">
        Stop the infusion, then call the MO. STOP is at the top right.
      </Banner>
    )
  }
  return (
    <Banner tone="stop" icon="stop" title="An APTT in the stop band cannot be acted on by itself">
      Call the MO now and collect another APTT. STOP is at the top right, on one signature.
    </Banner>
  )
}
