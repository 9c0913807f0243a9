import type { DuePriority } from '../../chart/dueItem.ts'
import type { Person } from '../../chart/people.ts'
import type { WardDue } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { patientName } from '../../wording.ts'
import { isOwnedBy, type OwnerGroup } from '../ownerWords.ts'
import type { DueOnChart } from './DueRow.tsx'
import { dueLine } from './dueLine.ts'

interface Asked {
  /** Null: everybody's. */
  readonly group: OwnerGroup | null
  readonly now: Instant
  readonly zone: TimeZone
  readonly user: Person
}

const ORDER: readonly DuePriority[] = ['high', 'medium', 'low']

/** All that is due on a ward in one list: a stop first, then by priority, then what fell due first. */
export function wardLines(
  { charts }: Pick<WardDue, 'charts'>,
  { group, ...at }: Asked,
): DueOnChart[] {
  const items = charts.flatMap((chart) => chart.due.map((item) => ({ chart, item })))
  return items
    .filter(({ item }) => group === null || isOwnedBy(item, group))
    .sort(
      ({ item: a }, { item: b }) =>
        Number(b.stopAdvised) - Number(a.stopAdvised) ||
        ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority) ||
        a.dueAt - b.dueAt,
    )
    .map(({ chart, item }) => ({
      chartId: chart.chartId,
      patient: { name: patientName(chart.patient), bed: chart.bed },
      line: dueLine(item, item.from ?? undefined, at),
    }))
}
