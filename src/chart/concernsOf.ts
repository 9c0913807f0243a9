/** What on a chart wants a pharmacist's eye, the most pressing first (SIGN-6). */
import { rowsFor } from '../nomogram/rowsFor.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { CONCERN_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, plusHours } from '../time.ts'
import type { Chart } from './chart.ts'
import { deviationInForce } from './deviationAt.ts'
import { lastEvent } from './draft.ts'
import { dueItems } from './due.ts'
import type { DueAbout, DueItem } from './dueItem.ts'
import { hasCome, type Now } from './hasCome.ts'
import { protocolOf, type ResultView, resultsAt } from './results.ts'

/** In the order in which they are shown. Local decision. */
export const concernKinds = [
  'wrong-bag',
  'platelet-fall',
  'suspended',
  'stop',
  'sub-therapeutic',
  'deviation',
  'overdue',
  'estimated-weight',
  'medicines',
] as const
export type ConcernKind = (typeof concernKinds)[number]

/** One thing that wants a pharmacist's eye: since when, by which rule, and the agents or reasons it is about. */
export interface Concern {
  readonly kind: ConcernKind
  readonly at: Instant
  readonly rules: readonly RuleId[]
  readonly names: readonly string[]
}

/** The concerns of an open chart at `now`, in the order of `concernKinds`. */
export function concernsOf(
  chart: Chart,
  now: Now,
  due: readonly DueItem[] = dueItems(chart, now),
): Concern[] {
  if (!chart.open) return []
  const found = [
    asked(due, 'wrong-bag', 'wrong-bag'),
    asked(due, 'platelet-alert', 'platelet-fall'),
    suspended(chart),
    stop(chart, due),
    subTherapeutic(chart, now),
    deviation(chart, now),
    overdue(due),
    estimatedWeight(chart),
    medicines(chart),
  ]
  return found.filter((each) => each !== null)
}

function concern(
  kind: ConcernKind,
  at: Instant,
  rules: readonly RuleId[],
  names: readonly string[] = [],
): Concern {
  return { kind, at, rules, names }
}

/** A question that waits for an MO on the due list. */
function asked(due: readonly DueItem[], about: DueAbout, kind: ConcernKind): Concern | null {
  const item = due.find((each) => each.about === about)
  return item ? concern(kind, item.anchor.at, item.rules) : null
}

function suspended({ suspensions }: Chart): Concern | null {
  const [first] = suspensions
  const reasons = suspensions.map(({ reason }) => reason)
  return first ? concern('suspended', first.at, ['BLEED-0'], reasons) : null
}

/** Stopped, or a stop advised and not yet made. */
function stop({ infusion }: Chart, due: readonly DueItem[]): Concern | null {
  const rules: readonly RuleId[] = ['TIME-3', 'SIGN-5']
  if (infusion.stop) return concern('stop', infusion.stop.at, rules)
  const advised = due.find(({ stopAdvised }) => stopAdvised)
  return advised ? concern('stop', advised.anchor.at, advised.rules, ['advised']) : null
}

/**
 * Local decision: 24 h or more without a counted result at or above the target's lower end, from the start or the
 * recommencing, or from the first of the results below it that follow the last one that was not.
 */
function subTherapeutic(chart: Chart, now: Now): Concern | null {
  const since = belowSince(chart, now)
  const from = since && plusHours(since, CONCERN_TIMES.subTherapeuticAfterHours)
  return since && from && hasCome(from, now) ? concern('sub-therapeutic', since, ['NOMO-7']) : null
}

function belowSince(chart: Chart, now: Now): Instant | null {
  const begun = lastEvent(chart.events, ({ kind }) => kind === 'recommence')?.at
  const start = begun ?? chart.infusion.firstStartedAt
  if (start === null || chart.infusion.status === 'ceased') return null
  const counted = resultsAt(chart, now).filter((view) => counts(view, start))
  const last = counted.findLastIndex((view) => reachesTarget(chart, view))
  return last < 0 ? start : (counted[last + 1]?.result.collectedAt ?? null)
}

const COUNTED: ReadonlySet<ResultView['use']> = new Set(['usable', 'old', 'acted'])

/** The newest version of a sample drawn on therapy, acted on or fit to be. */
function counts({ result, use }: ResultView, start: Instant): boolean {
  return COUNTED.has(use) && result.replacedBy === null && result.collectedAt > start
}

/** Every row that the result could stand for is the therapeutic one or lies above it. */
function reachesTarget(chart: Chart, { result }: ResultView): boolean {
  const protocol = protocolOf(chart)
  if (!protocol) return false
  const therapeutic = protocol.nomogram.findIndex(({ kind }) => kind === 'no-change')
  const rows = rowsFor(protocol, result.parsed)
  return rows.length > 0 && rows.every(({ ref }) => ref.index >= therapeutic)
}

/** DEV-1: in force, in the prescription, or the order that the running rate comes from. */
function deviation(chart: Chart, now: Now): Concern | null {
  const { infusion, prescription, rateOrders } = chart
  if (infusion.status === 'ceased') return null
  const lasting = deviationInForce(chart, now)
  const prescribed = prescription?.entry.deviation ? prescription : null
  const ordered = rateOrders.findLast(
    ({ entry, usedBy }) => entry.deviation && usedBy !== null && usedBy === infusion.setBySeq,
  )
  const found = lasting ?? ordered ?? prescribed
  return found ? concern('deviation', found.at, ['DEV-1']) : null
}

/** TIME-8: since the longest overdue item. */
function overdue(due: readonly DueItem[]): Concern | null {
  const [first] = due
    .filter(({ status }) => status === 'overdue')
    .map(({ dueAt }) => dueAt)
    .sort((a, b) => a - b)
  return first === undefined ? null : concern('overdue', first, ['TIME-8'])
}

function estimatedWeight({ weight, infusion }: Chart): Concern | null {
  if (weight?.method !== 'estimated' || infusion.status === 'ceased') return null
  return concern('estimated-weight', weight.at, ['INIT-6'])
}

/** CHART-6: whatever is taken beside the heparin and may alter bleeding. */
function medicines({ medicines: beside, openedAt, entries, struck }: Chart): Concern | null {
  if (!beside) return null
  const { antiplatelets, anticoagulants, others } = beside
  const names = [
    ...antiplatelets.map(({ agent, plan }) => (plan === 'cease' ? `${agent} (to cease)` : agent)),
    ...anticoagulants.map(({ agent }) => agent),
    ...others,
  ]
  if (names.length === 0) return null
  const recorded = entries.findLast(
    (entry) => 'medicines' in entry && entry.medicines && !struck.has(entry.seq),
  )
  const at = recorded ? instantOf(recorded.happenedAt) : openedAt
  return concern('medicines', at, ['CHART-6'], names)
}
