/** Second checks and signatures: mismatches, lapses, the time between, and those that are missing (AUDIT-1). */
import type { Chart } from '../chart/chart.ts'
import { type Entry, type EntryKind, type EntryOf, isPendingKind } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import { pendingAt } from '../chart/pending.ts'
import { secondOf } from '../chart/secondOf.ts'
import { SIGNATURE_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, plusMinutes } from '../time.ts'
import type { Observation, Wait } from './facts.ts'

/** Each blind check or read-back that differed (SIGN-4). */
export function mismatchesOf({ entries }: Chart): Observation[] {
  return entries
    .filter(({ kind }) => kind === 'secondCheckMismatched')
    .map(({ recordedAt }) => ({ metric: 'mismatches', at: instantOf(recordedAt), met: true }))
}

/** Each first signature that no longer waits: `met` where it lapsed (SIGN-8), which no entry tells. */
export function lapsesOf(chart: Chart, now: Instant): Observation[] {
  const waiting = pendingAt(chart, now)?.actSeq
  return chart.entries
    .filter(({ kind, seq }) => isPendingKind(kind) && seq !== waiting)
    .map((act) => ({
      metric: 'lapses',
      at: instantOf(act.recordedAt),
      met: hasLapsed(chart, act),
    }))
}

/** None of these is taken for an act that has lapsed. */
const ENDS: ReadonlySet<EntryKind> = new Set([
  'countersigned',
  'actWithdrawn',
  'secondCheckMatched',
])

/** The chart as it stood when the ten minutes were over: still waiting, and no check had matched. */
function hasLapsed({ entries }: Chart, act: Entry): boolean {
  if (
    entries.some((entry) => ENDS.has(entry.kind) && 'actSeq' in entry && entry.actSeq === act.seq)
  )
    return false
  const at = plusMinutes(instantOf(act.recordedAt), SIGNATURE_TIMES.lapsesAfterMinutes)
  const next = entries.findIndex(
    ({ seq, recordedAt }) => seq > act.seq && instantOf(recordedAt) >= at,
  )
  const { pending } = fold(next < 0 ? entries : entries.slice(0, next))
  return pending?.actSeq === act.seq && pending.matched === null
}

/** From the first to the second signature of each act that took effect with it. */
export function waitsOf({ entries }: Chart): Wait[] {
  return countersigns(entries)
    .filter(({ act }) => isPendingKind(act.kind))
    .map(({ act, entry }) => {
      const at = instantOf(entry.recordedAt)
      return { at, ms: at - instantOf(act.recordedAt) }
    })
}

interface Countersign {
  readonly act: Entry
  readonly entry: EntryOf<'countersigned'>
}

function countersigns(entries: readonly Entry[]): Countersign[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'countersigned') return []
    const act = entries.find(({ seq }) => seq === entry.actSeq)
    return act ? [{ act, entry }] : []
  })
}

/** Each act in effect before its second signature: `met` where that was missing 60 min later (SIGN-5, TIME-8). */
export function missingSecondsOf(chart: Chart, now: Instant): Observation[] {
  const seconds = countersigns(chart.entries).filter(
    ({ act, entry }) => !isPendingKind(act.kind) && secondOf(act, chart.entries) === entry,
  )
  const owed = chart.owed.filter(({ secondMissing }) => secondMissing)
  const acts = chart.entries.filter(
    ({ seq }) =>
      !chart.struck.has(seq) &&
      (owed.some(({ actSeq }) => actSeq === seq) || seconds.some(({ act }) => act.seq === seq)),
  )
  return acts.flatMap((act): Observation[] => {
    const at = instantOf(act.recordedAt)
    const second = seconds.find((each) => each.act.seq === act.seq)
    const signedAt = second ? instantOf(second.entry.recordedAt) : null
    const latest = plusMinutes(at, SIGNATURE_TIMES.countersignOverdueAfterMinutes)
    if (signedAt === null && now < latest) return []
    return [{ metric: 'missing-second-checks', at, met: signedAt === null || signedAt > latest }]
  })
}
