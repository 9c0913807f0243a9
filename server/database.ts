import type { Kysely } from 'kysely'

/** One facility an installation; its id leads every key, so that many can share one database later. */
export const FACILITY_ID = 'facility'

interface Facility {
  facility_id: string
}
type Flag = 0 | 1

/** The tables of the server, as both databases have them. Instants are UTC text. */
export interface Tables {
  facility: Facility & { name: string }
  ward: Facility & { ward_id: string; name: string }
  account: Facility & {
    user_id: string
    name: string
    role: string
    password_hash: string
    pin_hash: string
    learning_package_until: string | null
    iv_units: Flag
    notation: Flag
    ended_at: string | null
    password_is_temporary: Flag
  }
  account_change: Facility & {
    change_no: number
    at: string
    by_user_id: string | null
    what: string
    about: string
    details: string
  }
  account_ward: Facility & { user_id: string; ward_id: string }
  tablet: Facility & { tablet_hash: string; known_since: string }
  tablet_person: Facility & {
    tablet_hash: string
    user_id: string
    signed_in_at: string
    signed_out_at: string | null
    left_at: string | null
  }
  session: Facility & {
    token_hash: string
    user_id: string
    begun_at: string
    seen_at: string
    tablet_hash: string | null
    locks_after_minutes: number | null
    used_at: string | null
    locked_at: string | null
  }
  wrong_secret: Facility & {
    person_hash: string
    secret: 'password' | 'pin' | 'mrn'
    place: string
    slot: number
    at: string
  }
  chart_reading: Facility & {
    ward_id: string
    chart_id: string
    user_id: string
    what: 'chart' | 'board' | 'due' | 'audit' | 'kept'
    way: 'ward' | 'emergency'
    tablet_hash: string
    hour: string
    at: string
  }
  emergency_access: Facility & {
    access_id: string
    user_id: string
    name: string
    role: string
    chart_id: string
    ward_id: string
    tablet_hash: string
    reason: string
    begun_at: string
    ends_at: string
  }
  emergency_access_review: Facility & {
    access_id: string
    reviewed_by: string
    name: string
    reviewed_at: string
    finding: string
  }
  chart_entry: Facility & {
    chart_id: string
    seq: number
    version: number
    command_id: string
    kind: string
    recorded_at: string
    body: string
    body_hash: string
    refusal: string | null
    previous_hash: string
    hash: string
    /** Null: written by a build that did not keep it. */
    kept_hash: string | null
  }
  chart: Facility & {
    chart_id: string
    ward_id: string
    bed: string
    mrn: string
    is_open: Flag
    seq: number
  }
  act_signature: Facility & { chart_id: string; act_seq: number; user_id: string; seq: number }
  ward_storage_audit: Facility & {
    ward_id: string
    command_id: string
    happened_at: string
    body: string
    body_hash: string
    /** Null: written by a build that did not keep it. */
    kept_hash: string | null
  }
}

/** An open database whose tables stand. */
export interface Database {
  readonly queries: Kysely<Tables>
  /** Whether other server processes may write to it too. */
  readonly isShared: boolean
  close(): Promise<void>
  /**
   * Whether what it shows is on the disk, so that it may be acknowledged. False from a failed write on until the disk has
   * taken everything anew, which each question tries.
   */
  isProven(): boolean
  /** Writes a copy of everything as it stands now and gives its path; null: the database has tools of its own for that. */
  readonly backUp: ((stamp: string) => Promise<string>) | null
  /** Closes it and sets its tables aside under a name that tells the time; nothing is deleted. */
  moveAside(stamp: string): Promise<void>
}

/** Why a database cannot be used, in a sentence for the person who starts the server. */
export class DatabaseRefused extends Error {}
