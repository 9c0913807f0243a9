import { Link } from 'wouter'
import { dueItems } from '../../chart/due.ts'
import { useChart, useNow, useSession, useZone } from '../../store/useChart.ts'
import { actKindOf } from '../anchorWords.ts'
import type { ChartShown } from '../ChartShown.ts'
import { HeldLists } from '../ui/HeldLists.tsx'
import classes from '../ui/PageFrame.module.css'
import { DueGroups } from './DueGroups.tsx'
import { dueLine } from './dueLine.ts'

/** Everything that is due on one chart: owner, times, rule, what it counts from, and the way to do it (TIME). */
export function ChartDuePage({ chartId }: { chartId: string }) {
  const record = useChart(chartId)
  return record.status === 'ready' ? <ChartDue {...record} /> : null
}

function ChartDue({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const beside = dueItems(chart, now)
  const items = beside.map((item) => ({
    chartId: chart.chartId,
    line: dueLine(item, actKindOf(entries, item.anchor.seq), { beside, now, zone, user }),
    explains: true,
  }))
  return (
    <main className={classes.page}>
      <Link href={`/charts/${chart.chartId}`} className={classes.back ?? ''}>
        ‹ Back to the chart
      </Link>
      <h1 className={classes.chartTitle}>All that is due</h1>
      <HeldLists>
        <DueGroups items={items} />
      </HeldLists>
    </main>
  )
}
