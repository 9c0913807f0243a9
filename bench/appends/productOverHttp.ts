import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type App, buildApp } from '../../server/app.ts'
import { standingClock } from '../../server/clock.ts'
import type { Database } from '../../server/database.ts'
import { demonstrationPeople } from '../../server/demonstrationAccounts.ts'
import { FULL_COST } from '../../server/secrets.ts'
import { createServices } from '../../server/services.ts'
import { instantOf } from '../../src/time.ts'
import { overHttp } from './overHttp.ts'
import type { Appender } from './run.ts'
import { NOTE } from './sample.ts'

const nurse = demonstrationPeople.find(({ userId }) => userId === 'rn.adams')
const NOW = '2027-03-10T00:10:00Z'

async function sent(app: App, url: string, payload: object, cookie?: string) {
  const headers = cookie === undefined ? {} : { cookie }
  const reply = await app.inject({ method: 'POST', url, payload, headers })
  if (reply.statusCode >= 300) throw new Error(`${url} answered ${reply.statusCode}: ${reply.body}`)
  return reply
}

/** The whole of the product over HTTP: session, access, schema, decision on the chart as it stands, entry, live streams. */
export async function productOverHttp(
  database: Database,
  cpuNow: () => number,
): Promise<{ readonly unsigned: Appender; readonly signed: Appender }> {
  const services = createServices({
    database,
    clock: standingClock(instantOf(NOW)),
    timeZone: 'Australia/Sydney',
    hashCost: FULL_COST,
    isDemonstration: true,
  })
  const app = await buildApp(services, {
    clientFolder: null,
    isProduction: false,
    report: () => {},
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const signIn = await sent(app, '/api/session', {
    userId: nurse?.userId,
    password: 'demonstration',
  })
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  let patients = 5_000_000

  async function openChart(): Promise<string> {
    patients += 1
    const commandId = randomUUID()
    const patient = {
      mrn: `${patients}`,
      surname: 'Nguyen',
      given: 'Alex',
      dateOfBirth: '1951-03-09',
      sex: 'female',
    }
    await sent(
      app,
      '/api/charts',
      {
        commandId,
        happenedAt: NOW,
        wardId: '7-west',
        bed: '12',
        patient,
        allergies: [],
        amo: 'Dr Haddad',
      },
      cookie,
    )
    return `/api/charts/${commandId}/commands`
  }

  function appender(name: string, signature: object): Appender {
    return {
      name,
      async run(clients, seconds) {
        const paths = await Promise.all(Array.from({ length: clients }, openChart))
        const body = {
          kind: 'writeNote',
          happenedAt: NOW,
          expectedVersion: 1,
          text: NOTE,
          ...signature,
        }
        return overHttp({ port, paths, headers: { cookie }, body, seconds }, cpuNow)
      },
    }
  }
  return {
    unsigned: appender('whole product over HTTP', {}),
    signed: appender('whole product over HTTP, signed', { signature: { pin: nurse?.pin } }),
  }
}
