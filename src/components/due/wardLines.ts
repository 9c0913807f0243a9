import { dueRank, standsBehind } from '../../chart/due.ts'
import type { DuePriority } from '../../chart/dueItem.ts'
import type { Person } from '../../chart/people.ts'
import type { WardDue, WardDueItem } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { patientName } from '../../wording.ts'
import type { DueOnChart } from './DueRow.tsx'
import { dueLine } from './dueLine.ts'

interface Asked {
  readonly isWanted: (item: WardDueItem) => boolean
  readonly now: Instant
  readonly zone: TimeZone
  readonly user: Person
}

const ORDER: readonly DuePriority[] = ['high', 'medium', 'low']

/** What is due on a ward in one list: a stop first, then by priority, in it by the board's order, then what fell due first. */
export function wardLines(
  { charts }: Pick<WardDue, 'charts'>,
  { isWanted, ...at }: Asked,
): DueOnChart[] {
  const items = charts.flatMap((chart) => chart.due.map((item) => ({ chart, item })))
  return items
    .filter(({ item }) => isWanted(item))
    .sort(
      ({ item: a }, { item: b }) =>
        Number(b.stopAdvised) - Number(a.stopAdvised) ||
        ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority) ||
        dueRank(a) - dueRank(b) ||
        standsBehind(a) - standsBehind(b) ||
        a.dueAt - b.dueAt,
    )
    .map(({ chart, item }) => ({
      chartId: chart.chartId,
      patient: { name: patientName(chart.patient), bed: chart.bed },
      line: dueLine(item, item.from ?? undefined, { beside: chart.due, ...at }),
    }))
}
