import type { Entry } from '../chart/entries.ts'
import { nameThenRole } from '../chart/people.ts'
import { STATED_TIMES } from '../protocols/ward.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import { instantOf, minutesBetween } from '../time.ts'
import { clockText, whenText } from '../wording.ts'
import { entryName } from './bedside/entryWords.ts'
import { byDay } from './byDay.ts'
import type { ChartShown } from './ChartShown.ts'
import { OUTCOMES } from './outcomeWords.ts'
import classes from './Timeline.module.css'
import { type Outcome, type TimelineLine, timelineLines } from './timelineLines.ts'
import { Icon } from './ui/Icon.tsx'

/** Every entry of the chart, newest first; struck ones stay legible with a line through them. */
export function Timeline({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const lines = timelineLines({ chart, entries }, now, zone, user.userId)
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        Record <span className={classes.order}>newest first</span>
      </h2>
      {byDay(lines, zone, ({ entry }) => instantOf(entry.happenedAt)).map(({ day, items }) => (
        <div key={day} className={classes.group}>
          <h3 className={classes.day}>{day}</h3>
          <ol className={classes.lines}>
            {items.map((line) => (
              <Line key={line.entry.seq} line={line} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Line({ line: { entry, text, outcome, struckBy } }: { line: TimelineLine }) {
  const zone = useZone()
  const at = instantOf(entry.happenedAt)
  return (
    <li className={classes.line}>
      <p className={`${classes.time} tabular`}>{clockText(at, zone)}</p>
      <div className={classes.body}>
        <p className={struckBy ? classes.struck : undefined}>
          <b>{entryName(entry.kind)}</b>
          {text && <span> {text}</span>}
        </p>
        {outcome && <OutcomeLine outcome={outcome} />}
        <p className={classes.signed}>
          {nameThenRole(entry.by)}
          {'identity' in entry && entry.identity === 'unconfirmed' && ', identity unconfirmed'}
          <Recorded entry={entry} />
        </p>
        {struckBy && (
          <p className={classes.strike}>
            Struck out by {struckBy.by.name}, {struckBy.by.role},{' '}
            {clockText(instantOf(struckBy.happenedAt), zone)}: {struckBy.reason}
          </p>
        )}
      </div>
    </li>
  )
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { word, icon, tone } = OUTCOMES[outcome]
  return (
    <p className={`${classes.outcome} ${classes[tone]}`}>
      <Icon name={icon} size={16} />
      {word}
    </p>
  )
}

/** SIGN-7: recorded later than it happened is said, with its reason. */
function Recorded({ entry }: { entry: Entry }) {
  const now = useNow()
  const zone = useZone()
  const happened = instantOf(entry.happenedAt)
  const recorded = instantOf(entry.recordedAt)
  if (minutesBetween(happened, recorded) <= STATED_TIMES.lateAfterMinutes) return null
  return (
    <>
      . Recorded late, {whenText(recorded, now, zone)}
      {entry.lateReason && `: ${entry.lateReason}`}
    </>
  )
}
