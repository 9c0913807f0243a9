import { describe, expect, test } from 'vitest'
import { openChart } from './support/course.ts'
import { newId } from './support/databases.ts'
import { addressOf, servedRoutes } from './support/routes.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { startWard } from './support/ward.ts'

const showing = (userId: string) => ({ 'shown-user': encodeURIComponent(userId) })
const NOTE = {
  kind: 'writeNote',
  expectedVersion: 1,
  happenedAt: '2027-03-10T00:00:00Z',
  text: 'Told the MO',
}

/** Two pages of a tablet: rn.adams is on the first one; then rn.baker has signed in on the other. */
async function twoPages() {
  const ward = await startWard()
  const tablet = sharedTablet(ward)
  await tablet.signIn('rn.adams')
  const chart = await openChart(tablet)
  await tablet.signIn('rn.baker')
  return { ward, tablet, chart }
}

describe('a page that shows one person on a tablet that another has signed in on', () => {
  test('H15, SIGN-7: puts nothing on the record in the name of the other', async () => {
    const { ward, tablet, chart } = await twoPages()
    const send = (headers: Record<string, string>) =>
      tablet.post(`/api/charts/${chart.id}/commands`, { ...NOTE, commandId: newId() }, headers)
    const refused = await send(showing('rn.adams'))
    expect(refused.status).toBe(401)
    expect(refused.body).toMatchObject({ type: '/problems/another-person' })
    expect(JSON.stringify(refused.body)).not.toContain('Baker')
    expect(await chart.view()).toMatchObject({ seq: 1 })

    expect((await send(showing('rn.baker'))).status).toBe(201)
    expect((await send({})).status).toBe(201)
    const record = await ward.services.store.record(chart.id)
    expect(record?.entries.map(({ by }) => by?.userId)).toEqual([
      'rn.adams',
      'rn.baker',
      'rn.baker',
    ])
  })

  test('H15: is told nothing, and does nothing, on any route that asks for a session', async () => {
    const { ward, tablet, chart } = await twoPages()
    const cookie = tablet.cookie ?? ''
    const ids = { chartId: chart.id, commandId: chart.id, wardId: '7-west', userId: 'rn.adams' }
    const answers = await Promise.all(
      servedRoutes(ward.app).map(async (route) => {
        const url = addressOf(route, ids)
        const ask = (headers: object) =>
          ward.app.inject({ method: route.method, url, headers: { cookie, ...headers } })
        const { statusCode } = await ward.app.inject({ method: route.method, url })
        return { isPublic: statusCode !== 401, route, ask }
      }),
    )
    const asking = answers.filter(({ isPublic }) => !isPublic)
    expect(asking.length).toBeGreaterThan(20)
    for (const { route, ask } of asking) {
      const { statusCode, body } = await ask(showing('rn.adams'))
      expect(statusCode, `${route.method} ${route.path}`).toBe(401)
      expect(body, `${route.method} ${route.path}`).toContain('/problems/another-person')
    }
    expect((await tablet.get('/api/session')).body.user.userId).toBe('rn.baker')
  })

  test('SIGN-3: counts no PIN of its own person as a wrong one of the other, and does not lock them out', async () => {
    const { ward, tablet } = await twoPages()
    await tablet.put('/api/session/lock', undefined)
    for (let tries = 0; tries < 8; tries += 1) {
      const reply = await tablet.post('/api/session/unlock', { pin: '204811' }, showing('rn.adams'))
      expect(reply.body).toMatchObject({ type: '/problems/another-person' })
    }
    expect((await tablet.unlock('rn.baker')).status).toBe(200)
    expect(ward.faults).toEqual([])
  })

  test('SIGN-5, H23: has its stop taken by the tablet’s own way', async () => {
    const { tablet, chart } = await twoPages()
    const reply = await tablet.post(
      `/api/charts/${chart.id}/captured`,
      {
        author: 'rn.adams',
        command: {
          commandId: newId(),
          kind: 'ceaseInfusion',
          reason: 'head-injury',
          expectedVersion: 1,
          happenedAt: '2027-03-10T00:00:00Z',
        },
      },
      showing('rn.adams'),
    )
    expect(reply.status).toBe(201)
  })
})
