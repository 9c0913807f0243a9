import { Link } from 'wouter'
import { useNow, useZone } from '../store/useChart.ts'
import type { BoardRow as Row } from '../store/wire.ts'
import classes from './BoardRow.module.css'
import { type BoardRowWords, boardRowWords, type RunningWords } from './boardWords.ts'
import { Icon } from './ui/Icon.tsx'
import type { RowPlace } from './ui/useHeldOrder.ts'

/** One chart on the ward board: what is next, whose, and what runs; the whole row opens the chart. */
export function BoardRow({ row, place }: { row: Row; place: RowPlace }) {
  const now = useNow()
  const zone = useZone()
  const words = boardRowWords(row, now, zone)
  return (
    <li className={classes.item} {...place}>
      <Link href={`/charts/${row.chartId}`} className={classes.row}>
        <Next next={words.next} />
        <span className={classes.bed}>
          <span className={classes.label}>Bed</span> {words.bed}
        </span>
        <span className={classes.patient}>
          <span className={classes.name}>{words.patient}</span>
          <span className={classes.quiet}>
            {words.protocol}
            {words.run !== null && (
              <span className={classes.good}>
                <Icon name="check" size={16} /> {words.run}
              </span>
            )}
            {words.notes.map((note) => (
              <span key={note}>{note}</span>
            ))}
          </span>
        </span>
        <Running running={words.running} />
      </Link>
    </li>
  )
}

function Next({ next: { urgency, title, when } }: { next: BoardRowWords['next'] }) {
  if (urgency === null) {
    return (
      <span className={`${classes.next} ${classes.later}`}>
        <Icon name="waiting" />
        <span className={classes.what}>{title}</span>
      </span>
    )
  }
  const { tone, icon, word } = urgency
  return (
    <span className={`${classes.next} ${tone === 'quiet' ? classes.later : classes[tone]}`}>
      <Icon name={icon} />
      <span>
        <span className="visuallyHidden">{word}: </span>
        <span className={classes.what}>{title}</span>
        <span className={classes.when}>{when}</span>
      </span>
    </span>
  )
}

function Running({ running: { rate, off, since, isSuspended } }: { running: RunningWords }) {
  return (
    <span className={classes.running}>
      {rate !== null ? (
        <span className={classes.rate}>
          {rate}
          <span className={classes.unit}>&nbsp;mL/hr</span>
        </span>
      ) : (
        <span className={classes.off}>
          {off}
          {since !== null && <span className={classes.quiet}>{since}</span>}
        </span>
      )}
      {isSuspended && <span className={classes.suspended}>Suspended</span>}
    </span>
  )
}
