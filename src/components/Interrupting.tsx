import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { mayUse } from '../chart/policy.ts'
import { useChart, useNow, useSession, useStoreState, useZone } from '../store/useChart.ts'
import type { Board } from '../store/wire.ts'
import { actFor } from './actFor.ts'
import { hasWrongBag } from './bagWords.ts'
import { dueTitle, dueWhen } from './dueWords.ts'
import { Banner } from './ui/Banner.tsx'

interface InterruptingProps {
  readonly chartId: string
  /** The act whose page it stands above: its own business does not interrupt it. */
  readonly act: string
}

/**
 * One band above an act's page for something of high priority on this chart that waits for the person signed in: what
 * is overdue, a suspension, a platelet alert, pump and chart differing. What waits for others stands on the due list.
 */
export function Interrupting({ chartId, act }: InterruptingProps) {
  const record = useChart(chartId)
  return record.status === 'ready' ? <Band chart={record.chart} act={act} /> : null
}

function Band({ chart, act }: { chart: Chart; act: string }) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  // What alarms on this tablet is read out with its bed by the alarm (TIME-8).
  const alarms = useStoreState(({ board }) => alarmsOf(board, chart.chartId))
  const items = dueItems(chart, now)
  // A stop that is advised, or a wrong bag, has a band of its own, and one band is enough.
  if (items.some(({ stopAdvised }) => stopAdvised) || hasWrongBag(chart)) return null
  const item = items.find((each) => {
    // The platelet alert has a band of its own as well.
    if (each.about === 'platelet-alert') return false
    const { slug, command } = actFor(each)
    return (
      each.priority === 'high' && slug.split('?')[0] !== act && mayUse(command, user, now) === null
    )
  })
  if (!item || act === 'due') return null
  return (
    <Banner
      role="status"
      isSilent={alarms.some(({ kind, about }) => kind === item.kind && about === item.about)}
      tone={item.status === 'overdue' ? 'stop' : 'soon'}
      icon={item.status === 'overdue' ? 'overdue' : 'soon'}
      title={dueTitle(item)}
      ticking={`: ${dueWhen(item, now, zone)}`}
    />
  )
}

type Alarms = NonNullable<Board['charts'][number]['alarms']>
const NONE: Alarms = []

function alarmsOf(board: Board | null, chartId: string): Alarms {
  return board?.charts.find((row) => row.chartId === chartId)?.alarms ?? NONE
}
