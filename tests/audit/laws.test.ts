import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf } from '../../src/audit/factsOf.ts'
import type { Value } from '../../src/audit/figure.ts'
import { type Figures, figuresOf } from '../../src/audit/figuresOf.ts'
import { type Instant, plusHours } from '../../src/time.ts'
import type { Course } from '../chart/support/course.ts'
import { prescriptionOf, running } from '../chart/support/wards.ts'

const SEED = 402

/** One thing that happens on a course, some hours after the one before. */
const event = fc.record({
  hours: fc.integer({ min: 1, max: 30 }),
  what: fc.constantFrom('sample', 'sample', 'sample', 'stop', 'off', 'protocol', 'cease'),
  text: fc.constantFrom('30.0', '44.9', '45.0', '60.0', '75.5', '90.0', '98.0', '150.0', '> 150'),
})
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

function played(events: readonly Event[], wardId = '7-west'): Course {
  const course = running()
  if (wardId !== '7-west') course.do('adams', 'transferWard', { wardId, bed: '1' })
  let hour = 8
  for (const { hours, what, text } of events) {
    hour += hours
    course.at(`${hour}:00`)
    happen(course, what, { text, clock: `${hour}:00` })
  }
  return course
}

function happen(
  course: Course,
  what: Event['what'],
  { text, clock }: { text: string; clock: string },
) {
  const isRunning = course.infusion.rateMlPerHour !== null
  if (what === 'sample') return sampled(course, text, clock)
  if (!isRunning) return undefined
  if (what === 'stop') return course.do('adams', 'stopInfusion', { reason: 'concern' })
  if (what === 'off') return course.do('adams', 'interruptInfusion', { reason: 'Transport' })
  if (what === 'cease') return course.do('chen', 'ceaseInfusion', { reason: 'procedure' })
  return course.do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))
}

function sampled(course: Course, text: string, collected: string): void {
  const resultSeq = course.result(text, { collected })
  const { advice, use } = course.view(resultSeq)
  if (use !== 'usable') return
  if (advice?.kind === 'no-change') course.do('adams', 'keepRate', { resultSeq })
  if (advice?.kind !== 'change') return
  const change = { resultSeq, newRateMlPerHour: advice.newRateMlPerHour }
  // Not before another sample that says stop (NOMO-9).
  if (course.decide('adams', 'changeRate', change).kind === 'refused') return
  course.both('changeRate', change)
}

const courses = fc.array(fc.array(event, { maxLength: 12 }), { minLength: 1, maxLength: 3 })

function audit(all: readonly Course[], from: number, to: number): Figures {
  const midnight = all[0]?.midnight ?? (0 as Instant)
  return figuresOf(
    all.map(({ chart, now }) => factsOf(chart, now)),
    { wardId: '7-west', from: plusHours(midnight, from), to: plusHours(midnight, to), storage: [] },
  )
}

function check(law: (all: readonly Course[]) => void) {
  void fc.assert(
    fc.property(courses, (drawn) => law(drawn.map((events) => played(events)))),
    { seed: SEED, numRuns: 60 },
  )
}

const percentages = (value: Value): (number | null)[] => {
  if (value.kind === 'curve') return value.steps.map(({ percent }) => percent)
  if (value.kind === 'in-range')
    return [value.percent, ...value.infusions.map((each) => each.percent)]
  return value.kind === 'share' ? [value.percent] : []
}

test('AUDIT-1: every percentage lies between 0 and 100, and there is one exactly where there is something to count', () => {
  check((all) => {
    for (const { value } of audit(all, 0, 500).figures) expect(faultsOf(value)).toEqual([])
  })
})

function faultsOf(value: Value): string[] {
  const outside = percentages(value).filter((percent) => percent !== null && !isShare(percent))
  const [count, of] = counted(value)
  return [
    ...outside.map((percent) => `${percent} %`),
    ...(count > of ? [`${count} of ${of}`] : []),
    ...(value.kind === 'share' && (value.percent === null) !== (of === 0) ? ['0/0'] : []),
  ]
}

const isShare = (percent: number) => percent >= 0 && percent <= 100

test('AUDIT-1: a chart of another ward changes nothing', () => {
  void fc.assert(
    fc.property(courses, fc.array(event, { maxLength: 12 }), (drawn, elsewhere) => {
      const own = drawn.map((events) => played(events))
      const other = played(elsewhere, 'ccu')
      // From 09:00: what it did before it left 7 West belongs to 7 West.
      expect(audit([...own, other], 9, 500)).toEqual(audit(own, 9, 500))
    }),
    { seed: SEED, numRuns: 40 },
  )
})

test('AUDIT-1: what two periods count together is what the whole counts', () => {
  check((all) => {
    const [whole, before, after] = [audit(all, 0, 500), audit(all, 0, 60), audit(all, 60, 500)]
    whole.figures.forEach(({ value }, index) => {
      const parts = [before, after].map(({ figures }) => counted(figures[index]?.value ?? value))
      expect(parts.map(([, of]) => of).reduce((a, b) => a + b, 0)).toBe(counted(value)[1])
      if (value.kind === 'in-range' || value.kind === 'curve') return
      expect(parts.map(([count]) => count).reduce((a, b) => a + b, 0)).toBe(counted(value)[0])
    })
  })
})

/** How many of how many; for time in range its minutes, rounded for themselves in each period. */
function counted(value: Value): [count: number, of: number] {
  if (value.kind === 'in-range') return [value.minutes, value.ofMinutes]
  if (value.kind === 'count') return [value.count, value.count]
  return value.kind === 'share' ? [value.count, value.of] : [value.of, value.of]
}

test('AUDIT-1: the order of the charts changes no figure', () => {
  check((all) => {
    const values = (figures: Figures) =>
      figures.figures.map(({ value }) => (value.kind === 'in-range' ? value.minutes : value))
    expect(values(audit([...all].reverse(), 0, 500))).toEqual(values(audit(all, 0, 500)))
  })
})

test('AUDIT-1: the Kaplan-Meier curve only rises', () => {
  check((all) => {
    const [curve] = audit(all, 0, 500).figures.map(({ value }) => value)
    if (curve?.kind !== 'curve') throw new Error('no curve')
    const steps = curve.steps.map(({ percent }) => percent)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })
})
