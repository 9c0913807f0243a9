import type { ProcedureKind } from '../../../src/chart/careFields.ts'
import type { Course, Fields } from './course.ts'
import { prescriptionOf, running } from './wards.ts'

type Plan = Partial<Fields<'planProcedure'>>

/** Plans a procedure, booked at an hour of the course's clock. */
export function plan(
  course: Course,
  procedure: ProcedureKind,
  booked: string,
  more: Plan = {},
): number {
  const surgery =
    procedure === 'surgery' ? { planBefore: 'Cease at 04:00', planAfter: 'Surgeon decides' } : {}
  return course.do('chen', 'planProcedure', {
    procedure,
    bookedAt: course.iso(booked),
    veryHighThromboticRisk: false,
    consulted: [],
    ...surgery,
    ...more,
  }).seq
}

/** What an untroubled end tells. */
export const clean = { haemostasis: 'confirmed', bloodSeen: 'none' } as const

/** A procedure and how it ended. */
export interface Told {
  readonly procedure?: ProcedureKind
  readonly more?: Plan
  readonly site?: Partial<Omit<Fields<'endProcedure'>, 'planSeq'>>
}

/** Runs since 08:00, booked for 20:00, ceased for it at 13:30, over at 20:40, prescribed again at 21:00. */
export function ended({ procedure = 'lumbar-puncture', more = {}, site = {} }: Told = {}) {
  const course = running()
  const planSeq = plan(course.at('09:00'), procedure, '20:00', more)
  const cease = course.at('13:30').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.sign('baker', cease.seq)
  const end = course.at('20:40').do('adams', 'endProcedure', { planSeq, ...clean, ...site })
  return { course, planSeq, end }
}

/** The MO's prescription to recommence, at 21:00 unless the clock is past it. */
export function ordered(course: Course, more: Partial<Fields<'prescribe'>> = {}) {
  const who = more.deviation ? 'haddad' : 'chen'
  const fields = prescriptionOf(course, 'vte', { rateMlPerHour: 13, ...more })
  const { seq: orderSeq } = course.do(who, 'prescribe', fields)
  return { orderSeq, rateMlPerHour: 13 }
}
