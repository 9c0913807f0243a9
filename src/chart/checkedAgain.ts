/** What came onto the chart between a first signature and its second (SIGN-8, SIGN-9). */
import { isoOf } from '../time.ts'
import { type Ask, firstRefusal } from './ask.ts'
import type { Chart } from './chart.ts'
import { changeRate, giveBolus, startInfusion } from './decideDose.ts'
import { recommenceInfusion, restartInfusion, resumeInfusion } from './decideRestart.ts'
import type { Refusal } from './decision.ts'
import { openRateOrders } from './dueTitration.ts'
import type { PendingKind } from './entries.ts'
import type { PendingNow } from './pending.ts'
import type { GoingOn } from './procedureBar.ts'
import { refuse } from './refuse.ts'
import { isSameReading } from './sampleOf.ts'

type Rule = (ask: Ask) => Refusal | null

const rules: Readonly<Record<PendingKind, Rule>> = {
  bolusGiven: giveBolus as Rule,
  infusionStarted: startInfusion as Rule,
  rateChanged: changeRate as Rule,
  infusionResumed: resumeInfusion as Rule,
  infusionRecommenced: recommenceInfusion as Rule,
  infusionRestarted: restartInfusion as Rule,
}

/**
 * Holds the act that waits to its own rules once more, at its check and at a countersign without one: an assessment, an
 * order, a sample or a question of an MO that came since its first signature counts as if it had been there. A decrease
 * is never held to it. Null: it stands.
 */
export function checkedAgain(chart: Chart, act: PendingNow, goingOn: GoingOn): Refusal | null {
  if (isDecrease(chart, act)) return null
  const refusal = firstRefusal([
    () => laterOrder(chart, act, goingOn),
    () => laterAssessment(chart, act),
    () => rules[act.kind](askedAgain(chart, act, goingOn)),
  ])
  return refusal && { ...refusal, facts: { ...refusal.facts, waits: 'yes' } }
}

function isDecrease({ infusion }: Chart, { entry }: PendingNow): boolean {
  const { rateMlPerHour } = infusion
  return (
    entry.kind === 'rateChanged' &&
    rateMlPerHour !== null &&
    entry.newRateMlPerHour <= rateMlPerHour
  )
}

/** DEV-1, NOMO-17: an MO has ordered a rate since; without this the order would end, unread, with the countersign. */
function laterOrder(chart: Chart, { entry, actSeq }: PendingNow, { at }: GoingOn): Refusal | null {
  if (entry.kind === 'bolusGiven') return null
  const [order] = openRateOrders(chart, at)
  if (!order || order.seq < actSeq) return null
  const figure = entry.kind === 'rateChanged' ? entry.newRateMlPerHour : entry.rateMlPerHour
  const { rateMlPerHour: ordered } = order.entry
  return figure === ordered ? null : refuse('order-stands', { ordered })
}

/** TIME-3: the MO has chosen since that it stays off, or for how long. */
function laterAssessment({ assessment }: Chart, { entry, actSeq }: PendingNow): Refusal | null {
  if (entry.kind !== 'infusionResumed' || !assessment || assessment.seq < actSeq) return null
  return assessment.plan === 'restart' ? null : refuse('stays-off', { until: assessment.until })
}

/** The first signer's command, as if it were sent now; the same figure entered again stands for the one it named (SIGN-9). */
function askedAgain(chart: Chart, { entry }: PendingNow, { stated, at }: GoingOn): Ask {
  const named = 'resultSeq' in entry ? entry.resultSeq : undefined
  const resultSeq = named === undefined ? {} : { resultSeq: lastSaying(chart, named) }
  const command = { ...entry, ...resultSeq, happenedAt: isoOf(stated) }
  return { chart, command, by: entry.by, at } as unknown as Ask
}

/** The last entry of that report, as long as each says what the one before it said (NOMO-11). */
function lastSaying(chart: Chart, seq: number): number {
  const result = chart.results.find((each) => each.seq === seq)
  const next = chart.results.find((each) => each.seq === result?.replacedBy)
  return result && next && isSameReading(result, next) ? lastSaying(chart, next.seq) : seq
}
