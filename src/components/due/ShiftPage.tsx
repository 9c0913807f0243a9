import { useState } from 'react'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import type { WardDue as Page, WardDueChart } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { clockText, dayText } from '../../wording.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { ScrollBox } from '../ui/ScrollBox.tsx'
import { BackToBoard } from './BackToBoard.tsx'
import classes from './ShiftPage.module.css'
import { ShiftRow } from './ShiftRow.tsx'
import { ShiftTable } from './ShiftTable.tsx'
import { hoursInto, hoursOf, type Shift, shiftAt } from './shift.ts'
import { isInShift } from './shiftMarks.ts'
import { WardDue } from './WardDue.tsx'
import pageClasses from './WardPage.module.css'
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
      <h1 className={pageClasses.title}>The ward over the shift</h1>
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
  const { user } = useSession()
  const charts = [...page.charts].sort(byBed)
  const isWanted = (item: WardDueChart['due'][number]) => isInShift(item, shift, now)
  const lines = charts.flatMap((chart) =>
    wardLines({ charts: [chart] }, { isWanted, now, zone, user }),
  )
  if (charts.length === 0) {
    return <p className={classes.empty}>{NO_CHART}</p>
  }
  const table = <ShiftTable lines={lines} />
  return (
    <>
      <p className={classes.day}>
        {shift.name}, {dayText(shift.from, zone)}, {clockText(shift.from, zone)} to{' '}
        {clockText(shift.to, zone)}.
        {now >= shift.from && ' What is due by now stands at the line “Now”.'}
      </p>
      <section className={classes.ward} aria-label="By bed and hour">
        <Hours shift={shift} now={now} />
        <ul>
          {charts.map((chart) => (
            <ShiftRow key={chart.chartId} chart={chart} shift={shift} now={now} />
          ))}
        </ul>
      </section>
      <Disclosure
        summary={`The same as a table (${lines.length})`}
        onceOpen={() => <ScrollBox label="What is due in the shift">{table}</ScrollBox>}
      />
      <div className={classes.paper}>{table}</div>
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
