import { Link } from 'wouter'
import { useZone } from '../../store/useChart.ts'
import type { WardDueChart } from '../../store/wardDue.ts'
import type { Instant } from '../../time.ts'
import { patientName } from '../../wording.ts'
import { Icon } from '../ui/Icon.tsx'
import type { RowPlace } from '../ui/useHeldOrder.ts'
import classes from './ShiftPage.module.css'
import { hoursInto, hoursOf, type Shift } from './shift.ts'
import { type ShiftMark, shiftMarks } from './shiftMarks.ts'

interface ShiftRowProps {
  readonly chart: WardDueChart
  readonly place: RowPlace
  readonly shift: Shift
  readonly now: Instant
}

const PERCENT = 100
const LINE_PX = 32
const AROUND_PX = 16

/** One patient's shift: the way to the chart, then each thing due at its time. */
export function ShiftRow({ chart, place, shift, now }: ShiftRowProps) {
  const zone = useZone()
  const marks = shiftMarks(chart, { shift, now, zone })
  const lines = marks.reduce((most, { line }) => (line >= most ? line + 1 : most), 1)
  const length = hoursInto(shift, shift.to)
  const isNow = now >= shift.from && now < shift.to
  return (
    <li className={classes.row} {...place}>
      <Link href={`/charts/${chart.chartId}`} className={classes.who ?? ''}>
        <span className={classes.bed}>Bed {chart.bed}</span>
        <span className={classes.name}>{patientName(chart.patient)}</span>
      </Link>
      <div className={classes.lane} style={{ minHeight: `${lines * LINE_PX + AROUND_PX}px` }}>
        {isNow && (
          <span
            className={classes.past}
            style={{ width: `${(hoursInto(shift, now) / length) * PERCENT}%` }}
          />
        )}
        {hoursOf(shift).map((hour) => (
          <span
            key={hour}
            className={classes.tick}
            style={{ left: `${(hoursInto(shift, hour) / length) * PERCENT}%` }}
          />
        ))}
        {isNow && (
          <span
            className={classes.now}
            style={{ left: `${(hoursInto(shift, now) / length) * PERCENT}%` }}
          />
        )}
        {marks.length === 0 ? (
          <p className="visuallyHidden">Nothing in this shift.</p>
        ) : (
          <ul aria-label={`Bed ${chart.bed}`}>
            {marks.map((mark) => (
              <Mark key={mark.key} mark={mark} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Mark({ mark: { words, urgency, percent, isLeft, line } }: { mark: ShiftMark }) {
  const place = isLeft ? { right: `${PERCENT - percent}%` } : { left: `${percent}%` }
  return (
    <li
      className={`${classes.mark} ${classes[urgency.tone] ?? ''} ${isLeft ? classes.leftOf : ''}`}
      style={{ ...place, top: `${line * LINE_PX + AROUND_PX / 2}px` }}
    >
      <Icon name={urgency.icon} size={16} />
      {words}
    </li>
  )
}
