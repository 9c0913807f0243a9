import { Link } from 'wouter'
import { procedureName } from '../chart/procedureName.ts'
import { protocolFor } from '../protocols/register.ts'
import { useNow, useZone } from '../store/useChart.ts'
import type { BoardRow as Row } from '../store/wire.ts'
import { numberText, patientName, whenText } from '../wording.ts'
import classes from './BoardRow.module.css'
import { dueTitle, dueUrgency, dueWhen } from './dueWords.ts'
import { Icon } from './ui/Icon.tsx'

/** One chart on the ward board: what is next, whose, and what runs; the whole row opens the chart. */
export function BoardRow({ row }: { row: Row }) {
  return (
    <li className={classes.item}>
      <Link href={`/charts/${row.chartId}`} className={classes.row}>
        <Next row={row} />
        <span className={classes.bed}>
          <span className={classes.label}>Bed</span> {row.bed}
        </span>
        <span className={classes.patient}>
          <span className={classes.name}>{patientName(row.patient)}</span>
          <span className={classes.quiet}>
            {row.protocol
              ? protocolFor(row.protocol.id, row.protocol.version).label
              : 'Not prescribed'}
            {row.therapeuticRun ? (
              <span className={classes.good}>
                <Icon name="check" size={16} /> {runText(row.therapeuticRun)}
              </span>
            ) : null}
            <Assessed row={row} />
            <Procedure row={row} />
          </span>
        </span>
        <Running row={row} />
      </Link>
    </li>
  )
}

const PLANS = {
  restart: 'restart stands',
  later: 'restart later',
  'stay-off': 'stay off',
} as const

/** TIME-3: whether the restart still waits for the MO. A board that does not say so says nothing. */
function Assessed({ row: { infusion, assessment } }: { row: Row }) {
  if (infusion.status !== 'stopped' || assessment === undefined) return null
  return <span>MO assessment: {assessment === null ? 'not yet' : PLANS[assessment.plan]}</span>
}

/** PROC-1: a procedure close by, and the time of heparin that goes with it. */
function Procedure({ row: { procedure } }: { row: Row }) {
  const now = useNow()
  const zone = useZone()
  if (!procedure) return null
  const name = procedureName(procedure.procedure)
  const heparin = whenText(procedure.heparinAt, now, zone)
  return (
    <span>
      {procedure.phase === 'booked'
        ? `${name} ${whenText(procedure.at, now, zone)}: heparin off by ${heparin}`
        : `After ${name.toLowerCase()}: heparin from ${heparin}`}
    </span>
  )
}

const RUN_OF_TWO = 2

function runText(run: number): string {
  return run >= RUN_OF_TWO ? 'Therapeutic, daily' : 'Therapeutic 1 of 2'
}

function Next({ row }: { row: Row }) {
  const { next } = row
  const now = useNow()
  const zone = useZone()
  if (next === null) {
    return (
      <span className={`${classes.next} ${classes.later}`}>
        <Icon name="waiting" />
        <span className={classes.what}>{nothingDue(row)}</span>
      </span>
    )
  }
  const { tone, icon, word } = dueUrgency(next)
  return (
    <span className={`${classes.next} ${tone === 'quiet' ? classes.later : classes[tone]}`}>
      <Icon name={icon} />
      <span>
        <span className="visuallyHidden">{word}: </span>
        <span className={classes.what}>{dueTitle(next)}</span>
        <span className={classes.when}>{dueWhen(next, now, zone)}</span>
      </span>
    </span>
  )
}

/** What a chart waits for while no clock runs. */
function nothingDue({ infusion: { status }, protocol }: Row): string {
  if (status !== 'not-started') return 'Nothing is due'
  return protocol ? 'Start the infusion' : 'Prescribe heparin'
}

function Running({ row: { infusion } }: { row: Row }) {
  const now = useNow()
  const zone = useZone()
  const { status, rateMlPerHour, since } = infusion
  const isSuspended = infusion.suspended.length > 0
  return (
    <span className={classes.running}>
      {status === 'running' && rateMlPerHour !== null ? (
        <span className={classes.rate}>
          {numberText(rateMlPerHour)}
          <span className={classes.unit}>&nbsp;mL/hr</span>
        </span>
      ) : (
        <span className={classes.off}>
          {status === 'running' ? 'Read the pump' : OFF[status]}
          {since !== null && status !== 'running' && (
            <span className={classes.quiet}>since {whenText(since, now, zone)}</span>
          )}
        </span>
      )}
      {isSuspended && <span className={classes.suspended}>Suspended</span>}
    </span>
  )
}

const OFF = {
  'not-started': 'Not started',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  ceased: 'Ceased',
} as const
