import type { Chart } from '../chart/chart.ts'
import type { Entry } from '../chart/entries.ts'
import { pendingAt } from '../chart/pending.ts'
import { nameOf } from '../chart/people.ts'
import { resultAt } from '../chart/results.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import type { Instant, TimeZone } from '../time.ts'
import { clockText } from '../wording.ts'
import classes from './ApttTable.module.css'
import type { ApttRow, DoneAct } from './apttRows.ts'
import { actName, givenText, newRate, OFF, oldRate, stopText, timeText } from './apttTableWords.ts'
import { SAMPLE_WORDS } from './bedside/sampleWords.ts'
import { deviationBehind } from './deviationBehind.ts'
import { Spoken } from './ui/Spoken.tsx'

interface RowProps {
  readonly row: ApttRow
  readonly chart: Chart
  readonly onPaper: boolean
}

/** One line of the APTT and rate table; when it was collected, or what was done, heads it. */
export function ApttTableRow(props: RowProps) {
  const { row, chart } = props
  const zone = useZone()
  const struck = isStruck(row, chart)
  return (
    <tr className={struck ? classes.struck : undefined}>
      <SampleCells {...props} zone={zone} />
      {row.act === null || struck ? (
        <NoActCell row={row} chart={chart} />
      ) : (
        <ActCells row={row} chart={chart} act={row.act} zone={zone} />
      )}
    </tr>
  )
}

function NoActCell({ row, chart }: { row: ApttRow; chart: Chart }) {
  const now = useNow()
  const waits = row.result !== null && pendingFor(pendingAt(chart, now), row.result.seq)
  const why = isStruck(row, chart) ? 'Struck out' : notActedOn(row, chart, now)
  return (
    <td colSpan={7} className={waits ? classes.waits : classes.aside}>
      {waits ? 'Awaits the second check' : why}
    </td>
  )
}

/** Why nothing was done about a sample. */
function notActedOn({ result }: ApttRow, chart: Chart, now: Instant): string {
  if (result === null) return 'The result is not in yet'
  const use = resultAt(chart, result.seq, now)?.use
  return use === undefined || use === 'usable'
    ? 'Not acted on yet'
    : `Not acted on: ${SAMPLE_WORDS[use].title}`
}

interface ActCellsProps {
  row: ApttRow
  chart: Chart
  act: DoneAct
  zone: TimeZone
}

function ActCells({ row, chart, act, zone }: ActCellsProps) {
  const { restart, bolus, nextAt, at } = row
  const change = restart ?? act
  return (
    <>
      <td>{givenText(bolus, at, zone)}</td>
      <td>
        <Spoken text={stopText(act, restart, zone)} />
      </td>
      <RateCells from={act.entry} to={change.entry} />
      <td>{timeText(change.at, at, zone)}</td>
      <td className={classes.signed}>
        {deviationBehind(change.entry, chart.entries) && <b>Deviation</b>}
        <span>
          {nameOf(change.first)} {change.first?.role}
        </span>
        <span>
          {change.second ? `${change.second.name} ${change.second.role}` : 'Second: not yet'}
        </span>
      </td>
      <td>{nextAt ? timeText(nextAt, at, zone) : 'None'}</td>
    </>
  )
}

/** A bolus moves no rate: its row says what runs, or that nothing does. */
function RateCells({ from, to }: { from: Entry; to: Entry }) {
  const old = oldRate(from)
  if (from.kind === 'bolusGiven' && old === OFF) return <td colSpan={2}>Not running</td>
  return (
    <>
      <td className={classes.figure}>{old}</td>
      <td className={classes.figure}>{newRate(to)}</td>
    </>
  )
}

function pendingFor(pending: ReturnType<typeof pendingAt>, resultSeq: number): boolean {
  return pending !== null && 'resultSeq' in pending.entry && pending.entry.resultSeq === resultSeq
}

function isStruck({ sample, act }: ApttRow, { struck }: Chart): boolean {
  if (sample) return sample.struck
  return act !== null && struck.has(act.entry.seq)
}

function SampleCells({ zone, ...props }: RowProps & { readonly zone: TimeZone }) {
  const { row } = props
  if (row.sample === null) {
    return (
      <th scope="row" colSpan={4} className={classes.event}>
        {row.act ? `${actName(row.act.entry)}, ${clockText(row.at, zone)}` : ''}
      </th>
    )
  }
  return (
    <>
      <td>{row.dueAt ? timeText(row.dueAt, row.at, zone) : 'Extra'}</td>
      <th scope="row">{clockText(row.at, zone)}</th>
      <td className={classes.figure}>{row.result ? row.result.text : 'Waiting'}</td>
      <td>
        <BandText {...props} />
      </td>
    </>
  )
}

/** SIGN-4 (b): no row of the nomogram is marked for the checker while the check waits; on paper for nobody. */
function BandText({ row, chart, onPaper }: RowProps) {
  const now = useNow()
  const { user } = useSession()
  if (row.result === null) return 'Not yet'
  const pending = pendingAt(chart, now)
  const isOwn = !onPaper && pending?.by.userId === user.userId
  const isBlind = pendingFor(pending, row.result.seq) && !isOwn
  return isBlind ? 'Kept back' : (row.band ?? 'None')
}
