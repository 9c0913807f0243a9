/** What is due on a chart, most urgent first (TIME). */
import { SIGNATURE_TIMES, WEIGHING_TIMES } from '../protocols/ward.ts'
import { plusHours, plusMinutes } from '../time.ts'
import type { Chart, Owed } from './chart.ts'
import { apttCollection, apttResult } from './dueAptt.ts'
import { dueBag } from './dueBag.ts'
import { dueBleeding } from './dueBleeding.ts'
import { dueBloods } from './dueBloods.ts'
import { type DueItem, stamped, type Unstamped } from './dueItem.ts'
import { moDecisions } from './dueMo.ts'
import { duePrescribing } from './duePrescribing.ts'
import { dueProcedures } from './dueProcedures.ts'
import { bleedingAssessment, restart } from './dueRestart.ts'
import { dueReviews } from './dueReviews.ts'
import { titration } from './dueTitration.ts'
import type { Now } from './hasCome.ts'
import { pendingAt } from './pending.ts'
import { resultsAt } from './results.ts'

/** Everything due on a chart at `now`, most urgent first; empty once it is closed. */
export function dueItems(chart: Chart, now: Now): DueItem[] {
  if (!chart.open) return []
  const views = resultsAt(chart, now)
  const items = [
    ...apttCollection(chart, now, views),
    ...apttResult(chart),
    ...titration(chart, now, views),
    ...moDecisions(chart, now, views),
    ...bleedingAssessment(chart, now),
    ...restart(chart),
    ...weigh(chart),
    ...pendingCheck(chart, now),
    ...chart.owed.flatMap(owedSignatures),
    ...dueBag(chart, now),
    ...dueBleeding(chart, now),
    ...dueBloods(chart, now),
    ...duePrescribing(chart),
    ...dueProcedures(chart),
    ...dueReviews(chart),
  ].map((item) => stamped(item, now))
  return withoutBarred(items).sort(
    (a, b) => dueRank(a) - dueRank(b) || standsBehind(a) - standsBehind(b) || a.dueAt - b.dueAt,
  )
}

/** PROC-1: from when heparin has to be off for a procedure the cease is asked for, and no restart. */
function withoutBarred(items: DueItem[]): DueItem[] {
  const hasToBeOff = items.some(
    ({ kind, status }) => kind === 'procedure-cease' && status === 'overdue',
  )
  return hasToBeOff ? items.filter(({ kind }) => kind !== 'restart') : items
}

/** The board's order: stop advised or restart overdue, other overdue, pending second check, due, soon, the rest. */
const RANKS = ['stop', 'overdue', 'check', 'due', 'soon', 'waiting', 'paper'] as const

/**
 * Paper that follows an act and holds nothing up; until it is due it stands behind everything else, then behind what
 * else is due.
 */
const PAPER: ReadonlySet<DueItem['kind']> = new Set(['mo-told', 'deviation-explained'])

/** Blood that somebody has to take and a laboratory to count: of what is due or overdue it stands behind the acts at the pump. */
const BLOODS: ReadonlySet<DueItem['kind']> = new Set(['bloods', 'platelets'])

/** Whether an item stands behind the others of its rank: 1, else 0. */
export function standsBehind({ kind, status }: Pick<DueItem, 'kind' | 'status'>): number {
  if (PAPER.has(kind)) return 1
  return BLOODS.has(kind) && (status === 'due' || status === 'overdue') ? 1 : 0
}

/** The place of an item in the board's order, smaller first. */
export function dueRank(item: DueItem): number {
  return RANKS.indexOf(rankName(item))
}

function rankName(item: DueItem): (typeof RANKS)[number] {
  const { kind, status, about, stopAdvised } = item
  if (stopAdvised || (kind === 'restart' && status === 'overdue')) return 'stop'
  if (status === 'overdue') return 'overdue'
  if (about === 'act-check' || about === 'pump-read-back') return 'check'
  // No clock runs for it, so it is last also while it is due (DEV-1).
  if (kind === 'deviation-explained') return 'paper'
  return PAPER.has(kind) && status !== 'due' ? 'paper' : status
}

/**
 * How urgent a chart is on the board, to be compared from the left, smaller first: the rank of its most urgent item;
 * where that item stands behind the acts at the pump, the rank of the first of those; the time.
 */
export function urgency(
  chart: Chart,
  now: Now,
  items: readonly DueItem[] = dueItems(chart, now),
): readonly number[] {
  const [first] = items
  if (!first) return [RANKS.length]
  const act = items.find((item) => standsBehind(item) === 0)
  return [
    dueRank(first),
    standsBehind(first),
    act ? dueRank(act) : RANKS.length,
    (act ?? first).dueAt,
  ]
}

/** INIT-6: an estimated weight is replaced by a measured one: due in 12 h, overdue at 24 h. */
function weigh({ weight, infusion }: Chart): Unstamped[] {
  if (weight?.method !== 'estimated' || infusion.status === 'ceased') return []
  return [
    {
      kind: 'weigh',
      dueAt: plusHours(weight.at, WEIGHING_TIMES.dueAfterHours),
      overdueAt: plusHours(weight.at, WEIGHING_TIMES.overdueAfterHours),
      owner: 'nurse',
      rules: ['INIT-6'],
      anchor: { seq: weight.seq, at: weight.at },
    },
  ]
}

function pendingCheck(chart: Chart, now: Now): Unstamped[] {
  const pending = pendingAt(chart, now)
  if (!pending) return []
  const { actSeq: seq, matched, entry, recordedAt: at } = pending
  const common = { kind: 'second-check', owner: 'checker' } as const
  if (matched) {
    const { at: matchedAt } = matched
    const overdueAt = plusMinutes(matchedAt, SIGNATURE_TIMES.setPumpOverdueAfterMinutes)
    const about = entry.kind === 'bolusGiven' ? 'act-check' : 'pump-read-back'
    const anchor = { seq, at: matchedAt }
    return [{ ...common, dueAt: matchedAt, overdueAt, rules: ['SIGN-4', 'SIGN-8'], anchor, about }]
  }
  const overdueAt = pending.lapsesAt ?? at
  return [
    {
      ...common,
      dueAt: at,
      overdueAt,
      rules: ['SIGN-4', 'SIGN-8'],
      anchor: { seq, at },
      about: 'act-check',
    },
  ]
}

/** The rules of a second signature that is owed; SIGN-5 for all others. */
const OWED_RULES: Partial<Readonly<Record<Owed['kind'], Unstamped['rules']>>> = {
  keep: ['SIGN-3'],
  bag: ['SIGN-3', 'CHART-9'],
}

/** The countersign of an act in effect, and the first signature where identity was not proven (SIGN-3, SIGN-5). */
function owedSignatures(owed: Owed): Unstamped[] {
  const { actSeq: seq, at, kind, secondMissing, firstMissing } = owed
  const anchor = { seq, at }
  const due =
    kind === 'keep'
      ? SIGNATURE_TIMES.noChangeCheckDueAfterMinutes
      : SIGNATURE_TIMES.countersignDueAfterMinutes
  const overdue =
    kind === 'keep'
      ? SIGNATURE_TIMES.noChangeCheckOverdueAfterMinutes
      : SIGNATURE_TIMES.countersignOverdueAfterMinutes
  const times = { dueAt: plusMinutes(at, due), overdueAt: plusMinutes(at, overdue), anchor }
  const second: Unstamped = {
    ...times,
    kind: 'second-check',
    owner: 'first-signer',
    rules: OWED_RULES[kind] ?? ['SIGN-5'],
    about: kind === 'keep' ? 'keep-check' : 'countersign',
  }
  const first: Unstamped = {
    ...times,
    kind: 'signature',
    owner: 'first-signer',
    rules: ['SIGN-5'],
    dueAt: at,
  }
  return [...(secondMissing ? [second] : []), ...(firstMissing ? [first] : [])]
}
