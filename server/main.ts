import { fileURLToPath } from 'node:url'
import { type App, buildApp } from './app.ts'
import { DatabaseRefused } from './database.ts'
import { beginDemonstrationWard } from './demonstrationWard.ts'
import { type Environment, EnvironmentRefused, environmentOf } from './environment.ts'
import { openInstallation } from './installation.ts'
import type { LogFields } from './log.ts'
import type { Services } from './services.ts'
import { version } from './version.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../client', import.meta.url))
/** The database has this long to let go once every request is over, real time. */
const LONGEST_CLOSE_MS = 5_000

try {
  await start()
} catch (error) {
  process.stderr.write(`The heparin chart did not start. ${reasonOf(error)}\n`)
  process.exit(1)
}

async function start(): Promise<void> {
  const environment = environmentOf(process.env)
  const services = await openInstallation(environment, beginDemonstrationWard)
  const app = await buildApp(services, {
    clientFolder: CLIENT_FOLDER,
    isProduction: environment.production,
    report: (text) => process.stderr.write(text),
    log: { setting: environment.log, write: (line) => process.stdout.write(line) },
    trustProxy: environment.trustProxy,
    metricsToken: environment.metricsToken,
  })
  const address = await app.listen({ port: environment.port, host: environment.host })
  if (!(await services.accounts.any())) {
    process.stdout.write(
      'Nobody can sign in yet: stop this server, run npm run create-administrator, then start it again.\n',
    )
  }
  process.stdout.write(`Heparin chart ready at ${address}\n`)
  tell(app, startOf(environment))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => end(app, services, signal))
  }
}

/** Ends in order: not ready, streams ended, what is under way finished, the database closed. */
async function end(app: App, services: Services, signal: NodeJS.Signals): Promise<void> {
  tell(app, { event: 'stop', signal })
  await app.close()
  const giveUp = setTimeout(() => process.exit(1), LONGEST_CLOSE_MS)
  await services.database.close()
  clearTimeout(giveUp)
  tell(app, { event: 'stopped' })
  process.exit(0)
}

function startOf({ databaseUrl, production }: Environment): LogFields {
  const database = databaseUrl === null ? 'sqlite' : 'postgres'
  return { event: 'start', version, database, production }
}

function tell(app: App, line: LogFields): void {
  app.log.info(line)
}

function reasonOf(error: unknown): string {
  if (error instanceof EnvironmentRefused || error instanceof DatabaseRefused) return error.message
  if (!(error instanceof Error)) return 'The reason is not known.'
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'Another program listens on this port: give another PORT, or 0 for any free one.'
  }
  if ('code' in error && error.code === 'EACCES') {
    return 'The system refuses this port or folder: give another PORT or DATA_DIR.'
  }
  return error.stack ?? error.message
}
