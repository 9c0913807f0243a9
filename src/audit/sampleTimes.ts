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

type Due = Unstamped | null

/** Entries that can answer a due APTT or set another time for it. */
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
  chart.entries.forEach((entry, index) => {
    if (!MOVES_DUE.has(entry.kind) || chart.struck.has(entry.seq)) return
    const recordedAt = instantOf(entry.recordedAt)
    const before = dueIn(chart.entries.slice(0, index), recordedAt)
    if (before === null) return
    const after = dueIn(chart.entries.slice(0, index + 1), recordedAt)
    if (after?.dueAt === before.dueAt) return
    observations.push(...answered(chart, before, entry))
  })
  const [open] = apttCollection(chart, now)
  return open && isMissed(open, now) ? [...observations, observed(open, false)] : observations
}

function dueIn(entries: readonly Entry[], at: Instant): Due {
  return apttCollection(fold(entries), at)[0] ?? null
}

function answered(chart: Chart, due: Unstamped, entry: Entry): Observation[] {
  const collectedAt = collectionOf(chart, entry)
  if (collectedAt === null) {
    return isMissed(due, instantOf(entry.happenedAt)) ? [observed(due, false)] : []
  }
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
