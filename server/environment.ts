import { isIP } from 'node:net'
import { type Instant, instantOf, isIsoInstant, isTimeZone, type TimeZone } from '../src/time.ts'
import { LOG_SETTINGS, type LogSetting } from './log.ts'

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
  /** Addresses and networks of the proxies whose word on a tablet's address is taken. */
  readonly trustProxy: readonly string[]
  readonly log: LogSetting
  /** What a monitor has to show for the metrics; null: there are none. */
  readonly metricsToken: string | null
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
    trustProxy: proxiesOf(given('TRUST_PROXY')),
    log: logSettingOf(given('LOG') ?? (production ? 'requests' : 'events')),
    metricsToken: tokenOf(given('METRICS_TOKEN')),
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

const LARGEST_PREFIX: Readonly<Record<number, number>> = { 4: 32, 6: 128 }

/** Each proxy by its address or network: "all of them" would let every tablet say where it is. */
function proxiesOf(text: string | null): readonly string[] {
  const proxies = (text ?? '').split(',').map((proxy) => proxy.trim())
  const given = proxies.filter((proxy) => proxy !== '')
  const wrong = given.find((proxy) => !isNetwork(proxy))
  if (wrong === undefined) return given
  throw new EnvironmentRefused(
    `TRUST_PROXY names "${wrong}". Give the addresses or networks of your proxies, such as 127.0.0.1 or 10.0.0.0/24, with commas between them.`,
  )
}

function isNetwork(proxy: string): boolean {
  const [address = '', prefix, ...more] = proxy.split('/')
  const largest = LARGEST_PREFIX[isIP(address)]
  if (largest === undefined || more.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= largest)
}

function logSettingOf(text: string): LogSetting {
  const setting = LOG_SETTINGS.find((known) => known === text)
  if (setting) return setting
  throw new EnvironmentRefused(`LOG is "${text}". Give ${LOG_SETTINGS.join(', ')}.`)
}

const SHORTEST_TOKEN = 24

function tokenOf(text: string | null): string | null {
  const isLong = text === null || text.length >= SHORTEST_TOKEN
  if (isLong && !/[^\x21-\x7e]/.test(text ?? '')) return text
  throw new EnvironmentRefused(
    `METRICS_TOKEN is too easily guessed. Give ${SHORTEST_TOKEN} characters or more without spaces, such as openssl rand -hex 24 makes.`,
  )
}
