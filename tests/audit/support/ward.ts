import { factsOf } from '../../../src/audit/factsOf.ts'
import type { Figure, Value } from '../../../src/audit/figure.ts'
import { figuresOf, type StorageFact } from '../../../src/audit/figuresOf.ts'
import type { MetricId } from '../../../src/audit/metrics.ts'
import type { Course } from '../../chart/support/course.ts'

/** What is asked of one course: its ward and a period on its own clock. */
export interface Over {
  readonly wardId?: string
  readonly from?: string
  readonly to?: string
  readonly storage?: readonly StorageFact[]
}

/** The figures that courses give a ward in a period, by the first course's clock. */
export function auditOf(courses: Course | readonly Course[], over: Over = {}) {
  const all = 'chart' in courses ? [courses] : courses
  const [first] = all
  if (!first) throw new Error('no course')
  const { wardId = '7-west', from = '00:00', to = '999:00', storage = [] } = over
  const facts = all.map(({ chart, now }) => factsOf(chart, now))
  return figuresOf(facts, { wardId, from: first.time(from), to: first.time(to), storage })
}

/** One figure of `auditOf`. */
export function figureOf(
  id: MetricId,
  courses: Course | readonly Course[],
  over: Over = {},
): Figure {
  const figure = auditOf(courses, over).figures.find((each) => each.id === id)
  if (!figure) throw new Error(`no figure ${id}`)
  return figure
}

/** Its value, which must be of this kind. */
export function figureValue<K extends Value['kind']>(
  kind: K,
  id: MetricId,
  courses: Course | readonly Course[],
  over: Over = {},
): Extract<Value, { kind: K }> {
  const { value } = figureOf(id, courses, over)
  if (value.kind !== kind) throw new Error(`${id} is ${value.kind}`)
  return value as Extract<Value, { kind: K }>
}

/** A share as it is read aloud: `2 of 3`. */
export function share(id: MetricId, courses: Course | readonly Course[], over: Over = {}): string {
  const { count, of } = figureValue('share', id, courses, over)
  return `${count} of ${of}`
}
