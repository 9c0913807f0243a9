import type { Chart } from '../chart/chart.ts'
import { useChart, useNow, useSession, useZone } from '../store/useChart.ts'
import { dayAndClockText } from '../wording.ts'
import { ApttTable } from './ApttTable.tsx'
import classes from './ChartPage.module.css'
import { NextStep } from './NextStep.tsx'
import { NowPanel } from './NowPanel.tsx'
import { OtherActs } from './OtherActs.tsx'
import { Timeline } from './Timeline.tsx'
import { Trend } from './Trend.tsx'

/** One chart at a glance: what runs, what is next, and the record. */
export function ChartPage({ chartId }: { chartId: string }) {
  const record = useChart(chartId)
  if (record.status !== 'ready') return null
  const { chart, entries } = record
  return (
    <main className={classes.page}>
      <Printed chart={chart} />
      <div className={classes.present}>
        <NowPanel chart={chart} />
        <NextStep chart={chart} entries={entries} />
        <OtherActs chart={chart} />
      </div>
      <div className={classes.record}>
        <Trend chart={chart} />
        <ApttTable chart={chart} entries={entries} />
        <Timeline chart={chart} entries={entries} />
      </div>
    </main>
  )
}

/** On paper alone: when it was printed, and how far the record had come. */
function Printed({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { user, facility } = useSession()
  return (
    <p className={classes.printed}>
      {facility.name}. Printed {dayAndClockText(now, zone)} by {user.name}, {user.role}, with{' '}
      {chart.seq} entries on the record.
    </p>
  )
}
