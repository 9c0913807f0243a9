import * as z from 'zod/mini'
import type { Chart } from '../src/chart/chart.ts'
import type { Decision, Refusal } from '../src/chart/decision.ts'
import { type Entry, entry as entrySchema, type UnhashedEntry } from '../src/chart/entries.ts'
import { type Following, fold, follow } from '../src/chart/fold.ts'
import { NO_PREVIOUS } from './entryHash.ts'
import type { ChartRecord, EntryStore, Kept, OneChart } from './entryStore.ts'
import { commandIdTaken, Refused, recordDamaged, secondOpenChart } from './problems.ts'

/** A command with its signer proven, ready to be decided. */
export interface Order {
  readonly chartId: string
  readonly commandId: string
  readonly hash: string
  /** The version the sender saw, where the command tells one. */
  readonly expectedVersion: number | null
  /** The last entry the sender saw, where that is what news is counted from. */
  readonly seenSeq?: number | null
  /** A stop or cease is taken on a damaged record too (SIGN-5). */
  readonly isStop: boolean
  decide(chart: Chart | null): Decision
}

/** Where decisions are kept and told. */
export interface Settling {
  readonly store: EntryStore
  /** Tells the viewers of these wards of a committed entry. */
  publish(wardIds: readonly string[], entry: Entry): void
  /** Counts a decision that another entry overtook. */
  readonly clashed?: () => void
}

/** So often a command is decided without a lock; after that it waits its turn among the processes, and nobody overtakes. */
const UNLOCKED_ATTEMPTS = 3

/** Far more than any crowd needs: what finds no place by then never will, and must not keep the server turning. */
const MOST_ATTEMPTS = 100

/** What an attempt wrote, and who is to hear of it. */
interface Written {
  readonly entry: Entry
  readonly refusal: Refusal | null
  readonly wardIds: readonly string[]
}

/**
 * Decides on the chart as it stands and appends; when somebody else's entry comes first, reads again and decides again.
 * Gives the entry, also when the same command had already made it.
 * @throws Refused with the chart's refusal, or a Problem
 */
export async function settle({ store, publish, clashed }: Settling, order: Order): Promise<Entry> {
  for (let attempts = 1; ; attempts += 1) {
    const kept = await store.kept(order.chartId, order.commandId)
    if (kept) return replay(kept, order.hash)
    const written =
      attempts > UNLOCKED_ATTEMPTS
        ? await store.alone(order.chartId, (alone) => attempt(alone, order))
        : await attempt(store, order)
    if (!written) {
      clashed?.()
      demandPlace(attempts)
      continue
    }
    publish(written.wardIds, written.entry)
    if (written.refusal) throw new Refused(written.refusal)
    return written.entry
  }
}

function demandPlace(attempts: number): void {
  if (attempts >= MOST_ATTEMPTS) throw new Error('An entry found no place on its chart.')
}

async function attempt(store: OneChart, order: Order): Promise<Written | null> {
  const record = await store.record(order.chartId)
  // The same command, sent twice at once, came in after it was looked for: it is found at the next look.
  if (record?.entries.some(({ commandId }) => commandId === order.commandId)) return null
  demandIntact(record, order)
  const known = record && knownOf(record)
  const following = known && follow(known)
  const chart = following && { ...following.chart, seq: record.lastSeq }
  const decision = order.decide(chart)
  if (decision.kind === 'refused')
    throw new Refused(decision.refusal, newsFor(order, record, chart))
  const refusal = decision.kind === 'mismatch' ? decision.refusal : null
  const after = chartAfter(following, decision.entry)
  const appended = await store.append({
    entry: decision.entry,
    previousHash: record?.lastHash ?? NO_PREVIOUS,
    commandHash: order.hash,
    refusal,
    place: placeOf(after),
  })
  if (appended.kind === 'second-open-chart') throw secondOpenChart()
  if (appended.kind === 'clash') return null
  const wardIds = [chart?.wardId ?? after.wardId, after.wardId]
  return { entry: appended.entry, refusal, wardIds }
}

/** Nothing but a stop or cease is added to a record that was changed behind the chart's back. */
function demandIntact(record: ChartRecord | null, { isStop }: Order): void {
  if (record && !record.intact && !isStop) throw recordDamaged()
}

/** The entries to decide on: all of them, or of a damaged record as many from the first as still make a chart. */
function knownOf({ entries, intact }: ChartRecord): readonly Entry[] {
  if (intact) return entries
  for (let count = entries.length; count > 0; count -= 1) {
    const first = entries.slice(0, count)
    if (makesAChart(first)) return first
  }
  throw recordDamaged()
}

function makesAChart(entries: readonly Entry[]): boolean {
  try {
    return fold(entries).open !== undefined
  } catch {
    return false
  }
}

/** What a command left under its id: its entry. @throws Refused for a mismatch, a Problem when it was another command */
export function replay(kept: Kept, hash: string): Entry {
  if (kept.commandHash !== hash) throw commandIdTaken()
  if (kept.refusal) throw new Refused(kept.refusal)
  return kept.entry
}

/** With 409: the version now, and the entries that counted since the caller's. */
function newsFor(order: Order, record: ChartRecord | null, chart: Chart | null): Refused['news'] {
  if (!record || !chart) return null
  const seen = order.expectedVersion ?? chart.version
  const { seenSeq = null } = order
  return {
    version: chart.version,
    entries: record.entries.filter(({ seq, version }) =>
      seenSeq === null ? version > seen : seq > seenSeq,
    ),
  }
}

/** The chart with one more entry; a malformed entry never reaches the record. */
function chartAfter(following: Following | null, entry: UnhashedEntry): Chart {
  const whole = { ...entry, hash: NO_PREVIOUS } as Entry
  z.parse(entrySchema, whole)
  if (!following) return fold([whole])
  following.add(whole)
  return following.chart
}

function placeOf({ wardId, bed, patient, open }: Chart) {
  return { wardId, bed, mrn: patient.mrn, open }
}
