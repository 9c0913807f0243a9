import { useChart } from '../store/useChart.ts'
import { ApttTable } from './ApttTable.tsx'
import classes from './ChartPage.module.css'
import { DeviationInForce } from './DeviationInForce.tsx'
import { NextStep } from './NextStep.tsx'
import { NowPanel } from './NowPanel.tsx'
import { OpenGuidelinesHere } from './OpenGuidelinesHere.tsx'
import { OtherActs } from './OtherActs.tsx'
import { PrescriptionSummary } from './PrescriptionSummary.tsx'
import { ChartOnPaper } from './paper/ChartOnPaper.tsx'
import { Timeline } from './Timeline.tsx'
import { Trend } from './Trend.tsx'
import { BigButton } from './ui/BigButton.tsx'

/** One chart at a glance: what runs, what is next, and the record. */
export function ChartPage({ chartId }: { chartId: string }) {
  const record = useChart(chartId)
  if (record.status !== 'ready') return null
  const { chart, entries } = record
  return (
    <main className={classes.page}>
      <ChartOnPaper chart={chart} entries={entries} />
      <div className={classes.inForce}>
        <DeviationInForce chart={chart} entries={entries} />
      </div>
      <div className={classes.present}>
        <NowPanel chart={chart} />
        <NextStep chart={chart} entries={entries} />
        <OpenGuidelinesHere chart={chart} />
        <PrescriptionSummary chart={chart} />
        <div className={classes.ways}>
          <OtherActs chart={chart} />
          <BigButton look="quiet" small icon="print" onClick={() => window.print()}>
            Print
          </BigButton>
        </div>
      </div>
      <div className={classes.record}>
        <Trend chart={chart} />
        <ApttTable chart={chart} entries={entries} />
        <Timeline chart={chart} entries={entries} />
      </div>
    </main>
  )
}
