import type { Concern } from '../chart/concernsOf.ts'
import type { Instant, TimeZone } from '../time.ts'
import { relativeText } from '../wording.ts'
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
            {relativeText(concern.at, now, zone)}, {concern.rules.join(', ')}
            {LOCAL_CONCERNS.has(concern.kind) && ', local decision'}
          </span>
        </li>
      ))}
    </ul>
  )
}
