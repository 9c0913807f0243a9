import { type ReactNode, useEffect } from 'react'
import type { Chart } from '../chart/chart.ts'
import { useChart, useChartStore, useSession } from '../store/useChart.ts'
import { EmergencyBand } from './access/EmergencyBand.tsx'
import { WristbandWatch } from './bedside/WristbandWatch.tsx'
import { LinkButton } from './LinkButton.tsx'
import { PatientBanner } from './PatientBanner.tsx'
import { PlateletAlertBand } from './PlateletAlertBand.tsx'
import { BigButton } from './ui/BigButton.tsx'
import { Notice } from './ui/Notice.tsx'

/** Every page of a chart stands in this: the patient banner with STOP above it, or why the chart cannot be shown. */
export function ChartFrame({ chartId, children }: { chartId: string; children: ReactNode }) {
  const record = useChart(chartId)
  if (record.status !== 'ready') return <NotShown chartId={chartId} status={record.status} />
  return (
    <>
      <FollowItsWard chart={record.chart} />
      <PatientBanner chart={record.chart} />
      <EmergencyBand chartId={chartId} wardId={record.chart.wardId} />
      <WristbandWatch key={chartId} chart={record.chart}>
        <PlateletAlertBand chart={record.chart} />
        {children}
      </WristbandWatch>
    </>
  )
}

interface NotShownProps {
  chartId: string
  status: 'loading' | 'refused' | 'unreachable'
}

function NotShown({ chartId, status }: NotShownProps) {
  const store = useChartStore()
  if (status === 'loading') return <Notice title="Opening the chart..." />
  if (status === 'refused') {
    return (
      <Notice
        title="There is no such chart on your wards"
        detail="It may belong to another ward, or the address is wrong."
        act={
          <>
            <LinkButton href="/">Back to the ward board</LinkButton>
            <StopAnyPatient />
          </>
        }
      />
    )
  }
  return (
    <Notice
      title="The chart could not be read"
      detail="The server did not answer. What the chart says is not known here: look at the pump and the paper chart."
      act={
        <>
          <BigButton onClick={() => void store.loadChart(chartId)}>Try again</BigButton>
          <StopAnyPatient />
        </>
      }
    />
  )
}

/** STOP needs no chart that can be read (SIGN-5). */
function StopAnyPatient() {
  return (
    <LinkButton href="/stop" look="stop" icon="stop">
      STOP
    </LinkButton>
  )
}

/** A chart of another of the user's wards brings that ward's stream with it. */
function FollowItsWard({ chart }: { chart: Chart }) {
  const store = useChartStore()
  const { wards } = useSession()
  const isMine = wards.some((ward) => ward.wardId === chart.wardId)
  useEffect(() => {
    if (isMine) store.chooseWard(chart.wardId)
  }, [store, isMine, chart.wardId])
  return null
}
