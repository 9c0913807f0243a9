import { join } from 'node:path'
import { type Instant, isoOf, plusHours } from '../src/time.ts'
import { type Clock, realClock, standingClock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'
import { addDemonstrationAccounts, DEMONSTRATION_FACILITY } from './demonstrationAccounts.ts'
import type { Environment } from './environment.ts'
import { openPostgres, startAlone } from './openPostgres.ts'
import { openSqlite } from './openSqlite.ts'
import { DEMONSTRATION_COST, FULL_COST } from './secrets.ts'
import { createServices, type Services } from './services.ts'

/** A demonstration ward whose newest entry is older than this is moved aside and begun again. */
const WARD_STALE_AFTER_HOURS = 12
/** What the facility is called until all accounts and patients of the demonstration stand. */
const UNFINISHED = 'Demonstration Hospital (being prepared)'

/** Where the tables lie: a demonstration and the real thing never share any. */
const places = {
  production: { file: 'heparin-chart.db', schema: 'heparin_chart' },
  demonstration: { file: 'demonstration.db', schema: 'heparin_chart_demonstration' },
} as const

/** Puts the demonstration's patients on its empty wards. */
export type BeginWard = (services: Services, clock: Clock) => Promise<void>

/** Opens the database of real use or of the demonstration. @throws DatabaseRefused with the reason */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Environment, 'databaseUrl' | 'dataDir'>,
  use: keyof typeof places,
): Promise<Database> {
  const { file, schema } = places[use]
  return databaseUrl === null ? openSqlite(join(dataDir, file)) : openPostgres(databaseUrl, schema)
}

/**
 * Opens what the environment describes, ready to serve. Outside production it is the demonstration, begun if it is new,
 * if its beginning was cut short, or if its newest entry is more than 12 hours old; the old one is moved aside, never
 * deleted.
 */
export async function openInstallation(
  environment: Environment,
  beginWard: BeginWard,
): Promise<Services> {
  const clock = environment.clock === null ? realClock : standingClock(environment.clock)
  if (environment.production) {
    return servicesOver(await openDatabase(environment, 'production'), environment, clock)
  }
  const { databaseUrl } = environment
  const release = databaseUrl === null ? null : await startAlone(databaseUrl)
  try {
    return await openDemonstration(environment, clock, beginWard)
  } finally {
    await release?.()
  }
}

async function openDemonstration(
  environment: Environment,
  clock: Clock,
  beginWard: BeginWard,
): Promise<Services> {
  const open = async () =>
    servicesOver(await openDatabase(environment, 'demonstration'), environment, clock)
  let services = await open()
  const facility = await services.accounts.facilityName()
  const spentSince = facility === null ? null : await spentSinceOf(services, facility, clock)
  if (facility !== null && spentSince === null) return services
  if (spentSince !== null) {
    services.live.close()
    await services.database.moveAside(stampOf(spentSince))
    services = await open()
  }
  await addDemonstrationAccounts(services.accounts, clock.now(), UNFINISHED)
  await beginWard(services, clock)
  await nameWhole(services.database)
  return services
}

/** When a demonstration that must not be shown was last written to; null: it is whole and of today. */
async function spentSinceOf(
  { store }: Services,
  facility: string,
  clock: Clock,
): Promise<Instant | null> {
  const newest = await store.newestRecordedAt()
  if (facility === UNFINISHED) return newest ?? clock.now()
  const isStale = newest !== null && clock.now() > plusHours(newest, WARD_STALE_AFTER_HOURS)
  return isStale ? newest : null
}

/** The last step of a beginning: whatever ends before it leaves a ward that the next start moves aside. */
async function nameWhole({ queries }: Database): Promise<void> {
  await queries
    .updateTable('facility')
    .set({ name: DEMONSTRATION_FACILITY })
    .where('facility_id', '=', FACILITY_ID)
    .execute()
}

function servicesOver(database: Database, environment: Environment, clock: Clock): Services {
  return createServices({
    database,
    clock,
    timeZone: environment.timeZone,
    hashCost: environment.production ? FULL_COST : DEMONSTRATION_COST,
    isDemonstration: !environment.production,
  })
}

/** `20270310T045000Z`: an instant as part of a name. */
function stampOf(at: Instant): string {
  return isoOf(at).replace(/[-:]|\.\d+/g, '')
}
