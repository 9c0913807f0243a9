import { procedureName } from '../chart/procedureName.ts'
import { protocolFor } from '../protocols/register.ts'
import type { BoardRow } from '../store/wire.ts'
import type { Instant, TimeZone } from '../time.ts'
import { numberText, patientName, whenText } from '../wording.ts'
import { dueTitle, dueUrgency, dueWhen, type Urgency } from './dueWords.ts'

/** What a row of the ward board says. */
export interface BoardRowWords {
  /** `urgency` and `when` null: nothing is due, and `title` says what the chart waits for. */
  readonly next: {
    readonly urgency: Urgency | null
    readonly title: string
    readonly when: string | null
  }
  readonly bed: string
  readonly patient: string
  readonly protocol: string
  /** How far the run of two therapeutic results has come; null: not begun. */
  readonly run: string | null
  /** The MO's assessment of a stop, and a procedure close by. */
  readonly notes: readonly string[]
  readonly running: RunningWords
}

/** The pump's rate in mL/hr as text, or what it is where none is shown, and since when. */
export interface RunningWords {
  readonly rate: string | null
  readonly off: string | null
  readonly since: string | null
  readonly isSuspended: boolean
}

/** The words of a row at a time. */
export function boardRowWords(row: BoardRow, now: Instant, zone: TimeZone): BoardRowWords {
  const { bed, patient, protocol, therapeuticRun } = row
  const notes = [assessedText(row), procedureText(row, now, zone)]
  return {
    next: nextWords(row, now, zone),
    bed,
    patient: patientName(patient),
    protocol: protocol ? protocolFor(protocol.id, protocol.version).label : 'Not prescribed',
    run: therapeuticRun ? runText(therapeuticRun) : null,
    notes: notes.filter((note) => note !== null),
    running: runningWords(row, now, zone),
  }
}

function nextWords(row: BoardRow, now: Instant, zone: TimeZone): BoardRowWords['next'] {
  const { next } = row
  if (next === null) return { urgency: null, title: nothingDue(row), when: null }
  return { urgency: dueUrgency(next), title: dueTitle(next), when: dueWhen(next, now, zone) }
}

/** What a chart waits for while no clock runs. */
function nothingDue({ infusion: { status }, protocol }: BoardRow): string {
  if (status !== 'not-started') return 'Nothing is due'
  return protocol ? 'Start the infusion' : 'Prescribe heparin'
}

const RUN_OF_TWO = 2

function runText(run: number): string {
  return run >= RUN_OF_TWO ? 'Therapeutic, daily' : 'Therapeutic 1 of 2'
}

const PLANS = {
  restart: 'restart stands',
  later: 'restart later',
  'stay-off': 'stay off',
} as const

/** TIME-3: whether the restart still waits for the MO. A board that does not say so says nothing. */
function assessedText({ infusion, assessment }: BoardRow): string | null {
  if (infusion.status !== 'stopped' || assessment === undefined) return null
  return `MO assessment: ${assessment === null ? 'not yet' : PLANS[assessment.plan]}`
}

/** PROC-1: a procedure close by, and the time of heparin that goes with it. */
function procedureText({ procedure }: BoardRow, now: Instant, zone: TimeZone): string | null {
  if (!procedure) return null
  const name = procedureName(procedure.procedure)
  const heparin = whenText(procedure.heparinAt, now, zone)
  return procedure.phase === 'booked'
    ? `${name} ${whenText(procedure.at, now, zone)}: heparin off by ${heparin}`
    : `After ${name.toLowerCase()}: heparin from ${heparin}`
}

const OFF = {
  'not-started': 'Not started',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  ceased: 'Ceased',
} as const

function runningWords({ infusion }: BoardRow, now: Instant, zone: TimeZone): RunningWords {
  const { status, rateMlPerHour, since } = infusion
  const isSuspended = infusion.suspended.length > 0
  if (status === 'running') {
    const rate = rateMlPerHour === null ? null : numberText(rateMlPerHour)
    return { rate, off: rate === null ? 'Read the pump' : null, since: null, isSuspended }
  }
  const told = since === null ? null : `since ${whenText(since, now, zone)}`
  return { rate: null, off: OFF[status], since: told, isSuspended }
}
