/** Whether APTTs were collected when due, and their results looked at in time (AUDIT-1). */
import type { Chart } from '../chart/chart.ts'
import { apttCollection } from '../chart/dueAptt.ts'
import type { Unstamped } from '../chart/dueItem.ts'
import type { Entry, EntryKind } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import { isSameSample, type Sample, sampleOf } from '../chart/sampleOf.ts'
import { wholeMinutes } from '../chart/samples.ts'
import { AUDIT_LIMITS } from '../protocols/ward.ts'
import { type Instant, instantOf, plusHours } from '../time.ts'
import type { Observation } from './facts.ts'

/** A due APTT before an entry that may answer it, or set another time for it. */
interface Asked {
  readonly due: Unstamped
  readonly entry: Entry
}

/** Entries that tell of a sample, or after which another time counts. */
const MOVES_DUE: ReadonlySet<EntryKind> = new Set([
  'apttCollected',
  'apttResulted',
  'countersigned',
  'infusionStopped',
  'infusionCeased',
  'infusionInterrupted',
  'infusionPrescribed',
  'bedsideFactRecorded',
])

/**
 * Each APTT that fell due, by the chart as it stood: met by the sample that answered it within 30 min of the due time,
 * missed where it came later or sooner, or where something else took its place after it was that late.
 */
export function collectedOnTimeOf(chart: Chart, now: Instant): Observation[] {
  const observations: Observation[] = []
  let asked: Asked | null = null
  const settle = (after: Chart) => {
    if (asked && dueOn(after, asked.entry)?.dueAt !== asked.due.dueAt) {
      observations.push(...answered(chart, asked))
    }
    asked = null
  }
  const last = fold(chart.entries, (before, entry) => {
    settle(before)
    asked = askedBy(chart, before, entry)
  })
  settle(last)
  const [open] = apttCollection(chart, now)
  return open && isMissed(open, now) ? [...observations, observed(open, false)] : observations
}

/** Null: nothing was due, or the entry neither tells of a sample nor comes after the due one was missed. */
function askedBy(chart: Chart, before: Chart, entry: Entry): Asked | null {
  if (!MOVES_DUE.has(entry.kind) || chart.struck.has(entry.seq)) return null
  const due = dueOn(before, entry)
  const bears = due && (collectionOf(chart, entry) !== null || isMissed(due, happened(entry)))
  return bears ? { due, entry } : null
}

function dueOn(chart: Chart, { recordedAt }: Entry): Unstamped | null {
  return apttCollection(chart, instantOf(recordedAt))[0] ?? null
}

const happened = ({ happenedAt }: Entry) => instantOf(happenedAt)

function answered(chart: Chart, { due, entry }: Asked): Observation[] {
  const collectedAt = collectionOf(chart, entry)
  if (collectedAt === null) return [observed(due, false)]
  const late = wholeMinutes(due.dueAt, collectedAt)
  const limit = AUDIT_LIMITS.collectedOnTimeMinutes
  return [observed(due, late >= -limit && late <= limit)]
}

function observed({ dueAt: at }: Unstamped, met: boolean): Observation {
  return { metric: 'collected-on-time', at, met }
}

function isMissed({ dueAt }: Unstamped, at: Instant): boolean {
  return wholeMinutes(dueAt, at) > AUDIT_LIMITS.collectedOnTimeMinutes
}

/** When the sample was drawn that an entry tells of; null: it tells of none, or of one already on the chart. */
function collectionOf({ collections }: Chart, entry: Entry): Instant | null {
  if (entry.kind === 'apttCollected') return instantOf(entry.happenedAt)
  if (entry.kind !== 'apttResulted' || 'collectionSeq' in entry.sample) return null
  return sampleOf(collections, entry.sample)?.collectedAt ?? null
}

/** Each sample drawn on therapy: whether its first result was entered within 2 h of the collection (TIME-2). */
export function resultsCheckedOf(chart: Chart, now: Instant): Observation[] {
  const start = chart.infusion.firstStartedAt
  if (start === null) return []
  return samplesOf(chart)
    .filter(({ collectedAt }) => wholeMinutes(start, collectedAt) > 0)
    .flatMap((sample): Observation[] => {
      const at = sample.collectedAt
      const entered = firstResultAt(chart, sample)
      const latest = plusHours(at, AUDIT_LIMITS.resultCheckedWithinHours)
      if (entered === null && now <= latest) return []
      const met = entered !== null && wholeMinutes(entered, latest) >= 0
      return [{ metric: 'results-checked', at, met }]
    })
}

/** The samples of a chart: those collected, and those that a result brought along. */
function samplesOf({ collections, results }: Chart): Sample[] {
  const tubes = collections
    .filter(({ struck }) => !struck)
    .map(({ at, seq, ...tube }) => ({ ...tube, collectedAt: at, collectionSeq: seq }))
  const brought = results.filter(({ struck, collectionSeq }) => !struck && collectionSeq === null)
  return [...tubes, ...brought].filter(
    (sample, index, all) => all.findIndex((each) => isSameSample(each, sample)) === index,
  )
}

function firstResultAt({ results }: Chart, sample: Sample): Instant | null {
  const own = results.filter((each) => !each.struck && isSameSample(each, sample))
  return own.length === 0
    ? null
    : own.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a < b ? a : b))
}
