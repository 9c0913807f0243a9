import { useState } from 'react'
import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import type { WardDue as Page, WardDueChart } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { clockText, dayAndClockText, dayText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import pageClasses from '../ui/PageFrame.module.css'
import { ScrollBox } from '../ui/ScrollBox.tsx'
import { useHeldOrder } from '../ui/useHeldOrder.ts'
import { BackToBoard } from './BackToBoard.tsx'
import classes from './ShiftPage.module.css'
import { ShiftRow } from './ShiftRow.tsx'
import { ShiftTable } from './ShiftTable.tsx'
import { aheadIn, hoursInto, hoursOf, type Shift, shiftAt } from './shift.ts'
import { isInShift } from './shiftMarks.ts'
import { WardDue } from './WardDue.tsx'
import { wardLines } from './wardLines.ts'

type Shown = 'this' | 'next'

/** The ward over a shift: who needs what when, by bed; what is due by now stands at the now-line (TIME-1 to TIME-8). */
export function ShiftPage() {
  const now = useNow()
  const zone = useZone()
  const [shown, setShown] = useState<Shown>('this')
  const here = shiftAt(now, zone)
  const next = shiftAt(here.to, zone)
  return (
    <main className={pageClasses.page}>
      <BackToBoard />
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>The ward over the shift</h1>
        <BigButton small icon="print" onClick={() => window.print()}>
          Print
        </BigButton>
      </div>
      <FilterBar<Shown>
        label="Which shift"
        choices={[
          { value: 'this', label: `This shift: ${spanOf(here, zone)}` },
          { value: 'next', label: `Next: ${spanOf(next, zone)}` },
        ]}
        value={shown}
        onChange={setShown}
      />
      <WardDue>
        {(page) => <OverShift page={page} shift={shown === 'this' ? here : next} now={now} />}
      </WardDue>
    </main>
  )
}

function spanOf({ name, from, to }: Shift, zone: TimeZone): string {
  return `${name}, ${clockText(from, zone)} to ${clockText(to, zone)}`
}

interface OverShiftProps {
  readonly page: Page
  readonly shift: Shift
  readonly now: Instant
}

function OverShift({ page, shift, now }: OverShiftProps) {
  const zone = useZone()
  const { user, wards, facility } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const ward = wards.find((each) => each.wardId === wardId)
  const charts = [...page.charts].sort(byBed)
  const isWanted = (item: WardDueChart['due'][number]) => isInShift(item, shift, now)
  const lines = charts.flatMap((chart) =>
    wardLines({ charts: [chart] }, { isWanted, now, zone, user }),
  )
  const rows = useHeldOrder(charts, { keyOf: ({ chartId }) => chartId })
  if (rows.length === 0) {
    return <p className={classes.empty}>{NO_CHART}</p>
  }
  const table = <ShiftTable key={shift.from} lines={lines} />
  const ahead = aheadIn(shift, now)
  return (
    <>
      <p className={classes.day}>
        {ward && `${ward.name}. `}
        {shift.name}, {dayText(shift.from, zone)}, {clockText(shift.from, zone)} to{' '}
        {clockText(shift.to, zone)}.
        {now >= shift.from && ' What is due by now stands at the line “Now”.'}
      </p>
      <section className={classes.ward} aria-label="By bed and hour">
        <Hours shift={ahead} now={now} />
        <ul>
          {rows.map(({ key, row, place }) => (
            <ShiftRow key={key} chart={row} place={place} shift={ahead} now={now} />
          ))}
        </ul>
      </section>
      <Disclosure
        summary={`The same as a table (${lines.length})`}
        onceOpen={() => <ScrollBox label="What is due in the shift">{table}</ScrollBox>}
      />
      <div className={classes.paper}>
        {table}
        <p>
          {facility.name}. Printed {dayAndClockText(now, zone)} by {user.name}, {user.role}.
        </p>
      </div>
    </>
  )
}

const NO_CHART =
  'No open heparin chart on this ward. A chart comes up here once it is opened from the ward board.'

function byBed(a: WardDueChart, b: WardDueChart): number {
  return a.bed.localeCompare(b.bed, 'en', { numeric: true })
}

const PERCENT = 100

function Hours({ shift, now }: { shift: Shift; now: Instant }) {
  const zone = useZone()
  const length = hoursInto(shift, shift.to)
  const isNow = now >= shift.from && now < shift.to
  return (
    <div className={`${classes.hours} tabular`} aria-hidden="true">
      {hoursOf(shift).map((hour) => (
        <span
          key={hour}
          className={classes.hour}
          style={{ left: `${(hoursInto(shift, hour) / length) * PERCENT}%` }}
        >
          {clockText(hour, zone)}
        </span>
      ))}
      {isNow && (
        <span
          className={classes.nowWord}
          style={{ left: `${(hoursInto(shift, now) / length) * PERCENT}%` }}
        >
          Now
        </span>
      )}
    </div>
  )
}
