import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { DatabaseRefused } from './database.ts'
import { beginDemonstrationWard } from './demonstrationWard.ts'
import { EnvironmentRefused, environmentOf } from './environment.ts'
import { openInstallation } from './installation.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../client', import.meta.url))

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
  })
  const address = await app.listen({ port: environment.port, host: environment.host })
  if (!(await services.accounts.any())) {
    process.stdout.write(
      'Nobody can sign in yet: stop this server, run npm run create-administrator, then start it again.\n',
    )
  }
  process.stdout.write(`Heparin chart ready at ${address}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await app.close()
      await services.database.close()
      process.exit(0)
    })
  }
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
