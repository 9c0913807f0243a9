import type { Chart } from '../../../src/chart/chart.ts'
import type { Decision } from '../../../src/chart/decision.ts'
import type { DueItem } from '../../../src/chart/dueItem.ts'
import type { Entry, EntryOf } from '../../../src/chart/entries.ts'
import { pendingKinds } from '../../../src/chart/entries.ts'
import type { AdviceFrom, Restriction } from '../../../src/chart/fields.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { type Instant, instantOf, minuteOf } from '../../../src/time.ts'

/** What happened in one step of a course. */
export interface Happened {
  readonly before: Chart
  readonly kind: string
  readonly by: Signer
  readonly at: Instant
  readonly decision: Decision
  readonly after: Chart
  readonly due: readonly DueItem[]
  /** The chart derived once more after the decision, from the same entries as `before`. */
  readonly beforeAgain: Chart
}

/** The laws of the record, written without its code: each gives what is wrong, or null. */
export const laws: Record<string, (happened: Happened) => string | null> = {
  'a running rate is above 0 and at most 60, and there is none while off'({ after }) {
    const { status, rateMlPerHour: rate, rateUnconfirmed } = after.infusion
    if (status !== 'running') return rate === null ? null : `${rate} while ${status}`
    if (rate === null) return rateUnconfirmed ? null : 'no rate while running'
    return rate > 0 && rate <= 60 && Math.round(rate * 10) / 10 === rate ? null : `runs at ${rate}`
  },

  'an act takes effect with two different people, both competent'({ before, decision, by, at }) {
    const act = actCountersigned(before, decision)
    if (!act) return null
    if (act.by.userId === by.userId) return `both are ${by.userId}`
    return isTrained(by, at, act.kind === 'bolusGiven') ? null : `${by.userId} is not trained`
  },

  'a sample changes or keeps the rate at most once'({ after }) {
    const samples = decidedSamples(after)
    const twice = samples.find((minute, i) => samples.indexOf(minute) !== i)
    return twice === undefined ? null : `sample of minute ${twice} acted on twice`
  },

  'no bolus under a restriction without its names'({ before, decision }) {
    const entry = accepted(decision)
    if (entry?.kind === 'bolusOrdered') return barred(before.restrictions, entry.adviceFrom)
    if (entry?.kind === 'infusionPrescribed' && entry.bolusUnits !== null) {
      return barred(entry.restrictions, entry.adviceFrom)
    }
    return null
  },

  'no restart before the hold ends, save by a deviation'({ before, decision, at }) {
    const act = actCountersigned(before, decision)
    const holdEnd = before.infusion.stop?.restartNotBefore
    if (act?.kind !== 'infusionRestarted' || holdEnd == null) return null
    const order = before.rateOrders.find(({ seq }) => seq === act.orderSeq)
    if (order?.entry.deviation) return null
    const stated = instantOf(accepted(decision)?.happenedAt ?? '')
    return minuteOf(stated) < minuteOf(holdEnd) || at < holdEnd ? 'restarted too soon' : null
  },

  'an entry is the next one, and the version moves by one at most'({ before, decision }) {
    const entry = decision.kind === 'refused' ? null : decision.entry
    if (!entry) return null
    if (entry.seq !== before.seq + 1) return `seq ${entry.seq} after ${before.seq}`
    const counted = entry.version - before.version
    return counted === (isCounted(before, entry as Entry) ? 1 : 0)
      ? null
      : `${entry.kind}: ${counted}`
  },

  'a stop is accepted in every state'({ kind, by, decision, after }) {
    if (kind !== 'stopInfusion' && kind !== 'ceaseInfusion') return null
    if (by.role === 'administrator') return null
    if (decision.kind !== 'accepted') return `refused: ${decision.refusal.code}`
    return after.infusion.rateMlPerHour === null && after.pending === null ? null : 'still running'
  },

  'a strike-out never leads to another confirmed rate or status'({ before, decision, after }) {
    if (accepted(decision)?.kind !== 'entryStruckOut' || after.infusion.rateUnconfirmed) return null
    if (after.infusion.status === 'not-started' && !wasEverOn(after)) return null
    const [was, is] = [before, after].map(({ infusion }) =>
      infusion.rateUnconfirmed ? 'in doubt' : `${infusion.status} ${infusion.rateMlPerHour}`,
    )
    return was === is ? null : `${was}, then ${is}`
  },

  'a decision changes nothing by itself'({ before, beforeAgain }) {
    return text(before) === text(beforeAgain) ? null : 'the chart was altered'
  },

  'due items have times and stand in order'({ due }) {
    const bad = due.find(
      ({ dueAt, overdueAt }) =>
        overdueAt !== null && !(dueAt <= overdueAt && Number.isFinite(overdueAt - dueAt)),
    )
    if (bad) return `${bad.kind}: ${bad.dueAt} ${bad.overdueAt}`
    const ranks = due.map(rank)
    return ranks.every((each, i) => i === 0 || (ranks[i - 1] ?? 0) <= each) ? null : `${ranks}`
  },

  'one act at a time'({ before, decision, at }) {
    const entry = accepted(decision)
    const isAct = entry && (pendingKinds as readonly string[]).includes(entry.kind)
    return isAct && waits(before, at) ? 'a second act was signed' : null
  },

  'no act takes effect after it has lapsed'({ before, decision, at }) {
    return actCountersigned(before, decision) && !waits(before, at)
      ? 'signed after its lapse'
      : null
  },

  'nothing is started or raised while suspended'({ before, decision }) {
    const entry = accepted(decision)
    if (before.suspensions.length === 0 || !entry) return null
    const starts = [
      'bolusGiven',
      'infusionStarted',
      'infusionRestarted',
      'infusionResumed',
      'infusionRecommenced',
      'bolusOrdered',
    ]
    if (starts.includes(entry.kind)) return `${entry.kind} while suspended`
    const rate = before.infusion.rateMlPerHour
    return entry.kind === 'rateChanged' && rate !== null && entry.newRateMlPerHour > rate
      ? 'raised while suspended'
      : null
  },

  'nothing is signed or ordered while another bag hangs'({ before, decision }) {
    const entry = accepted(decision)
    const { units, volumeMl } = before.bags.at(-1) ?? { units: 25_000, volumeMl: 250 }
    if (!entry || (units === 25_000 && volumeMl === 250)) return null
    const figures: readonly string[] = [...pendingKinds, 'rateKept', 'rateOrdered', 'bolusOrdered']
    return figures.includes(entry.kind) ? `${entry.kind} with ${units} units` : null
  },
}

/** The names of the laws that a step breaks, each with what is wrong. */
export function brokenBy(happened: Happened): string[] {
  return Object.entries(laws).flatMap(([name, law]) => {
    const wrong = law(happened)
    return wrong === null ? [] : [`${name}: ${wrong}`]
  })
}

function accepted(decision: Decision): Entry | null {
  return decision.kind === 'accepted' ? (decision.entry as Entry) : null
}

/** The act that a countersign puts into effect. */
function actCountersigned({ pending }: Chart, decision: Decision) {
  const entry = accepted(decision)
  if (entry?.kind !== 'countersigned' || pending?.actSeq !== entry.actSeq) return null
  return pending.entry
}

/** Whether the record tells anywhere, struck out or not, of a pump that ran. */
function wasEverOn({ entries }: Chart): boolean {
  const signed = new Set(
    entries.flatMap((entry) => (entry.kind === 'countersigned' ? [entry.actSeq] : [])),
  )
  return entries.some(
    (entry) =>
      (entry.kind === 'infusionStarted' && signed.has(entry.seq)) ||
      (entry.kind === 'bedsideFactRecorded' && entry.fact === 'pump-found-at'),
  )
}

function waits({ pending }: Chart, at: Instant): boolean {
  const tenMinutes = 10 * 60_000
  return pending !== null && (pending.matched !== null || at - pending.recordedAt < tenMinutes)
}

function isTrained({ role, competencies }: Signer, at: Instant, isBolus: boolean): boolean {
  if (['MO', 'registrar', 'AMO'].includes(role)) return true
  const until = competencies.learningPackageUntil
  if (until === null || at >= instantOf(until)) return false
  if (['RN', 'RM', 'pharmacist'].includes(role)) return true
  return role === 'EN' && competencies.ivUnits && !competencies.notation && !isBolus
}

const NAMES: Record<string, readonly AdviceFrom['role'][]> = {
  stroke: ['neurologist'],
  neurosurgical: ['neurosurgeon', 'haematologist'],
  anticoagulated: ['haematologist'],
}
function barred(
  restrictions: readonly Restriction[],
  adviceFrom: readonly AdviceFrom[],
): string | null {
  const named = adviceFrom.map(({ role }) => role)
  const bar = restrictions.find(
    (each) => !NAMES[each] || NAMES[each].some((role) => !named.includes(role)),
  )
  return bar ? `bolus in spite of ${bar}` : null
}

/** The collection minute of every sample that a change or keep in effect answers, orders by deviation apart. */
function decidedSamples({ entries, struck, results }: Chart): number[] {
  const inForce = entries.filter(({ seq }) => !struck.has(seq))
  const signed = new Set(
    inForce.flatMap((entry) => (entry.kind === 'countersigned' ? [entry.actSeq] : [])),
  )
  const acts = inForce.filter(
    (entry): entry is EntryOf<'rateChanged' | 'rateKept'> =>
      entry.kind === 'rateKept' || (entry.kind === 'rateChanged' && signed.has(entry.seq)),
  )
  return acts.flatMap((act) => {
    const order = 'orderSeq' in act ? inForce.find(({ seq }) => seq === act.orderSeq) : undefined
    const resultSeq =
      act.resultSeq ?? (order?.kind === 'rateOrdered' && !order.deviation ? order.resultSeq : null)
    const result = results.find(({ seq }) => seq === resultSeq)
    return result ? [minuteOf(result.collectedAt)] : []
  })
}

const UNCOUNTED = [
  'apttCollected',
  'rateKept',
  'wardTransferred',
  'noteWritten',
  'allergiesRecorded',
  'amoChanged',
  'secondIndicationRecorded',
  'deviationExplained',
  'bloodsOrdered',
  'bloodsResulted',
  'bloodsReviewed',
  'plateletAlertAnswered',
  'infusionReviewed',
  'eventReviewed',
  'pharmacistReviewed',
  'moToldNamed',
  'observationRecorded',
  'adverseEventRecorded',
  'stepTicked',
  'procedurePlanned',
  'procedureMoved',
  'procedureCancelled',
  'secondCheckMatched',
  'secondCheckMismatched',
]
function isCounted({ pending, infusion }: Chart, entry: Entry): boolean {
  if (entry.kind === 'countersigned') return pending?.actSeq === entry.actSeq
  return !UNCOUNTED.includes(entry.kind) || isSuspending(infusion, entry)
}

/** BLEED-0: what suspends must have been seen by whoever signs. */
function isSuspending({ stop }: Chart['infusion'], entry: Entry): boolean {
  if (entry.kind === 'adverseEventRecorded') return entry.event !== 'other'
  if (entry.kind !== 'observationRecorded') return false
  const isHeld = stop !== null && stop.restartNotBefore !== null
  return entry.bleeding === 'major-suspected' || (entry.bleeding === 'minor' && isHeld)
}

function rank({ kind, status, about, stopAdvised }: DueItem): number {
  if (stopAdvised || (kind === 'restart' && status === 'overdue')) return 0
  if (status === 'overdue') return 1
  if (about === 'act-check' || about === 'pump-read-back') return 2
  // Paper stands behind everything else until it is due; no clock runs for explaining a deviation, due or not.
  if (kind === 'deviation-explained' || (kind === 'mo-told' && status !== 'due')) return 6
  return ['due', 'soon', 'waiting'].indexOf(status) + 3
}

/** A chart as text, to compare two of them in everything. */
export function text({ struck, ...chart }: Chart): string {
  return JSON.stringify({ ...chart, struck: [...struck] })
}
