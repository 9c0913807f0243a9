import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { standingClock } from '../../../server/clock.ts'
import type { Database } from '../../../server/database.ts'
import { addDemonstrationAccounts } from '../../../server/demonstrationAccounts.ts'
import { DEMONSTRATION_COST } from '../../../server/secrets.ts'
import { createServices, ownParts, type Parts } from '../../../server/services.ts'
import { instantOf } from '../../../src/time.ts'
import { minute } from './site.ts'

/** Serves a database from this process, with some parts in place of the server's own, and gives the address. */
export async function serveHere(database: Database, parts: Partial<Parts> = {}): Promise<string> {
  const clock = standingClock(instantOf(minute(0)))
  const services = createServices(
    {
      database,
      clock,
      timeZone: 'Australia/Sydney',
      hashCost: DEMONSTRATION_COST,
      isDemonstration: true,
    },
    { ...ownParts, ...parts },
  )
  if (!(await services.accounts.any())) {
    await addDemonstrationAccounts(services.accounts, clock.now())
  }
  const app = await buildApp(services, {
    clientFolder: null,
    isProduction: false,
    report: () => undefined,
  })
  onTestFinished(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
