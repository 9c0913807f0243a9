import type { Kysely } from 'kysely'
import { type Database, FACILITY_ID, type Tables } from './database.ts'
import { chartFaults, type Head, headFaults, headOf, type RecordFault } from './recordFaults.ts'
import { signatureFaults } from './signatureFaults.ts'
import { type AuditFault, type AuditHead, auditFaults, auditHeads } from './storageAuditFaults.ts'

/** What a look at every chart of an installation found. */
export interface Verified {
  readonly charts: number
  readonly entries: number
  readonly faults: readonly RecordFault[]
  /** Of the storage audits of the wards. */
  readonly auditFaults: readonly AuditFault[]
  /** The last entry of every chart, to be signed and kept apart. */
  readonly heads: readonly Head[]
  /** Every storage audit, to be noted with them. */
  readonly audits: readonly AuditHead[]
}

/**
 * Reads every chart, one at a time, and says what was changed behind its back (CHART-1). `noted`, `notedAudits`: heads
 * kept apart. All of it is read as it stood at one moment, so that what is written meanwhile is no fault.
 */
export async function verifyRecord(
  { queries, isShared }: Pick<Database, 'queries' | 'isShared'>,
  noted: readonly Head[] = [],
  notedAudits: readonly AuditHead[] = [],
): Promise<Verified> {
  const transaction = queries.transaction()
  const atOneMoment = isShared ? transaction.setIsolationLevel('repeatable read') : transaction
  return atOneMoment.execute((inside) => lookAt(inside, noted, notedAudits))
}

async function lookAt(
  queries: Kysely<Tables>,
  noted: readonly Head[],
  notedAudits: readonly AuditHead[],
): Promise<Verified> {
  const faults: RecordFault[] = []
  const heads: Head[] = []
  let entries = 0
  const byChart = new Map(noted.map((head) => [head.chartId, head]))
  const chartIds = await everyChart(queries)
  for (const chartId of new Set([...chartIds, ...byChart.keys()])) {
    const rows = await entriesOf(queries, chartId)
    const last = headOf(chartId, rows)
    entries += rows.length
    if (last) heads.push(last)
    if (chartIds.has(chartId)) faults.push(...(await faultsOf(queries, chartId, rows)))
    const head = byChart.get(chartId)
    if (head) faults.push(...headFaults(head, rows))
  }
  const audits = await storageAudits(queries)
  return {
    charts: chartIds.size,
    entries,
    faults,
    auditFaults: auditFaults(audits, notedAudits),
    heads,
    audits: auditHeads(audits),
  }
}

/** Signatures are held against the entries where these themselves have no fault. */
async function faultsOf(
  queries: Kysely<Tables>,
  chartId: string,
  rows: Awaited<ReturnType<typeof entriesOf>>,
): Promise<RecordFault[]> {
  const found = chartFaults({ chartId, rows, place: await placeOf(queries, chartId) })
  return found.length > 0
    ? found
    : signatureFaults(chartId, rows, await signaturesOf(queries, chartId))
}

async function everyChart(queries: Kysely<Tables>): Promise<Set<string>> {
  const of = (table: 'chart' | 'chart_entry') =>
    queries
      .selectFrom(table)
      .select('chart_id')
      .distinct()
      .where('facility_id', '=', FACILITY_ID)
      .execute()
  const rows = [...(await of('chart')), ...(await of('chart_entry'))]
  return new Set(rows.map(({ chart_id }) => chart_id).sort())
}

function entriesOf(queries: Kysely<Tables>, chartId: string) {
  return queries
    .selectFrom('chart_entry')
    .selectAll()
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chartId)
    .orderBy('seq')
    .execute()
}

function signaturesOf(queries: Kysely<Tables>, chartId: string) {
  return queries
    .selectFrom('act_signature')
    .select(['act_seq', 'user_id', 'seq'])
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chartId)
    .execute()
}

async function placeOf(queries: Kysely<Tables>, chartId: string) {
  const place = await queries
    .selectFrom('chart')
    .selectAll()
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chartId)
    .executeTakeFirst()
  return place ?? null
}

function storageAudits(queries: Kysely<Tables>) {
  return queries
    .selectFrom('ward_storage_audit')
    .selectAll()
    .where('facility_id', '=', FACILITY_ID)
    .orderBy('ward_id')
    .orderBy('command_id')
    .execute()
}
