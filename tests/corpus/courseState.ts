import { createHash } from 'node:crypto'
import { bagAt } from '../../src/chart/bagAt.ts'
import type { Chart } from '../../src/chart/chart.ts'
import { dueItems } from '../../src/chart/due.ts'
import { pendingAt } from '../../src/chart/pending.ts'
import { resultsAt, therapeuticRun } from '../../src/chart/results.ts'
import type { Instant } from '../../src/time.ts'

const DIGEST_LENGTH = 8

/**
 * What a chart says at an instant, a line for each subject. Frozen with the corpus: a subject may be added under a name of
 * its own for courses frozen later, and none is ever changed.
 */
export function courseState(chart: Chart, now: Instant): string[] {
  const { infusion, prescription, weight, owed, suspensions, bolusOrders, rateOrders } = chart
  const pending = pendingAt(chart, now)
  const says = {
    place: [chart.open, chart.wardId, chart.bed, chart.seq, chart.version],
    patient: [chart.patient, chart.allergies, chart.amo],
    weight: weight && [weight.kg, weight.method, weight.at],
    protocol: prescription && [
      prescription.entry.protocol,
      prescription.entry.protocolVersion,
      prescription.afterCease,
    ],
    restrictions: chart.restrictions,
    infusion,
    events: chart.events.map(({ kind, seq, at, rateMlPerHour, staling }) => [
      kind,
      seq,
      at,
      rateMlPerHour,
      staling,
    ]),
    pending: pending && [pending.actSeq, pending.kind, pending.by.userId, pending.step],
    owed: owed.map(({ actSeq, kind, secondMissing, firstMissing }) => [
      actSeq,
      kind,
      secondMissing,
      firstMissing,
    ]),
    results: resultsAt(chart, now).map(({ result, use, advice }) => [
      result.seq,
      result.text,
      use,
      advice && { ...advice, because: undefined, next: undefined },
    ]),
    run: therapeuticRun(chart, now),
    suspensions,
    orders: [
      rateOrders.map(({ seq, usedBy }) => [seq, usedBy]),
      bolusOrders.map(({ seq, units, givenBy, withheldBy }) => [seq, units, givenBy, withheldBy]),
    ],
    assessment: chart.assessment,
    deviation: chart.deviation?.seq ?? null,
    questions: chart.moQuestions,
    struck: [...chart.struck],
    bag: bagAt(chart, now),
    due: dueItems(chart, now).map(({ kind, status, dueAt, owner }) => [kind, status, dueAt, owner]),
  }
  return Object.entries(says).map(([subject, said]) => `${subject} ${canonical(said)}`)
}

/** A state as a short hash: enough to see that it is another. */
export function digestOf(state: readonly string[]): string {
  return createHash('sha256').update(state.join('\n')).digest('hex').slice(0, DIGEST_LENGTH)
}

/** JSON with the fields of every object in the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}
