import type { DuePriority } from '../../chart/dueItem.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useHeldOrder } from '../ui/useHeldOrder.ts'
import classes from './DueGroups.module.css'
import { type DueOnChart, DueRow } from './DueRow.tsx'

const GROUPS: readonly { readonly priority: DuePriority; readonly title: string }[] = [
  { priority: 'high', title: 'Now' },
  { priority: 'medium', title: 'Due' },
  { priority: 'low', title: 'Later' },
]

interface DueGroupsProps {
  readonly items: readonly DueOnChart[]
  /** Later items stay folded away. */
  readonly foldsLater?: boolean
}

/** What is due in its three priorities; a priority without anything is not shown. */
export function DueGroups({ items, foldsLater = false }: DueGroupsProps) {
  const rows = useHeldOrder(items, { keyOf, groupOf: ({ line }) => line.priority })
  if (rows.length === 0) {
    return (
      <p className={classes.empty}>
        Nothing is due. What falls due comes up here by itself; what is done all the same is
        recorded from the chart.
      </p>
    )
  }
  return GROUPS.map(({ priority, title }) => {
    const inGroup = rows.filter(({ placed }) => placed.line.priority === priority)
    if (inGroup.length === 0) return null
    const heading = `${title} (${inGroup.filter(({ isGone }) => !isGone).length})`
    return (
      <section key={priority} className={classes.group} aria-label={title}>
        {priority === 'low' && foldsLater ? (
          <Disclosure summary={heading} onceOpen={() => <Rows rows={inGroup} />} />
        ) : (
          <>
            <h2 className={classes.title}>{heading}</h2>
            <Rows rows={inGroup} />
          </>
        )}
      </section>
    )
  })
}

function keyOf({ chartId, line }: DueOnChart): string {
  return `${chartId} ${line.key}`
}

function Rows({ rows }: { rows: ReturnType<typeof useHeldOrder<DueOnChart>> }) {
  return (
    <ul className={classes.rows}>
      {rows.map(({ key, row, place }) => (
        <DueRow key={key} item={row} place={place} />
      ))}
    </ul>
  )
}
