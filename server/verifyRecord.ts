import { type Database, FACILITY_ID } from './database.ts'
import { chartFaults, type Head, headFaults, type RecordFault } from './recordFaults.ts'
import { signatureFaults } from './signatureFaults.ts'

/** What a look at every chart of an installation found. */
export interface Verified {
  readonly charts: number
  readonly entries: number
  readonly faults: readonly RecordFault[]
  /** The last entry of every chart, to be signed and kept apart. */
  readonly heads: readonly Head[]
}

/** Reads every chart, one at a time, and says what was changed behind its back (CHART-1). `noted`: heads kept apart. */
export async function verifyRecord(
  { queries }: Database,
  noted: readonly Head[] = [],
): Promise<Verified> {
  const faults: RecordFault[] = []
  const heads: Head[] = []
  let entries = 0
  const byChart = new Map(noted.map((head) => [head.chartId, head]))
  const chartIds = await everyChart()
  for (const chartId of new Set([...chartIds, ...byChart.keys()])) {
    const rows = await entriesOf(chartId)
    const last = rows.at(-1)
    entries += rows.length
    if (last) heads.push({ chartId, seq: last.seq, hash: last.hash })
    if (chartIds.has(chartId)) {
      const found = chartFaults({ chartId, rows, place: await placeOf(chartId) })
      const unsigned = async () => signatureFaults(chartId, rows, await signaturesOf(chartId))
      faults.push(...(found.length > 0 ? found : await unsigned()))
    }
    const head = byChart.get(chartId)
    if (head) faults.push(...headFaults(head, rows))
  }
  return { charts: chartIds.size, entries, faults, heads }

  async function everyChart(): Promise<Set<string>> {
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

  async function entriesOf(chartId: string) {
    return queries
      .selectFrom('chart_entry')
      .select(['chart_id', 'seq', 'version', 'command_id', 'kind', 'recorded_at'])
      .select(['body', 'previous_hash', 'hash'])
      .where('facility_id', '=', FACILITY_ID)
      .where('chart_id', '=', chartId)
      .orderBy('seq')
      .execute()
  }

  async function signaturesOf(chartId: string) {
    return queries
      .selectFrom('act_signature')
      .select(['act_seq', 'user_id', 'seq'])
      .where('facility_id', '=', FACILITY_ID)
      .where('chart_id', '=', chartId)
      .execute()
  }

  async function placeOf(chartId: string) {
    const place = await queries
      .selectFrom('chart')
      .select('seq')
      .where('facility_id', '=', FACILITY_ID)
      .where('chart_id', '=', chartId)
      .executeTakeFirst()
    return place ?? null
  }
}
