import type { ProcedureKind } from '../../chart/careFields.ts'
import type { EntryOf } from '../../chart/entries.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { given } from './given.ts'
import { NOW, readTime, type StatedTime, type TimeRead, timeFault } from './statedTime.ts'
import { emptyFault } from './TimedAct.tsx'

type Planned = EntryOf<'procedurePlanned'>
type Role = Planned['consulted'][number]['role']

/** Somebody asked, as it is being written. */
interface Asked {
  readonly name: string
  readonly time: StatedTime
}

/** A plan as it is being written. */
export interface ProcedureDraft {
  readonly procedure: ProcedureKind | null
  readonly booked: StatedTime
  readonly risk: 'yes' | 'no' | null
  readonly planBefore: string
  readonly planAfter: string
  readonly haematology: Asked
  readonly cardiology: Asked
  readonly time: StatedTime
}

const NOBODY: Asked = { name: '', time: NOW }
const UNBOOKED: StatedTime = { ...NOW, mode: 'stated' }

export const EMPTY_PLAN: ProcedureDraft = {
  procedure: null,
  booked: UNBOOKED,
  risk: null,
  planBefore: '',
  planAfter: '',
  haematology: NOBODY,
  cardiology: NOBODY,
  time: NOW,
}

export const CONSULTED = ['haematology', 'cardiology'] as const satisfies readonly Role[]

/** When the plan is made: now, or the earlier time that is stated; the booking lies ahead of it. */
export function plannedAt({ time }: ProcedureDraft, now: Instant, zone: TimeZone): Instant {
  const read = readTime(time, now, zone)
  return read.kind === 'at' ? read.at : now
}

/** The booked time as far as it is stated, else null. */
export function bookedAt(draft: ProcedureDraft, now: Instant, zone: TimeZone): Instant | null {
  const read = readTime(draft.booked, plannedAt(draft, now, zone), zone, true)
  return read.kind === 'at' ? read.at : null
}

const RULES = ['PROC-1']

/** What the form asks, as its fields are labelled. */
export const PLAN_FIELDS = {
  procedure: 'Which procedure?',
  booked: 'Booked for, 24-hour clock',
  risk: 'Is the thrombotic risk very high, as with a prosthetic heart valve?',
  planBefore: 'Plan before the operation',
  planAfter: 'Plan after the operation',
  askedAt: (role: Role) => `When did you ask ${role}?`,
} as const

/** What of the plan is missing, or null. */
export function planFault(draft: ProcedureDraft, now: Instant, zone: TimeZone): Fault | null {
  if (draft.procedure === null) {
    return { reason: 'Say which procedure.', rules: RULES, field: PLAN_FIELDS.procedure }
  }
  const faults = [
    bookingFault(
      readTime(draft.booked, plannedAt(draft, now, zone), zone, true),
      PLAN_FIELDS.booked,
    ),
    draft.procedure === 'surgery' ? surgeryFault(draft) : null,
    ...CONSULTED.map((role) => askedFault(role, draft[role], now, zone)),
  ]
  return faults.find((fault) => fault !== null) ?? null
}

/** What is wrong with a time of a procedure, said where the question of this label is asked; or null. */
export function bookingFault(read: TimeRead, label: string): Fault | null {
  return read.kind === 'at' ? null : timeFault(read, label, RULES)
}

function surgeryFault({ risk, planBefore, planAfter }: ProcedureDraft): Fault | null {
  if (risk === null) {
    return {
      reason: 'Say whether the thrombotic risk is very high.',
      rules: RULES,
      field: PLAN_FIELDS.risk,
    }
  }
  return (
    emptyFault(planBefore, {
      reason: 'Write what is planned before the operation.',
      rules: RULES,
      field: PLAN_FIELDS.planBefore,
    }) ??
    emptyFault(planAfter, {
      reason: 'Write what is planned after the operation.',
      rules: RULES,
      field: PLAN_FIELDS.planAfter,
    })
  )
}

function askedFault(role: Role, { name, time }: Asked, now: Instant, zone: TimeZone): Fault | null {
  if (name.trim() === '') return null
  return bookingFault(readTime(time, now, zone), PLAN_FIELDS.askedAt(role))
}

/** The plan's own fields, as the act carries them. */
export function planFields(draft: ProcedureDraft, now: Instant, zone: TimeZone) {
  const { procedure, risk, planBefore, planAfter } = draft
  const isSurgery = procedure === 'surgery'
  return {
    procedure: given(procedure),
    bookedAt: isoOf(given(bookedAt(draft, now, zone))),
    veryHighThromboticRisk: isSurgery && risk === 'yes',
    consulted: CONSULTED.flatMap((role) => askedOf(role, draft[role], now, zone)),
    ...(isSurgery ? { planBefore: planBefore.trim(), planAfter: planAfter.trim() } : {}),
  }
}

function askedOf(role: Role, { name, time }: Asked, now: Instant, zone: TimeZone) {
  const read = readTime(time, now, zone)
  return name.trim() === '' || read.kind !== 'at'
    ? []
    : [{ role, name: name.trim(), at: isoOf(read.at) }]
}
