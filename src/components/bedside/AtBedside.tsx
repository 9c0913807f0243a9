import { type ReactNode, useState } from 'react'
import { createHalfDoneSteps } from '../../store/halfDone.ts'
import { useChart, useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import { BedsideContext } from './BedsideContext.ts'

/** Brings a chart, the server's time and the signed-in person to the acts inside; empty until the chart is there. */
export function AtBedside({ chartId, children }: { chartId: string; children: ReactNode }) {
  const record = useChart(chartId)
  const store = useChartStore()
  const { user, wards } = useSession()
  const now = useNow()
  const zone = useZone()
  const [steps] = useState(createHalfDoneSteps)
  if (record.status !== 'ready') return null
  const { chart, entries } = record
  const serverNow = () => store.clock.now()
  return (
    <BedsideContext value={{ chart, entries, now, zone, user, wards, store, serverNow, steps }}>
      {children}
    </BedsideContext>
  )
}
