import { join } from 'node:path'
import { type Instant, isoOf, plusHours } from '../src/time.ts'
import { type Clock, realClock, standingClock } from './clock.ts'
import type { Database } from './database.ts'
import { addDemonstrationAccounts } from './demonstrationAccounts.ts'
import type { Environment } from './environment.ts'
import { openPostgres } from './openPostgres.ts'
import { openSqlite } from './openSqlite.ts'
import { DEMONSTRATION_COST, FULL_COST } from './secrets.ts'
import { createServices, type Services } from './services.ts'

/** A demonstration ward whose newest entry is older than this is moved aside and begun again. */
const WARD_STALE_AFTER_HOURS = 12

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
 * Opens what the environment describes, ready to serve. Outside production it is the demonstration, begun if it is new or
 * its newest entry is more than 12 hours old; the old one is moved aside, never deleted.
 */
export async function openInstallation(
  environment: Environment,
  beginWard: BeginWard,
): Promise<Services> {
  const clock = environment.clock === null ? realClock : standingClock(environment.clock)
  return environment.production
    ? servicesOver(await openDatabase(environment, 'production'), environment, clock)
    : openDemonstration(environment, clock, beginWard)
}

async function openDemonstration(
  environment: Environment,
  clock: Clock,
  beginWard: BeginWard,
): Promise<Services> {
  const open = async () =>
    servicesOver(await openDatabase(environment, 'demonstration'), environment, clock)
  let services = await open()
  const newest = await services.store.newestRecordedAt()
  const isStale = newest !== null && clock.now() > plusHours(newest, WARD_STALE_AFTER_HOURS)
  if (isStale) {
    services.live.close()
    await services.database.moveAside(stampOf(newest))
    services = await open()
  }
  if (!(await services.accounts.any())) {
    await addDemonstrationAccounts(services.accounts, clock.now())
  }
  if (newest === null || isStale) await beginWard(services, clock)
  return services
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
