import type { Chart } from '../../../src/chart/chart.ts'
import type { CheckRequest, Command } from '../../../src/chart/commands.ts'
import { decide } from '../../../src/chart/decide.ts'
import { decideCheck } from '../../../src/chart/decideCountersign.ts'
import { dueItems } from '../../../src/chart/due.ts'
import type { Course, Fields } from './course.ts'
import { people } from './people.ts'
import { actToSign, fieldsOf, type Step, signerOf, spoilt, type Tried } from './wild.ts'

/** What plays a course; a planted fault replaces one part. */
export interface Engine {
  readonly decide: typeof decide
  readonly decideCheck: typeof decideCheck
  readonly dueItems: typeof dueItems
  /** The chart of a course after a step. */
  readonly chartOf: (course: Course) => Chart
}
export const engine: Engine = { decide, decideCheck, dueItems, chartOf: ({ chart }) => chart }

/** What comes of one random step; null where there is nothing to sign. */
export function attempt(course: Course, one: Step & { kind: Tried }, parts: Engine = engine) {
  const { chart, now } = course
  if (one.kind === 'check' || one.kind === 'countersign') return sign(course, one, parts)
  const by = signerOf(course, one)
  const whole = course.command(one.kind, fieldsOf(course, one) as Fields<'writeNote'>) as Command
  const command = one.care === 0 ? spoilt(whole, one) : whole
  return { chart, by, decision: parts.decide(chart, command, by, now) }
}

function sign(course: Course, one: Step, parts: Engine) {
  const { chart, now } = course
  const actSeq = actToSign(course, one)
  if (actSeq === null) return null
  const by = people[one.care === 1 ? one.who : one.second]
  const wrong = one.care === 0 ? { checkedRateMlPerHour: 59, checkedUnits: 9 } : {}
  const fields = { ...course.countersign(actSeq), ...wrong }
  if (one.kind === 'check') {
    const { signature: _, shown: __, pumpReadBackMlPerHour: ___, ...figures } = fields
    const request = { ...figures, commandId: course.nextId(), userId: by.userId } as CheckRequest
    return { chart, by, decision: parts.decideCheck(chart, request, by, now) }
  }
  const readBack = one.b % 9 === 0 ? { pumpReadBackMlPerHour: 58 } : {}
  const command = course.command('countersign', { ...fields, ...readBack })
  return { chart, by, decision: parts.decide(chart, command, by, now) }
}
