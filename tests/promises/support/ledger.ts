import { isDeepStrictEqual } from 'node:util'
import type { Tables } from '../../../server/database.ts'
import { chartFaults, type EntryRow } from '../../../server/recordFaults.ts'
import type { Entry } from '../../../src/chart/entries.ts'

/** What an experiment sent and what it was told, kept outside the server that is killed. */
export interface Ledger {
  /** A command goes out; it may go out again under the same id. */
  sent(chartId: string, commandId: string): void
  /** A reply said that this entry is on the record. */
  acknowledged(entry: Entry): void
  /** A look-up said that this command left nothing; it was not sent again. */
  denied(commandId: string): void
  /** A reply that cannot be right. */
  contradicted(what: string): void
  counts(): { readonly sent: number; readonly acknowledged: number }
  /** What a record breaks of what the ledger knows; empty when it keeps it all. */
  faultsOf(record: StoredRecord): string[]
}

/** A whole record as it lies in a database. */
export interface StoredRecord {
  readonly entries: readonly EntryRow[]
  readonly places: readonly Tables['chart'][]
}

/** An empty ledger. The record may hold charts that it knows nothing of, but nothing strange on one that it knows. */
export function newLedger(): Ledger {
  const sent = new Map<string, string>()
  const told = new Map<string, Entry>()
  const denied = new Set<string>()
  const contradictions: string[] = []
  return {
    sent: (chartId, commandId) => sent.set(commandId, chartId),
    acknowledged(entry) {
      const before = told.get(entry.commandId)
      if (before && !isDeepStrictEqual(before, entry)) {
        contradictions.push(`${entry.commandId} was answered with two entries`)
      }
      told.set(entry.commandId, entry)
    },
    denied: (commandId) => denied.add(commandId),
    contradicted: (what) => contradictions.push(what),
    counts: () => ({ sent: sent.size, acknowledged: told.size }),
    faultsOf(record) {
      const rows = groupedBy(record.entries, ({ command_id }) => command_id)
      const charts = new Set(sent.values())
      return [
        ...contradictions,
        ...[...told.values()].flatMap((entry) => faultsOfTold(entry, rows)),
        ...[...sent.keys()]
          .filter((id) => (rows.get(id)?.length ?? 0) > 1)
          .map((id) => `${id} is there ${rows.get(id)?.length} times`),
        ...[...denied].filter((id) => rows.has(id)).map((id) => `${id} was denied and is there`),
        ...record.entries
          .filter((row) => charts.has(row.chart_id) && !sent.has(row.command_id))
          .map((row) => `${row.command_id} was never sent`),
        ...chainFaults(record),
      ]
    },
  }
}

function faultsOfTold(entry: Entry, rows: ReadonlyMap<string, readonly EntryRow[]>): string[] {
  const [row] = rows.get(entry.commandId) ?? []
  if (!row) return [`${entry.commandId} was acknowledged and is lost`]
  const stored = { ...JSON.parse(row.body), hash: row.hash }
  return isDeepStrictEqual(stored, entry) ? [] : [`${entry.commandId} is not what was acknowledged`]
}

function chainFaults({ entries, places }: StoredRecord): string[] {
  const rows = groupedBy(entries, ({ chart_id }) => chart_id)
  const placeOf = new Map(places.map((place) => [place.chart_id, place]))
  return [...new Set([...rows.keys(), ...placeOf.keys()])].flatMap((chartId) =>
    chartFaults({
      chartId,
      rows: rows.get(chartId) ?? [],
      place: placeOf.get(chartId) ?? null,
    }).map(({ seq, what }) => `${chartId} ${seq}: ${what}`),
  )
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
