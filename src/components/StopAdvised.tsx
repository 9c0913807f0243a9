import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { useChart, useNow, useZone } from '../store/useChart.ts'
import { hasWrongBag, wrongBagText } from './bagWords.ts'
import { stopTitle } from './suspendedSteps.ts'
import { Banner } from './ui/Banner.tsx'

/**
 * The band above an act's page for a result in the stop band, a suspected major bleed or head injury, or else for a
 * wrong bag: it interrupts whatever is being done, until the infusion is off. The chart page itself says it as its next step, the stop page is where it leads.
 */
export function StopAdvised({ chartId }: { chartId: string }) {
  const record = useChart(chartId)
  return record.status === 'ready' ? <StopBand chart={record.chart} /> : null
}

function StopBand({ chart }: { chart: Chart }) {
  const now = useNow()
  const advised = dueItems(chart, now).find(({ stopAdvised }) => stopAdvised)
  if (!advised) return <WrongBag chart={chart} />
  if (advised.kind === 'titration') {
    return (
      <Banner tone="stop" icon="stop" title="STOP is advised: the last APTT is in the stop band">
        Stop the infusion, then call the MO. STOP is at the top right.
      </Banner>
    )
  }
  if (advised.about === 'suspension') {
    return (
      <Banner tone="stop" icon="stop" title={stopTitle(advised, chart)}>
        The infusion is not stopped yet. STOP is at the top right. (BLEED-0)
      </Banner>
    )
  }
  return (
    <Banner tone="stop" icon="stop" title="An APTT in the stop band cannot be acted on by itself">
      Call the MO now and collect another APTT. STOP is at the top right, on one signature.
    </Banner>
  )
}

/** CHART-9: no figure holds while another bag hangs; it interrupts every act, and holds up no stop. */
function WrongBag({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  if (!hasWrongBag(chart)) return null
  return (
    <Banner tone="stop" icon="stop" title={wrongBagText(chart, now, zone) ?? ''}>
      Call the MO and the pharmacist and hang the right one. STOP is at the top right. (CHART-9)
    </Banner>
  )
}
