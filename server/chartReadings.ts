import type { Role } from '../src/chart/people.ts'
import { type Instant, instantOf, isoOf } from '../src/time.ts'
import type { ChartWay } from './chartAccess.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'

/** The most lines that one question is answered with. */
const MOST_READINGS = 500
const UP_TO_HOUR = 'yyyy-mm-ddThh'.length

/** What is read: one chart, or something of a whole ward (then without a chart). */
export interface Reading {
  readonly userId: string
  readonly tabletKey: string | null
  readonly what: Tables['chart_reading']['what']
  readonly wardId: string
  readonly chartId: string | null
  readonly way: ChartWay
}

/** A line of the record: the first time in its hour. */
interface ReadingLine extends Reading {
  readonly at: Instant
  readonly name: string
  readonly role: Role
  readonly mrn: string | null
}

/** Which lines are asked for; `chartId` brings those of its ward with it. */
interface ReadingsAsked {
  readonly chartId?: string | undefined
  readonly userId?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Who has read which chart: one line for a person, a chart, a tablet and an hour of the clinical clock. */
export interface ChartReadings {
  /** Notes a reading after the answer is on its way: it never holds a reading up and never refuses one. */
  note(reading: Reading): void
  /** When every reading noted so far is on disk, or was told as a fault. */
  settled(): Promise<void>
  /** The newest first. `more`: there are older ones. */
  find(asked: ReadingsAsked): Promise<{ readonly lines: readonly ReadingLine[]; more: boolean }>
  /** Where a reading that could not be kept is told. */
  onFault(tell: (fault: unknown) => void): void
}

/** The readings in a database. What was noted in the present hour is remembered, so that reading again costs nothing. */
export function createChartReadings({ queries }: Database, clock: Clock): ChartReadings {
  const noted = new Map<string, Set<string>>()
  const writing = new Set<Promise<void>>()
  let tellFault: (fault: unknown) => void = () => {}

  function notedIn(hour: string): Set<string> {
    const known = noted.get(hour)
    if (known) return known
    noted.clear()
    const fresh = new Set<string>()
    noted.set(hour, fresh)
    return fresh
  }

  async function keep(row: Tables['chart_reading'], key: string): Promise<void> {
    try {
      await queries
        .insertInto('chart_reading')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } catch (fault) {
      // The next reading tries again.
      noted.get(row.hour)?.delete(key)
      tellFault(fault)
    }
  }

  return {
    note(reading) {
      const at = isoOf(clock.now())
      const row = rowOf(reading, at)
      const { at: _first, ...line } = row
      const key = JSON.stringify(line)
      const known = notedIn(row.hour)
      if (known.has(key)) return
      known.add(key)
      const kept: Promise<void> = keep(row, key).finally(() => writing.delete(kept))
      writing.add(kept)
    },

    async settled() {
      await Promise.all(writing)
    },

    async find({ chartId, userId, from, to }) {
      let rows = queries
        .selectFrom('chart_reading as reading')
        .innerJoin('account', (join) =>
          join
            .onRef('account.facility_id', '=', 'reading.facility_id')
            .onRef('account.user_id', '=', 'reading.user_id'),
        )
        .leftJoin('chart', (join) =>
          join
            .onRef('chart.facility_id', '=', 'reading.facility_id')
            .onRef('chart.chart_id', '=', 'reading.chart_id'),
        )
        .selectAll('reading')
        .select(['account.name', 'account.role', 'chart.mrn'])
        .where('reading.facility_id', '=', FACILITY_ID)
      if (userId !== undefined) rows = rows.where('reading.user_id', '=', userId)
      if (from !== undefined) rows = rows.where('reading.at', '>=', isoOf(from))
      if (to !== undefined) rows = rows.where('reading.at', '<', isoOf(to))
      if (chartId !== undefined) {
        const itsWard = queries
          .selectFrom('chart')
          .select('ward_id')
          .where('facility_id', '=', FACILITY_ID)
          .where('chart_id', '=', chartId)
        rows = rows.where(({ eb, or, and }) =>
          or([
            eb('reading.chart_id', '=', chartId),
            and([eb('reading.chart_id', '=', ''), eb('reading.ward_id', 'in', itsWard)]),
          ]),
        )
      }
      const found = await rows
        .orderBy('reading.at', 'desc')
        .orderBy('reading.user_id')
        .limit(MOST_READINGS + 1)
        .execute()
      return {
        lines: found.slice(0, MOST_READINGS).map(lineOf),
        more: found.length > MOST_READINGS,
      }
    },

    onFault(tell) {
      tellFault = tell
    },
  }
}

/** Notes that somebody read something of a whole ward. */
export function noteWardReading(
  readings: Pick<ChartReadings, 'note'>,
  { by, session }: { by: { userId: string }; session: { tabletKey: string | null } },
  what: Reading['what'],
  wardId: string,
): void {
  const { userId } = by
  readings.note({ userId, tabletKey: session.tabletKey, what, wardId, chartId: null, way: 'ward' })
}

function rowOf(reading: Reading, at: string): Tables['chart_reading'] {
  return {
    facility_id: FACILITY_ID,
    ward_id: reading.wardId,
    chart_id: reading.chartId ?? '',
    user_id: reading.userId,
    what: reading.what,
    way: reading.way,
    tablet_hash: reading.tabletKey ?? '',
    hour: at.slice(0, UP_TO_HOUR),
    at,
  }
}

function lineOf(
  row: Tables['chart_reading'] & { name: string; role: string; mrn: string | null },
): ReadingLine {
  return {
    at: instantOf(row.at),
    userId: row.user_id,
    name: row.name,
    role: row.role as Role,
    what: row.what,
    way: row.way,
    wardId: row.ward_id,
    chartId: row.chart_id === '' ? null : row.chart_id,
    mrn: row.mrn,
    tabletKey: row.tablet_hash === '' ? null : row.tablet_hash,
  }
}
