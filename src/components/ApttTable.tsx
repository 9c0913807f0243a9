import { useMemo } from 'react'
import type { Chart } from '../chart/chart.ts'
import type { Entry } from '../chart/entries.ts'
import { pendingAt } from '../chart/pending.ts'
import { useNow, useZone } from '../store/useChart.ts'
import { type Instant, minutesBetween, type TimeZone } from '../time.ts'
import { clockText, dayText, durationText, numberText, unitsText } from '../wording.ts'
import classes from './ApttTable.module.css'
import { type ApttRow, apttRows, type DoneAct } from './apttRows.ts'
import type { ChartShown } from './ChartShown.ts'

const HEADS = [
  'Due',
  'Collected',
  'APTT',
  'Band',
  'Bolus',
  'Stop',
  'Old rate',
  'New rate',
  'Changed',
  'Signed',
  'Next APTT',
] as const

/** APTTs and rates in the order of the paper chart; also the trend's figures for who cannot see it. */
export function ApttTable({ chart, entries }: ChartShown) {
  const rows = useMemo(() => apttRows({ chart, entries }), [chart, entries])
  const zone = useZone()
  return (
    <section aria-labelledby="aptt-table">
      <h2 id="aptt-table">APTT and rate</h2>
      {rows.length === 0 ? (
        <p className={classes.empty}>Nothing yet: no APTT and no rate is on this chart.</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            {byDay(rows, zone).map(({ day, rows: daily }) => (
              <tbody key={day}>
                <tr className={classes.day}>
                  <th scope="rowgroup" colSpan={HEADS.length}>
                    {day}
                  </th>
                </tr>
                {daily.map((row) => (
                  <Row key={row.key} row={row} chart={chart} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  )
}

function byDay(rows: readonly ApttRow[], zone: TimeZone) {
  const days: { day: string; rows: ApttRow[] }[] = []
  for (const row of rows) {
    const day = dayText(row.at, zone)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

function Row({ row, chart }: { row: ApttRow; chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const struck = isStruck(row, chart)
  const pending = pendingAt(chart, now)
  const waits = row.result !== null && row.act === null && pendingFor(pending, row.result.seq)
  return (
    <tr className={struck ? classes.struck : undefined}>
      <SampleCells row={row} zone={zone} />
      <td>{bolusText(row, zone)}</td>
      <td>{stopText(row.act, row.restart, zone)}</td>
      <RateCells row={row} waits={waits} zone={zone} />
      <td className={classes.signed}>
        <Signed row={row} struck={struck} />
      </td>
      <td>{row.nextAt ? timeText(row.nextAt, row.at, zone) : '\u00a0'}</td>
    </tr>
  )
}

function pendingFor(pending: ReturnType<typeof pendingAt>, resultSeq: number): boolean {
  return pending !== null && 'resultSeq' in pending.entry && pending.entry.resultSeq === resultSeq
}

function isStruck({ sample, act }: ApttRow, { struck }: Chart): boolean {
  if (sample) return sample.struck
  return act !== null && struck.has(act.entry.seq)
}

function SampleCells({ row, zone }: { row: ApttRow; zone: TimeZone }) {
  if (row.sample === null) {
    return (
      <td colSpan={4} className={classes.event}>
        {row.act ? `${ACTS[row.act.entry.kind] ?? 'Change'}, ${clockText(row.at, zone)}` : ''}
      </td>
    )
  }
  return (
    <>
      <td>{row.dueAt ? timeText(row.dueAt, row.at, zone) : 'Extra'}</td>
      <td>{clockText(row.at, zone)}</td>
      <td className={classes.figure}>{row.result ? row.result.text : 'Waiting'}</td>
      <td>{row.band ?? (row.result ? 'None' : '\u00a0')}</td>
    </>
  )
}

const ACTS: Partial<Readonly<Record<Entry['kind'], string>>> = {
  infusionStarted: 'Started',
  bolusGiven: 'Bolus',
  rateChanged: 'Rate changed',
  infusionStopped: 'Stopped',
  infusionCeased: 'Ceased',
  infusionInterrupted: 'Interrupted',
  infusionResumed: 'Resumed',
  infusionRecommenced: 'Recommenced',
  infusionRestarted: 'Restarted',
  bedsideFactRecorded: 'Found at the bedside',
}

function bolusText({ bolus, act }: ApttRow, zone: TimeZone): string {
  const entry = bolus?.entry ?? act?.entry
  if (entry?.kind === 'bolusGiven' && bolus) {
    return `${unitsText(entry.units)} at ${clockText(bolus.at, zone)}`
  }
  return act ? 'No' : '\u00a0'
}

function stopText(act: DoneAct | null, restart: DoneAct | null, zone: TimeZone): string {
  if (act?.entry.kind === 'infusionCeased') return 'Ceased'
  if (act?.entry.kind === 'infusionInterrupted') return 'Off'
  if (act?.entry.kind !== 'infusionStopped') return act ? 'No' : '\u00a0'
  const from = `from ${clockText(act.at, zone)}`
  return restart ? `${durationText(minutesBetween(act.at, restart.at))} ${from}` : from
}

function RateCells({ row, waits, zone }: { row: ApttRow; waits: boolean; zone: TimeZone }) {
  if (waits) {
    return (
      <td colSpan={3} className={classes.waits}>
        Awaits the second check
      </td>
    )
  }
  const { act, restart } = row
  const change = restart ?? act
  return (
    <>
      <td className={classes.figure}>{act ? oldRate(act.entry) : '\u00a0'}</td>
      <td className={classes.figure}>{change ? newRate(change.entry) : '\u00a0'}</td>
      <td>{change ? timeText(change.at, row.at, zone) : '\u00a0'}</td>
    </>
  )
}

function oldRate(entry: Entry): string {
  if (entry.kind === 'infusionStopped' || entry.kind === 'infusionCeased') {
    return entry.rateBeforeMlPerHour === null ? 'Off' : numberText(entry.rateBeforeMlPerHour)
  }
  if (!('shown' in entry) || !entry.shown) return '\u00a0'
  return entry.shown.oldRateMlPerHour === null ? 'Off' : numberText(entry.shown.oldRateMlPerHour)
}

function newRate(entry: Entry): string {
  switch (entry.kind) {
    case 'rateChanged':
      return numberText(entry.newRateMlPerHour)
    case 'rateKept':
      return 'No change'
    case 'infusionStopped':
    case 'infusionCeased':
    case 'infusionInterrupted':
      return 'Off'
    case 'bolusGiven':
      return 'No change'
    default:
      return 'rateMlPerHour' in entry && typeof entry.rateMlPerHour === 'number'
        ? numberText(entry.rateMlPerHour)
        : '\u00a0'
  }
}

function Signed({ row: { act, restart, result }, struck }: { row: ApttRow; struck: boolean }) {
  if (struck) return 'Struck out'
  const last = restart ?? act
  if (!last) return result ? 'Not acted on' : '\u00a0'
  return (
    <>
      {last.first.name} {last.first.role}
      <br />
      {last.second ? `${last.second.name} ${last.second.role}` : 'Second: not yet'}
    </>
  )
}

/** The time, with its day where that differs from its row's. */
function timeText(at: Instant, rowAt: Instant, zone: TimeZone): string {
  const day = dayText(at, zone)
  const time = clockText(at, zone)
  return day === dayText(rowAt, zone) ? time : `${time}, ${day.replace(/\u00a0\d+$/, '')}`
}
