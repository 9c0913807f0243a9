import { expect, test } from 'vitest'
import { type Outside, outside, started } from '../contract/support/tablet.ts'
import { servedRoutes } from '../server/support/routes.ts'

/**
 * Who may read what, typed by hand. `ward`: whoever is on the chart's or stock's ward, whatever their role; from another
 * ward it is the same 404 as of nothing. `signed-in`: every person signed in. `administrator`: SIGN-1 for everybody else.
 * `anybody`: without signing in. `tablet`: by the tablet's cookie.
 */
const reading: Readonly<Record<string, string>> = {
  'GET /api/sign-in-page': 'anybody',
  'GET /api/health': 'anybody',
  'GET /api/ready': 'anybody',
  'GET /api/openapi.json': 'anybody',
  'GET /api/session/people': 'tablet',
  'GET /api/tablet/alarms': 'tablet',
  'GET /api/tablet/charts': 'tablet',
  'GET /api/session': 'signed-in',
  'GET /api/sessions': 'signed-in',
  'GET /api/wards': 'signed-in',
  'GET /api/wards/:wardId/board': 'ward',
  'GET /api/wards/:wardId/people': 'ward',
  'GET /api/wards/:wardId/due': 'ward',
  'GET /api/wards/:wardId/audit': 'ward',
  'GET /api/wards/:wardId/audit.csv': 'ward',
  'GET /api/wards/:wardId/storage-audits': 'ward',
  'GET /api/wards/:wardId/stream': 'ward',
  'GET /api/charts/:chartId': 'ward',
  'GET /api/charts/:chartId/entries': 'ward',
  'GET /api/charts/:chartId/commands/:commandId': 'ward',
  'GET /api/accounts': 'administrator',
  'GET /api/account-log': 'administrator',
}
/** Looked at by the experiments of their own: who has read, and charts of other wards. */
const elsewhere = new Set([
  'GET /api/readings',
  'GET /api/emergency-access',
  'GET /api/charts/:chartId/readings',
  'GET /api/charts/:chartId/emergency-access',
  'GET /api/tablets',
])
const PERIOD = '?from=2027-03-09T00:00:00Z&to=2027-03-10T00:00:00Z'

const answers: Readonly<Record<string, readonly [string | null, number][]>> = {
  anybody: [[null, 200]],
  'signed-in': [
    [null, 401],
    ['en.fox', 200],
    ['admin.hall', 200],
  ],
  ward: [
    [null, 401],
    ['rn.ivers', 404],
    ['mo.chen', 200],
    ['rn.cole', 200],
    ['en.fox', 200],
    ['pharm.gray', 200],
  ],
  administrator: [
    [null, 401],
    ['amo.haddad', 403],
    ['rn.adams', 403],
    ['pharm.gray', 403],
    ['admin.hall', 200],
  ],
}

test('SIGN-1: who may read what, as the table has it; a route that reads and has no row is found', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const [opening] = await chart.entries()
  const routes = servedRoutes(ward.within.app)
    .filter(({ method }) => method === 'GET')
    .map(({ method, path }) => `${method} ${path}`)
  const known = (route: string) => route in reading || elsewhere.has(route)
  expect(routes.filter((route) => !known(route))).toEqual([])
  expect(['GET /api/everything'].filter((route) => !known(route))).toHaveLength(1)

  const named = { wardId: '7-west', chartId: chart.id, commandId: opening.commandId }
  const faults = []
  for (const [route, who] of Object.entries(reading)) {
    if (!route.endsWith('/stream'))
      faults.push(...(await faultsAt(ward, addressOf(route, named), who)))
  }
  expect(faults).toEqual([])
})

function addressOf(route: string, named: Readonly<Record<string, string>>): string {
  const path = route.replace('GET ', '').replace(/:(\w+)/g, (_, name: string) => named[name] ?? '')
  return /\/audit(\.csv)?$/.test(path) ? path + PERIOD : path
}

async function faultsAt(ward: Outside, address: string, who: string): Promise<string[]> {
  const faults: string[] = []
  for (const [user, status] of answers[who] ?? []) {
    const answer = await ward.call(user, 'GET', address)
    const isRight = status === 200 ? answer.status < 300 : answer.status === status
    if (!isRight) faults.push(`${address} by ${user}: ${status} in the table, ${answer.status}`)
  }
  return faults
}
