/** Results as they stand at a moment: their use (NOMO-9), the advice, the run of two (NOMO-7). */
import { type Advice, advise } from '../nomogram/advise.ts'
import { type ParsedAptt, parseAptt } from '../nomogram/parseAptt.ts'
import { rowsFor } from '../nomogram/rowsFor.ts'
import { PROTOCOL_IDS, type Protocol } from '../protocols/protocol.ts'
import { protocolFor } from '../protocols/register.ts'
import { APTT_TIMES } from '../protocols/ward.ts'
import type { Instant } from '../time.ts'
import { bagBar } from './bagAt.ts'
import type { Chart, Result } from './chart.ts'
import { deviationAt } from './deviationAt.ts'
import type { EntryOf, SampleUse } from './entries.ts'
import type { Now } from './hasCome.ts'
import { isSameSample, type Sample, sampleOf } from './sampleOf.ts'
import { lastStaling, sampleState, sampleStates, wholeMinutes } from './samples.ts'

export interface ResultView {
  readonly result: Result
  readonly use: SampleUse
  readonly advice: Advice | null
  /** Every row it could stand for is the stop row. */
  readonly inStopBand: boolean
  /** The stop row is among the rows it could stand for (NOMO-2). */
  readonly couldStop: boolean
}

/** The protocol in force at its pinned version, or null before one is prescribed. */
export function protocolOf({ prescription }: Pick<Chart, 'prescription'>): Protocol | null {
  return prescription
    ? protocolFor(prescription.entry.protocol, prescription.entry.protocolVersion)
    : null
}

/** The results of a chart at `now`, in the order of collection. */
export function resultsAt(chart: Chart, now: Now): ResultView[] {
  const stateOf = sampleStates(chart)
  return chart.results.map((result) => {
    const use = fateOf(result) ?? stateOf(result, now)
    return {
      result,
      use,
      advice: adviceOn(chart, result, use, now),
      ...bandOf(chart, result.parsed),
    }
  })
}

/** One result of a chart at `now`, or null when the chart has none by that number. */
export function resultAt(chart: Chart, seq: number | undefined, now: Now): ResultView | null {
  return resultsAt(chart, now).find((view) => view.result.seq === seq) ?? null
}

/** What became of a result, whatever its sample would say; null: nothing yet. */
function fateOf(result: Result): SampleUse | null {
  if (result.struck) return 'struck-out'
  if (result.parsed.kind === 'specimen-rejected') return 'rejected'
  if (result.decidedBy !== null || result.amendsDecided) return 'acted'
  return result.replacedBy !== null ? 'superseded' : null
}

function bandOf(chart: Chart, parsed: ParsedAptt) {
  const bands = protocolsOf(chart).map((protocol) => {
    const rows = rowsFor(protocol, parsed)
    const couldStop = rows.some((row) => row.kind === 'stop')
    return { couldStop, inStopBand: couldStop && rows.every((row) => row.kind === 'stop') }
  })
  return {
    couldStop: bands.some(({ couldStop }) => couldStop),
    inStopBand: bands.some(({ inStopBand }) => inStopBand),
  }
}

/** By whose stop band a result is read: of a chart that has run with no protocol in force, by every one's (CHART-1). */
function protocolsOf(chart: Chart): Protocol[] {
  const protocol = protocolOf(chart)
  if (protocol) return [protocol]
  return chart.infusion.firstStartedAt === null ? [] : PROTOCOL_IDS.map((id) => protocolFor(id))
}

const ADVISED: ReadonlySet<SampleUse> = new Set(['usable', 'early', 'old'])

function adviceOn(chart: Chart, result: Result, use: SampleUse, now: Now): Advice | null {
  if (use === 'acted') return result.storedAdvice
  return result.underDeviation ? null : adviceFor(chart, result.parsed, use, now)
}

/** BLEED-0, CHART-10, CHART-1: while suspended, or until an MO has answered, no increase is advised. */
function isBarred({ suspensions, moQuestions }: Chart, advice: Advice): boolean {
  const isIncrease = advice.kind === 'change' && advice.changeMlPerHour > 0
  return isIncrease && (suspensions.length > 0 || moQuestions.length > 0)
}

/** What the nomogram says to a result in this use; null where it says nothing: not running, a deviation in force, another bag (CHART-9), no usable sample. */
function adviceFor(chart: Chart, parsed: ParsedAptt, use: SampleUse, now: Now): Advice | null {
  const protocol = protocolOf(chart)
  const { rateMlPerHour } = chart.infusion
  if (!protocol || rateMlPerHour === null || !ADVISED.has(use)) return null
  if (deviationAt(chart, now) || bagBar(chart)) return null
  const advice = advise(protocol, parsed, rateMlPerHour)
  return isBarred(chart, advice) ? null : advice
}

/** A result read before it is on the chart: what `decide` stores with it and a screen shows in advance. */
export interface Reading {
  readonly parsed: ParsedAptt
  readonly sample: Sample | null
  readonly use: SampleUse
  readonly advice: Advice | null
}

/** Reads a laboratory's text for a sample at `now`. `sample` null: no such collection on the chart. */
export function readResult(
  chart: Chart,
  fields: Pick<EntryOf<'apttResulted'>, 'text' | 'sample'>,
  now: Now,
): Reading {
  const parsed = parseAptt(fields.text)
  const sample = sampleOf(chart.collections, fields.sample)
  if (parsed.kind === 'refused' || !sample) return { parsed, sample, use: 'rejected', advice: null }
  const use = readingUse(chart, parsed, sample, now)
  return { parsed, sample, use, advice: adviceFor(chart, parsed, use, now) }
}

function readingUse(chart: Chart, parsed: ParsedAptt, sample: Sample, now: Now): SampleUse {
  if (parsed.kind === 'specimen-rejected') return 'rejected'
  const acted = chart.results.some(
    (each) => isSameSample(each, sample) && (each.decidedBy !== null || each.amendsDecided),
  )
  return acted ? 'acted' : sampleState(chart, sample, now)
}

/** One counted result of the current run (NOMO-7) and its place in it. */
export interface Counted {
  readonly view: ResultView
  readonly run: number
}

/**
 * The counted results since the last event that ends a run, in the order of collection, each with the run it
 * brought it to; a therapeutic result sooner than 5 h 30 min after the counted one before it is left out (NOMO-7).
 */
export function countedResults(
  chart: Chart,
  now: Now,
  since: Instant | null = lastStaling(chart)?.at ?? null,
  views: readonly ResultView[] = resultsAt(chart, now),
): Counted[] {
  const counted: Counted[] = []
  // What a sample would be worth had nothing been acted on.
  const stateOf = sampleStates({ ...chart, results: [] })
  const isWorth = (result: Result) => WORTH.has(stateOf(result, now))
  for (const view of views) {
    if (!counts(view, since, isWorth)) continue
    const run = nextRun(chart, counted.at(-1) ?? null, view.result)
    if (run !== null) counted.push({ view, run })
  }
  return counted
}

function nextRun(chart: Chart, last: Counted | null, result: Result): number | null {
  if (!isTherapeutic(chart, result)) return 0
  if (!last || last.run === 0) return 1
  return isSpaced(last.view.result.collectedAt, result.collectedAt) ? last.run + 1 : null
}

/** NOMO-7: collected at least 5 h 30 min after the sample counted before it. */
export function isSpaced(earlier: Instant, later: Instant): boolean {
  return wholeMinutes(earlier, later) >= APTT_TIMES.countedSpacingMinutes
}

// The newest version of a sample's result is the one that counts, also where an older one was acted on.
function counts(
  { result, use }: ResultView,
  since: Instant | null,
  isWorth: (result: Result) => boolean,
): boolean {
  if (result.replacedBy !== null || since === null) return false
  if (wholeMinutes(since, result.collectedAt) <= 0) return false
  return WORTH.has(use) || (use === 'acted' && isWorth(result))
}

const WORTH: ReadonlySet<SampleUse> = new Set(['usable', 'old'])

function isTherapeutic(chart: Chart, { parsed }: Pick<Result, 'parsed'>): boolean {
  const protocol = protocolOf(chart)
  const rows = protocol ? rowsFor(protocol, parsed) : []
  return rows.length > 0 && rows.every((row) => row.kind === 'no-change')
}

/** How many consecutive counted results are therapeutic (NOMO-7); 2 or more: daily. */
export function therapeuticRun(chart: Chart, now: Now): number {
  if (chart.infusion.status !== 'running') return 0
  return countedResults(chart, now).at(-1)?.run ?? 0
}
