import type { Collection, Result } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { type Entry, type EntryKind, isPendingKind } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import type { PersonOnEntry } from '../chart/people.ts'
import { secondOf } from '../chart/secondOf.ts'
import { rowsFor } from '../nomogram/rowsFor.ts'
import { protocolFor } from '../protocols/register.ts'
import { type Instant, instantOf } from '../time.ts'
import { bandText } from '../wording.ts'
import type { ChartShown } from './ChartShown.ts'

/** What was done, with its actual time and both who signed; the second is null while it is missing. */
export interface DoneAct {
  readonly entry: Entry
  readonly at: Instant
  readonly first: PersonOnEntry | null
  readonly second: PersonOnEntry | null
}

/** One line of the APTT and rate table, in the paper chart's order. */
export interface ApttRow {
  readonly key: string
  /** Where it stands in time: its collection, or the act without a sample. */
  readonly at: Instant
  readonly dueAt: Instant | null
  readonly sample: Collection | Result | null
  readonly result: Result | null
  readonly band: string | null
  readonly act: DoneAct | null
  /** The restart that ended the row's stop. */
  readonly restart: DoneAct | null
  readonly bolus: DoneAct | null
  readonly nextAt: Instant | null
}

/** The table's lines, first to last: every sample, and every change of the dose that no sample asked for. */
export function apttRows(shown: ChartShown): ApttRow[] {
  const { chart } = shown
  const waiting = chart.collections.filter(
    ({ seq }) => !chart.results.some((result) => result.collectionSeq === seq),
  )
  const sampled = [
    ...waiting.map((collection) => sampleRow(shown, collection, collection.at, null)),
    ...chart.results.map((result) => sampleRow(shown, result, result.collectedAt, result)),
  ]
  const used = new Set(sampled.flatMap((row) => seqsOf(row)))
  const others = actsDone(shown)
    .filter(({ entry }) => !used.has(entry.seq))
    .map((act) => actRow(shown, act))
  return [...sampled, ...others].sort((a, b) => a.at - b.at)
}

function seqsOf({ act, restart, bolus }: ApttRow): number[] {
  return [act, restart, bolus].flatMap((done) => (done ? [done.entry.seq] : []))
}

function sampleRow(
  shown: ChartShown,
  sample: Collection | Result,
  at: Instant,
  result: Result | null,
): ApttRow {
  const acts = actsInEffect(shown)
  const act = acts.find(({ entry }) => entry.seq === result?.decidedBy) ?? null
  const restart = act?.entry.kind === 'infusionStopped' ? restartAfter(acts, act) : null
  const order = shown.chart.bolusOrders.find(({ resultSeq }) => resultSeq === result?.seq)
  const bolus = acts.find(({ entry }) => order && entry.seq === order.givenBy) ?? null
  return {
    key: `sample-${sample.seq}`,
    at,
    dueAt: collectionDueBefore(shown.entries, result?.collectionSeq ?? sample.seq, at),
    sample,
    result,
    band: result ? bandOf(shown, result) : null,
    act,
    restart,
    bolus,
    nextAt: nextAfter(shown, bolus ?? restart ?? act),
  }
}

function actRow(shown: ChartShown, act: DoneAct): ApttRow {
  const isStop = act.entry.kind === 'infusionStopped'
  return {
    key: `act-${act.entry.seq}`,
    at: act.at,
    dueAt: null,
    sample: null,
    result: null,
    band: null,
    act,
    restart: isStop ? restartAfter(actsInEffect(shown), act) : null,
    bolus: act.entry.kind === 'bolusGiven' ? act : null,
    nextAt: nextAfter(shown, act),
  }
}

function restartAfter(acts: readonly DoneAct[], stop: DoneAct): DoneAct | null {
  const next = acts.find(({ at, entry }) => at >= stop.at && entry.seq > stop.entry.seq)
  return next?.entry.kind === 'infusionRestarted' ? next : null
}

const AT_ONCE: ReadonlySet<EntryKind> = new Set([
  'rateKept',
  'infusionStopped',
  'infusionCeased',
  'infusionInterrupted',
])

/** Every act that reached the pump, or kept it as it was, in the order of its actual time; struck ones stay (CHART-1). */
export function actsDone(shown: ChartShown): DoneAct[] {
  return [...actsInEffect(shown), ...struckActs(shown)].sort((a, b) => a.at - b.at)
}

/** Acts that both had signed before they were struck out: the chart's own events leave them out. */
function struckActs({ chart, entries }: ChartShown): DoneAct[] {
  return entries
    .filter(({ seq, kind }) => chart.struck.has(seq) && isPendingKind(kind))
    .map((entry) => doneAct(entry, happened(entry), entries))
    .filter(({ second }) => second !== null)
}

function actsInEffect({ chart, entries }: ChartShown): DoneAct[] {
  const events = new Map(chart.events.map((event) => [event.actSeq, event.at]))
  return entries
    .flatMap((entry) => {
      const at = events.get(entry.seq) ?? (AT_ONCE.has(entry.kind) ? happened(entry) : null)
      return at === null || entry.kind === 'infusionPrescribed' ? [] : [doneAct(entry, at, entries)]
    })
    .sort((a, b) => a.at - b.at)
}

function happened(entry: Entry): Instant {
  return instantOf(entry.happenedAt)
}

function doneAct(entry: Entry, at: Instant, entries: readonly Entry[]): DoneAct {
  return { entry, at, first: entry.by, second: secondOf(entry, entries)?.by ?? null }
}

function bandOf({ chart }: ChartShown, result: Result): string | null {
  const stored = result.storedAdvice?.because
  const ref = stored && ('row' in stored ? stored.row : stored.rows[0])
  const prescribed = chart.prescription?.entry
  if (ref) return bandText(protocolFor(ref.protocol, ref.version).nomogram, ref.index)
  if (!prescribed) return null
  const protocol = protocolFor(prescribed.protocol, prescribed.protocolVersion)
  const [row, another] = rowsFor(protocol, result.parsed)
  return row && !another ? bandText(protocol.nomogram, row.ref.index) : null
}

/** When this sample's collection was due, as it stood just before it was on the chart. */
function collectionDueBefore(entries: readonly Entry[], seq: number, at: Instant): Instant | null {
  const before = entries.filter((entry) => entry.seq < seq)
  return before.length === 0 ? null : collectionDue(before, at)
}

/** When the next collection fell due once the act was on the chart. */
function nextAfter({ entries }: ChartShown, act: DoneAct | null): Instant | null {
  if (act === null) return null
  const until = entries.find(
    (entry) => entry.kind === 'countersigned' && entry.actSeq === act.entry.seq,
  )
  const seq = Math.max(act.entry.seq, until?.seq ?? 0)
  return collectionDue(
    entries.filter((entry) => entry.seq <= seq),
    act.at,
  )
}

function collectionDue(entries: readonly Entry[], at: Instant): Instant | null {
  return dueItems(fold(entries), at).find(({ kind }) => kind === 'aptt-collection')?.dueAt ?? null
}
