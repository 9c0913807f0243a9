import type { Concern } from '../chart/concernsOf.ts'
import { type Instant, minutesBetween, type TimeZone } from '../time.ts'
import { durationText, relativeText, whenText } from '../wording.ts'
import classes from './ConcernList.module.css'
import { concernText, LOCAL_CONCERNS } from './concernWords.ts'

interface ConcernListProps {
  readonly concerns: readonly Concern[]
  readonly now: Instant
  readonly zone: TimeZone
}

/** What on one chart wants a pharmacist's eye, each with when it began and its rule (SIGN-6). */
export function ConcernList({ concerns, now, zone }: ConcernListProps) {
  if (concerns.length === 0) return <p className={classes.none}>Nothing stands out.</p>
  return (
    <ul className={classes.list} aria-label="Concerns">
      {concerns.map((concern) => (
        <li key={concern.kind}>
          <strong>{concernText(concern)}</strong>{' '}
          <span className={classes.quiet}>
            {beganText(concern, now, zone)}, {concern.rules.join(', ')}
            {LOCAL_CONCERNS.has(concern.kind) && ', local decision'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A medicine's time is that of the record: beside an agent it must not read as its last dose. */
function beganText({ kind, at }: Concern, now: Instant, zone: TimeZone): string {
  if (kind === 'medicines') return `as recorded ${relativeText(at, now, zone)}`
  return `since ${whenText(at, now, zone)} (${durationText(minutesBetween(at, now))} ago)`
}
