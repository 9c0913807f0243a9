import { type Instant, instantOf, isIsoInstant, isTimeZone, type TimeZone } from '../src/time.ts'

const DEFAULT_PORT = 8080
const HIGHEST_PORT = 65_535

/** How this installation is set up, read once at the start. */
export interface Environment {
  /** TCP port; 0 takes any free one. */
  readonly port: number
  readonly host: string
  /** Folder of the embedded database. */
  readonly dataDir: string
  /** PostgreSQL in place of the embedded database. */
  readonly databaseUrl: string | null
  readonly timeZone: TimeZone
  readonly production: boolean
  /** Where the clinical clock stands until it is moved; null: it runs with real time. */
  readonly clock: Instant | null
}

/** The process environment asks for something that cannot be; the message says what and what to do. */
export class EnvironmentRefused extends Error {}

/**
 * Reads the settings of the contract from environment variables; an empty one counts as not set.
 * @throws EnvironmentRefused with a sentence for the person who starts the server
 */
export function environmentOf(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = (name: string) => env[name] || null
  const production = given('NODE_ENV') === 'production'
  return {
    port: portOf(given('PORT')),
    host: given('HOST') ?? '127.0.0.1',
    dataDir: given('DATA_DIR') ?? './data',
    databaseUrl: databaseUrlOf(given('DATABASE_URL')),
    timeZone: timeZoneOf(given('TIME_ZONE') ?? 'Australia/Sydney'),
    production,
    clock: clockOf(given('CLOCK'), production),
  }
}

function portOf(text: string | null): number {
  if (text === null) return DEFAULT_PORT
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > HIGHEST_PORT) {
    throw new EnvironmentRefused(
      `PORT is "${text}". Give a whole number from 0 to ${HIGHEST_PORT}; 0 takes any free port.`,
    )
  }
  return port
}

function databaseUrlOf(text: string | null): string | null {
  if (text === null || /^postgres(ql)?:\/\//.test(text)) return text
  throw new EnvironmentRefused(
    'DATABASE_URL is not a PostgreSQL address. It starts with postgres:// or postgresql://; without it the server keeps its own database in DATA_DIR.',
  )
}

function timeZoneOf(name: string): TimeZone {
  if (isTimeZone(name)) return name
  throw new EnvironmentRefused(
    `TIME_ZONE is "${name}", which this machine does not know. Give a name such as Australia/Sydney.`,
  )
}

function clockOf(text: string | null, production: boolean): Instant | null {
  if (text === null) return null
  if (production) {
    throw new EnvironmentRefused(
      'CLOCK is set together with NODE_ENV=production. A clock that can be moved would put wrong times on real charts: unset CLOCK.',
    )
  }
  if (!isIsoInstant(text)) {
    throw new EnvironmentRefused(
      `CLOCK is "${text}". Give an instant in UTC, such as 2027-03-10T00:00:00Z.`,
    )
  }
  return instantOf(text)
}
