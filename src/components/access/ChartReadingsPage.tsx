import { type ChartAccessLine, readAccessesOf, readReadings } from '../../store/access.ts'
import { useChartStore, useSession, useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import { ActFrame } from '../bedside/ActFrame.tsx'
import { AtBedside } from '../bedside/AtBedside.tsx'
import classes from './AccessList.module.css'
import { Answered } from './Answered.tsx'
import { ReadingLines } from './ReadingLines.tsx'
import { useAnswer } from './useAnswer.ts'

/** Who of other wards opened this chart, for everybody who reads it; who has read it, for an administrator. */
export function ChartReadingsPage({ chartId }: { chartId: string }) {
  const { user } = useSession()
  return (
    <AtBedside chartId={chartId}>
      <ActFrame title="Who has read this chart">
        <FromOtherWards chartId={chartId} />
        {user.role === 'administrator' ? (
          <Readings chartId={chartId} />
        ) : (
          <p>Every reading is on record. An administrator reviews who has read.</p>
        )}
      </ActFrame>
    </AtBedside>
  )
}

function FromOtherWards({ chartId }: { chartId: string }) {
  const store = useChartStore()
  const reply = useAnswer(() => readAccessesOf(store, chartId), chartId)
  return (
    <section aria-label="From other wards, in an emergency">
      <h2>From other wards, in an emergency</h2>
      <Answered reply={reply}>
        {({ accesses }) =>
          accesses.length === 0 ? (
            <p>Nobody. An emergency access would stand here with its reason.</p>
          ) : (
            <ul className={classes.list}>
              {accesses.map((access) => (
                <AccessLine key={access.accessId} access={access} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

function AccessLine({ access }: { access: ChartAccessLine }) {
  const zone = useZone()
  const { by, begunAt, endsAt, reason } = access
  return (
    <li className={classes.line}>
      <p className={classes.lead}>
        {by.name} {by.role}
      </p>
      <p>
        {dayAndClockText(begunAt, zone)} to {dayAndClockText(endsAt, zone)}: {reason}
      </p>
    </li>
  )
}

function Readings({ chartId }: { chartId: string }) {
  const store = useChartStore()
  const reply = useAnswer(() => readReadings(store, { chartId }), chartId)
  return (
    <section aria-label="All readings">
      <h2>All readings</h2>
      <Answered reply={reply}>{(page) => <ReadingLines page={page} />}</Answered>
    </section>
  )
}
