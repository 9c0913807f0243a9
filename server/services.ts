import type { TimeZone } from '../src/time.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { type ChartAccess, createChartAccess } from './chartAccess.ts'
import { type ChartReadings, createChartReadings } from './chartReadings.ts'
import { type Clock, realClock } from './clock.ts'
import { type CommandDesk, createCommandDesk } from './commandDesk.ts'
import type { Database } from './database.ts'
import { createEmergencyAccesses, type EmergencyAccesses } from './emergencyAccesses.ts'
import { createEntryStore, type EntryStore } from './entryStore.ts'
import { createLive, type Live } from './live.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createSecrets, type HashCost } from './secrets.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignatures } from './signatures.ts'
import { createStorageAudits, type StorageAudits } from './storageAudits.ts'
import { createTablets, type Tablets } from './tablets.ts'
import { createTail, type Tail } from './tail.ts'
import { createTries, type Tries } from './tries.ts'
import { version } from './version.ts'
import { createWardCharts, type WardCharts } from './wardCharts.ts'

/** What an installation is made of. */
export interface Settings {
  readonly database: Database
  /** The clinical clock. */
  readonly clock: Clock
  /** Sessions and throttling; real time unless a test says otherwise. */
  readonly realTime?: Clock
  readonly timeZone: TimeZone
  readonly hashCost: HashCost
  /** Whether the demonstration accounts stand and the sign-in page shows them. */
  readonly isDemonstration: boolean
}

/** The parts of a running server, wired together. */
export interface Services {
  readonly database: Database
  readonly clock: Clock
  readonly realTime: Clock
  readonly timeZone: TimeZone
  readonly isDemonstration: boolean
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly tablets: Tablets
  readonly tries: Tries
  readonly store: EntryStore
  readonly wardCharts: WardCharts
  readonly storageAudits: StorageAudits
  readonly emergencyAccesses: EmergencyAccesses
  readonly chartAccess: ChartAccess
  readonly readings: ChartReadings
  readonly live: Live
  /** Needed where other processes share the database. */
  readonly tail: Tail
  readonly desk: CommandDesk
  readonly metrics: Metrics
}

/** How the parts are made that a simulation puts its own in place of, or listens in on. */
export const ownParts = {
  createSecrets,
  createEntryStore,
  createLive,
  createTail,
  createSessions,
  createSignatures,
  createCommandDesk,
}
export type Parts = typeof ownParts

/** Wires the parts over an open database. */
export function createServices(settings: Settings, parts: Parts = ownParts): Services {
  const { database, clock, timeZone, isDemonstration } = settings
  const realTime = settings.realTime ?? realClock
  const tries = createTries(database, realTime)
  const accounts = createAccounts(database, parts.createSecrets(settings.hashCost), clock)
  const store = parts.createEntryStore(database)
  const emergencyAccesses = createEmergencyAccesses(database)
  const chartAccess = createChartAccess(store, emergencyAccesses, clock)
  const tablets = createTablets(database, { realTime, clock })
  const live = parts.createLive(clock, () => tail.isFresh())
  const tail: Tail = parts.createTail(store, live.publish)
  const metrics = createMetrics(version)
  return {
    database,
    clock,
    realTime,
    timeZone,
    isDemonstration,
    accounts,
    sessions: parts.createSessions(
      database,
      realTime,
      live.endSession,
      tablets.noteSignOutEverywhere,
    ),
    tablets,
    tries,
    store,
    wardCharts: createWardCharts(store),
    storageAudits: createStorageAudits(database),
    emergencyAccesses,
    chartAccess,
    readings: createChartReadings(database, clock),
    live,
    tail,
    desk: parts.createCommandDesk({
      store,
      accounts,
      chartAccess,
      signatures: parts.createSignatures(accounts, tries, chartAccess),
      publish(wardIds, entry) {
        metrics.committed()
        tail.note(entry)
        live.publish(wardIds, entry)
      },
      clashed: metrics.clashed,
      clock,
    }),
    metrics,
  }
}
