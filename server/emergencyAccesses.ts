import { randomUUID } from 'node:crypto'
import { type Role, roles } from '../src/chart/people.ts'
import { type Instant, instantOf, isoOf, plusHours } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'

/** A chart of another ward is open to a person for so long. */
export const EMERGENCY_HOURS = 4

/** One person's access to one chart of another ward, on the clinical clock. */
export interface EmergencyAccess {
  readonly accessId: string
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly chartId: string
  /** The ward that the chart was on. */
  readonly wardId: string
  readonly reason: string
  readonly begunAt: Instant
  readonly endsAt: Instant
}

/** What an administrator found when they looked at it. */
interface EmergencyReview {
  readonly reviewedBy: string
  readonly name: string
  readonly reviewedAt: Instant
  readonly finding: string
}

/** What is asked for. */
interface EmergencyAsked {
  readonly by: Account
  readonly reason: string
  readonly tabletKey: string | null
  readonly at: Instant
}

/** Charts of other wards opened in an emergency: each is on record for good, with its reason. */
export interface EmergencyAccesses {
  /** The open chart of exactly this MRN and its ward, or null. */
  find(mrn: string): Promise<{ readonly chartId: string; readonly wardId: string } | null>
  grant(
    asked: EmergencyAsked,
    chart: { readonly chartId: string; readonly wardId: string },
  ): Promise<EmergencyAccess>
  /** Until when a chart is open to a person, or null. */
  openUntil(userId: string, chartId: string, at: Instant): Promise<Instant | null>
  /** Those of a person that are open at `at`, the latest end of each chart. */
  openOf(userId: string, at: Instant): Promise<readonly EmergencyAccess[]>
  ofChart(chartId: string): Promise<readonly EmergencyAccess[]>
  /** All, the newest first, each with its MRN and its review. */
  all(): Promise<
    readonly (EmergencyAccess & { readonly mrn: string; readonly review: EmergencyReview | null })[]
  >
  /** False when there is no such access, or it was reviewed before. */
  review(
    accessId: string,
    review: { readonly by: Account; readonly finding: string; readonly at: Instant },
  ): Promise<boolean>
}

/** The emergency accesses in a database. */
export function createEmergencyAccesses({ queries }: Database): EmergencyAccesses {
  const rows = () =>
    queries.selectFrom('emergency_access').where('emergency_access.facility_id', '=', FACILITY_ID)

  async function openOf(userId: string, at: Instant): Promise<EmergencyAccess[]> {
    const found = await rows().selectAll().where('user_id', '=', userId).execute()
    const open = found
      .map(accessOf)
      .filter(({ begunAt, endsAt }) => begunAt <= at && at < endsAt)
      .sort((a, b) => b.endsAt - a.endsAt)
    return open.filter(
      ({ chartId }, index) => open.findIndex((each) => each.chartId === chartId) === index,
    )
  }

  return {
    async find(mrn) {
      const row = await queries
        .selectFrom('chart')
        .select(['chart_id', 'ward_id'])
        .where('facility_id', '=', FACILITY_ID)
        // A chart from before MRNs were kept in capitals has the letters that were keyed.
        .where('mrn', 'in', [mrn, mrn.toUpperCase()])
        .where('is_open', '=', 1)
        .executeTakeFirst()
      return row ? { chartId: row.chart_id, wardId: row.ward_id } : null
    },

    async grant({ by, reason, tabletKey, at }, { chartId, wardId }) {
      const row = {
        facility_id: FACILITY_ID,
        access_id: randomUUID(),
        user_id: by.userId,
        name: by.name,
        role: by.role,
        chart_id: chartId,
        ward_id: wardId,
        tablet_hash: tabletKey ?? '',
        reason,
        begun_at: isoOf(at),
        ends_at: isoOf(plusHours(at, EMERGENCY_HOURS)),
      }
      await queries.insertInto('emergency_access').values(row).execute()
      return accessOf(row)
    },

    openOf,

    async openUntil(userId, chartId, at) {
      const open = await openOf(userId, at)
      return open.find((access) => access.chartId === chartId)?.endsAt ?? null
    },

    async ofChart(chartId) {
      const found = await rows()
        .selectAll()
        .where('chart_id', '=', chartId)
        .orderBy('begun_at', 'desc')
        .execute()
      return found.map(accessOf)
    },

    async all() {
      const found = await rows()
        .innerJoin('chart', (join) =>
          join
            .onRef('chart.facility_id', '=', 'emergency_access.facility_id')
            .onRef('chart.chart_id', '=', 'emergency_access.chart_id'),
        )
        .leftJoin('emergency_access_review as review', (join) =>
          join
            .onRef('review.facility_id', '=', 'emergency_access.facility_id')
            .onRef('review.access_id', '=', 'emergency_access.access_id'),
        )
        .selectAll('emergency_access')
        .select([
          'chart.mrn',
          'review.reviewed_by',
          'review.name as reviewer',
          'review.reviewed_at',
          'review.finding',
        ])
        .orderBy('emergency_access.begun_at', 'desc')
        .execute()
      return found.map((row) => ({ ...accessOf(row), mrn: row.mrn, review: reviewOf(row) }))
    },

    async review(accessId, { by, finding, at }) {
      const access = await rows()
        .select('access_id')
        .where('access_id', '=', accessId)
        .executeTakeFirst()
      if (!access) return false
      const added = await queries
        .insertInto('emergency_access_review')
        .values({
          facility_id: FACILITY_ID,
          access_id: accessId,
          reviewed_by: by.userId,
          name: by.name,
          reviewed_at: isoOf(at),
          finding,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('access_id')
        .executeTakeFirst()
      return added !== undefined
    },
  }
}

function accessOf(row: Tables['emergency_access']): EmergencyAccess {
  const role = roles.find((known) => known === row.role)
  if (!role) throw new Error('An emergency access names a role that this build does not know.')
  return {
    accessId: row.access_id,
    userId: row.user_id,
    name: row.name,
    role,
    chartId: row.chart_id,
    wardId: row.ward_id,
    reason: row.reason,
    begunAt: instantOf(row.begun_at),
    endsAt: instantOf(row.ends_at),
  }
}

function reviewOf(row: {
  reviewed_by: string | null
  reviewer: string | null
  reviewed_at: string | null
  finding: string | null
}): EmergencyReview | null {
  if (row.reviewed_by === null || row.reviewed_at === null) return null
  return {
    reviewedBy: row.reviewed_by,
    name: row.reviewer ?? '',
    reviewedAt: instantOf(row.reviewed_at),
    finding: row.finding ?? '',
  }
}
