import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ProcedureKind, procedureKinds } from '../../src/chart/careFields.ts'
import { procedureBar } from '../../src/chart/procedureBar.ts'
import { ceaseWindow, recommenceWindow } from '../../src/chart/procedureTimes.ts'
import { type Instant, isoOf, plusMinutes } from '../../src/time.ts'
import type { Course } from './support/course.ts'
import { ended, ordered } from './support/planned.ts'

const seeded = { seed: 20270310, numRuns: 300 }
const procedures = fc.constantFrom(...procedureKinds)
/** Some instant, seldom on a whole minute. */
const instants = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => ms as Instant)

/** The fewest whole minutes between end and recommencing, typed apart from the code. */
const LEAST: Record<ProcedureKind, { calm: number; risk: number; blood: number }> = {
  surgery: { calm: 1440, risk: 360, blood: 1440 },
  'central-venous-catheter': { calm: 120, risk: 120, blood: 120 },
  biopsy: { calm: 120, risk: 120, blood: 120 },
  'lumbar-puncture': { calm: 121, risk: 121, blood: 1440 },
  'neuraxial-catheter': { calm: 121, risk: 121, blood: 1440 },
}

/** Any minute after the end, often one beside an edge. */
const minutesAfter = fc.oneof(
  fc.integer({ min: 0, max: 3000 }),
  fc.constantFrom(119, 120, 121, 359, 360, 1439, 1440, 1441),
)

/** Whether heparin may go on so many minutes after a clean end. */
function mayGoOn(course: Course, minutes: number): boolean {
  const at = plusMinutes(course.time('20:40'), minutes)
  return procedureBar(course.chart, { stated: at, at }) === null
}

test('PROC-1, H32: for every procedure and every minute: not before its least time, and from then on', () => {
  const charts = new Map(
    procedureKinds.map((procedure) => [procedure, ended({ procedure }).course] as const),
  )
  const isRight = (least: Record<ProcedureKind, { calm: number }>) =>
    fc.check(
      fc.property(procedures, minutesAfter, (procedure, minutes) => {
        const course = charts.get(procedure)
        return course && mayGoOn(course, minutes) === minutes >= least[procedure].calm
      }),
      seeded,
    )
  expect(isRight(LEAST).failed).toBe(false)
  // A minute less after a lumbar puncture would be seen.
  expect(isRight({ ...LEAST, 'lumbar-puncture': { calm: 120 } }).failed).toBe(true)
})

function leastOf(procedure: ProcedureKind, risk: boolean, blood: boolean): number {
  const { calm, risk: high, blood: seen } = LEAST[procedure]
  if (calm === 121) return blood ? seen : calm
  return risk ? high : calm
}

test('PROC-1, NOMO-8: the earliest time is a whole minute and never short of its hours, whatever the second of the end', () => {
  void fc.assert(
    fc.property(procedures, fc.boolean(), fc.boolean(), instants, (procedure, risk, blood, at) => {
      const { earliest } = recommenceWindow(
        { procedure, veryHighThromboticRisk: risk },
        { at, bloodSeenAt: blood ? at : null },
      )
      const minutes = (earliest - at) / 60_000
      const least = leastOf(procedure, risk, blood)
      expect(earliest % 60_000).toBe(0)
      // 121 whole minutes are the first that are more than 120.
      expect(minutes).toBeGreaterThan(least === 121 ? 120 : least - 0.001)
      expect(minutes).toBeLessThan(least + 1)
    }),
    seeded,
  )
})

test('PROC-1, TIME-7: a booking that moves by so much moves the cease window by as much', () => {
  void fc.assert(
    fc.property(
      procedures,
      instants,
      fc.integer({ min: -9999, max: 9999 }),
      (procedure, at, by) => {
        const before = ceaseWindow({ procedure, bookedAt: at })
        const after = ceaseWindow({ procedure, bookedAt: plusMinutes(at, by) })
        expect([after.opens - before.opens, after.closes - before.closes]).toEqual([
          by * 60_000,
          by * 60_000,
        ])
        expect(before.opens).toBeLessThan(before.closes)
        expect(before.closes).toBeLessThan(at)
      },
    ),
    seeded,
  )
})

test('PROC-1: whatever is told of the site afterwards, heparin never goes on sooner than the end allows', () => {
  const look = fc.record({
    minutes: fc.integer({ min: 0, max: 600 }),
    haemostasis: fc.constantFrom('confirmed' as const, 'not-confirmed' as const),
    bloodSeen: fc.constantFrom('none' as const, 'seen' as const),
  })
  void fc.assert(
    fc.property(procedures, fc.array(look, { maxLength: 5 }), (procedure, looks) => {
      const { course, planSeq } = ended({ procedure })
      const clean = course.chart
      ordered(course.at('40:00'))
      for (const { minutes, ...site } of looks) {
        const happenedAt = isoOf(plusMinutes(course.time('20:40'), minutes))
        const late = { happenedAt, lateReason: 'Written later' }
        course.do('adams', 'endProcedure', { planSeq, ...site, ...late })
      }
      for (let minutes = 0; minutes < 3000; minutes += 97) {
        const at = plusMinutes(course.time('20:40'), minutes)
        const wasBarred = procedureBar(clean, { stated: at, at }) !== null
        if (wasBarred) expect(procedureBar(course.chart, { stated: at, at })).not.toBeNull()
      }
    }),
    { ...seeded, numRuns: 40 },
  )
})
