/** What facts, prescriptions and orders do to the chart. */
import { parseAptt } from '../nomogram/parseAptt.ts'
import { rowsFor } from '../nomogram/rowsFor.ts'
import { protocolFor } from '../protocols/register.ts'
import { type Instant, instantOf, laterOf, minuteOf, plusMinutes } from '../time.ts'
import type { Chart, Result, Weight } from './chart.ts'
import { deviationAt } from './deviationAt.ts'
import { addEvent, type Draft, effectOf, voidUnlessMatched } from './draft.ts'
import type { EntryOf } from './entries.ts'
import type { Restriction } from './fields.ts'
import { suspend } from './foldDose.ts'
import { deviate, endAtResult, prescribedAround } from './foldPrescribing.ts'
import { noteUnplanned, withProcedure } from './foldProcedures.ts'
import { addResult, ofSameSample } from './ofSameSample.ts'
import { isSameReading, sampleOf } from './sampleOf.ts'

/** A measured weight stands before an estimated one; among equals the latest (INIT-6). */
export function weightRecorded(draft: Draft, entry: EntryOf<'weightRecorded'>): void {
  const weight: Weight = {
    seq: entry.seq,
    kg: entry.kg,
    method: entry.method,
    reason: entry.reason ?? null,
    at: instantOf(entry.happenedAt),
    by: entry.by,
  }
  const before = draft.weight
  const outranked =
    before !== null &&
    (before.method === weight.method ? before.at > weight.at : before.method === 'measured')
  if (!outranked) draft.weight = weight
}

export function infusionPrescribed(draft: Draft, entry: EntryOf<'infusionPrescribed'>): void {
  const effect = effectOf(entry)
  const { status } = draft.infusion
  draft.prescription = { seq: entry.seq, at: effect.at, entry, afterCease: status === 'ceased' }
  noteUnplanned(draft)
  draft.restrictions = withProcedure(draft, restrictionsOf(entry))
  deviate(draft, entry)
  prescribedAround(draft, entry)
  draft.moQuestions = []
  voidUnlessMatched(draft)
  draft.bolusOrders = draft.bolusOrders.filter((order) => order.givenBy !== null)
  draft.rateOrders = draft.rateOrders.filter((order) => order.usedBy !== null)
  if (entry.bolusUnits !== null) {
    draft.bolusOrders.push({
      seq: entry.seq,
      at: effect.at,
      source: 'prescription',
      units: entry.bolusUnits,
      resultSeq: null,
      givenBy: null,
      withheldBy: null,
    })
  }
  if (status !== 'not-started' && status !== 'ceased') {
    addEvent(draft, 'protocol-change', effect, draft.infusion.rateMlPerHour)
    lengthenHold(draft, entry)
  }
}

function restrictionsOf(entry: EntryOf<'infusionPrescribed'>): Restriction[] {
  const stroke: Restriction[] =
    entry.protocol === 'stroke' && !entry.restrictions.includes('stroke') ? ['stroke'] : []
  return [...stroke, ...entry.restrictions]
}

/** CHART-7: at a change of protocol the longer hold counts. */
function lengthenHold(draft: Draft, entry: EntryOf<'infusionPrescribed'>): void {
  const { stop } = draft.infusion
  if (!stop || stop.restartNotBefore === null) return
  const top = protocolFor(entry.protocol, entry.protocolVersion).nomogram.at(-1)
  if (top?.kind !== 'stop') return
  const restartNotBefore = laterOf(stop.restartNotBefore, plusMinutes(stop.at, top.stopMinutes))
  draft.infusion = { ...draft.infusion, stop: { ...stop, restartNotBefore } }
}

export function rateOrdered(draft: Draft, entry: EntryOf<'rateOrdered'>): void {
  const at = instantOf(entry.happenedAt)
  draft.rateOrders.push({ seq: entry.seq, at, entry, usedBy: null })
  deviate(draft, entry)
  draft.moQuestions = []
}

export function bolusOrdered(draft: Draft, entry: EntryOf<'bolusOrdered'>): void {
  draft.bolusOrders.push({
    seq: entry.seq,
    at: instantOf(entry.happenedAt),
    source: 'order',
    units: entry.units,
    resultSeq: entry.resultSeq,
    givenBy: null,
    withheldBy: null,
  })
}

export function bleedingAssessed(draft: Draft, entry: EntryOf<'bleedingAssessed'>): void {
  const effect = effectOf(entry)
  draft.assessment = {
    seq: entry.seq,
    at: effect.at,
    finding: entry.finding,
    plan: entry.plan,
    until: entry.until === undefined ? null : instantOf(entry.until),
  }
  draft.moQuestions = []
  liftBleedingAtHold(draft, effect.at)
  if (entry.finding !== 'major') return
  suspend(draft, 'suspected-major-bleed', effect)
  voidUnlessMatched(draft)
}

/** BLEED-0: bleeding found at a hold suspends until an assessment made since then is signed with its plan (TIME-3). */
function liftBleedingAtHold(draft: Draft, at: Instant): void {
  draft.suspensions = draft.suspensions.filter(
    (each) =>
      each.reason !== 'bleeding-at-hold' || minuteOf(at) < minuteOf(each.lastSeenAt ?? each.at),
  )
}

export function suspensionCleared(draft: Draft, entry: EntryOf<'suspensionCleared'>): void {
  draft.suspensions = draft.suspensions.filter((each) => each.reason !== entry.reason)
  draft.moQuestions = []
}

export function apttCollected(
  draft: Draft,
  entry: EntryOf<'apttCollected'>,
  struck: boolean,
): void {
  draft.collections.push({
    seq: entry.seq,
    at: instantOf(entry.happenedAt),
    site: entry.site,
    accession: entry.accession ?? null,
    struck,
  })
}

export function apttResulted(draft: Draft, entry: EntryOf<'apttResulted'>, struck: boolean): void {
  const sample = sampleOf(draft.collections, entry.sample)
  const parsed = parseAptt(entry.text)
  if (!sample || parsed.kind === 'refused') return
  const recordedAt = instantOf(entry.recordedAt)
  const earlier = ofSameSample(draft, sample)
  const decided = earlier.findLast((each) => each.decidedBy !== null || each.amendsDecided)
  const result: Result = {
    seq: entry.seq,
    text: entry.text,
    parsed,
    // Named one by one: spread, they made the record of a result slower to build than all else in a replay.
    collectedAt: sample.collectedAt,
    site: sample.site,
    accession: sample.accession,
    collectionSeq: sample.collectionSeq,
    resultedAt: instantOf(entry.happenedAt),
    recordedAt,
    storedAdvice: entry.advice,
    struck: struck || isCollectionStruck(draft, sample.collectionSeq),
    replacedBy: null,
    decidedBy: null,
    amendsDecided: decided !== undefined,
    sameAsDecided: decided !== undefined && saysAsDecided(decided, parsed),
    underDeviation: deviationAt(draft, recordedAt) !== null,
  }
  if (!result.struck) supersede(draft, earlier, result, entry.use)
  if (!result.struck && parsed.kind !== 'specimen-rejected') endAtResult(draft)
  addResult(draft, result)
}

function isCollectionStruck({ collections }: Draft, collectionSeq: number | null): boolean {
  if (collectionSeq === null) return false
  return collections.findLast(({ seq }) => seq === collectionSeq)?.struck === true
}

/** A version that says what was acted on (by itself, or by way of a version that says the same) amends nothing. */
function saysAsDecided(decided: Result, parsed: Result['parsed']): boolean {
  const isTheDecision = decided.decidedBy !== null || decided.sameAsDecided
  return isTheDecision && isSameReading(decided, { parsed })
}

function supersede(
  draft: Draft,
  earlier: readonly Result[],
  result: Result,
  use: EntryOf<'apttResulted'>['use'],
): void {
  for (const each of earlier) {
    if (each.struck) continue
    draft.results[draft.results.lastIndexOf(each)] = { ...each, replacedBy: result.seq }
  }
  if (voidsPending(draft, earlier, result, use)) voidUnlessMatched(draft)
}

/** SIGN-9: a usable result of a later sample, an amended result, any stop-band result. */
function voidsPending(
  draft: Draft,
  earlier: readonly Result[],
  result: Result,
  use: EntryOf<'apttResulted'>['use'],
): boolean {
  if (!draft.pending) return false
  const boundSeq = boundResultSeq(draft)
  const bound = draft.results.find(({ seq }) => seq === boundSeq)
  const amended = earlier.find(({ seq }) => seq === boundSeq)
  if (amended && !isSameReading(amended, result)) return true
  if (use === 'usable' && (!bound || result.collectedAt > bound.collectedAt)) return true
  return isStopBand(draft, result)
}

/** The result that the pending act answers, by itself or through the order it names. */
export function boundResultSeq({ pending, ...orders }: Orders & Pick<Chart, 'pending'>) {
  return pending ? answeredResultSeq(orders, pending.entry) : null
}

type Orders = Pick<Chart, 'rateOrders' | 'bolusOrders'>

/** The result that an act or a command answers, by itself or through the order it names; null: none. */
export function answeredResultSeq(
  { rateOrders, bolusOrders }: Orders,
  act: object & { resultSeq?: number | null | undefined; orderSeq?: number | null | undefined },
): number | null {
  if (typeof act.resultSeq === 'number') return act.resultSeq
  return (
    rateOrders.find(({ seq }) => seq === act.orderSeq)?.entry.resultSeq ??
    bolusOrders.find(({ seq }) => seq === act.orderSeq)?.resultSeq ??
    null
  )
}

/** True when every row that the result could stand for is the stop row. */
function isStopBand(
  { prescription }: Pick<Chart, 'prescription'>,
  { parsed }: Pick<Result, 'parsed'>,
): boolean {
  if (!prescription) return false
  const rows = rowsFor(
    protocolFor(prescription.entry.protocol, prescription.entry.protocolVersion),
    parsed,
  )
  return rows.length > 0 && rows.every((row) => row.kind === 'stop')
}
