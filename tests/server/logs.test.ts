import fastify from 'fastify'
import { describe, expect, test, vi } from 'vitest'
import { loggerOf, whoOf } from '../../server/log.ts'
import { openChart } from './support/course.ts'
import { listening } from './support/listening.ts'
import { startWard } from './support/ward.ts'

/** A ward whose second application writes its log here. */
async function loggingWard(setting: 'none' | 'events' | 'requests') {
  const ward = await startWard()
  const lines: Record<string, unknown>[] = []
  const { address } = await listening(ward, {
    log: { setting, write: (line) => lines.push(JSON.parse(line)) },
  })
  const events = () => lines.map(({ event }) => event)
  return { ward, lines, address, events }
}

const post = (url: string, body: object, headers: object = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('the log', () => {
  test('has a line a request, by the pattern of its route, with who and from where', async () => {
    const { ward, lines, address } = await loggingWard('requests')
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)

    await fetch(`${address}/api/charts/${chart.id}`, { headers: { cookie: adams.cookie ?? '' } })
    await expect.poll(() => lines.length).toBe(1)

    expect(lines[0]).toEqual({
      level: 'debug',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*Z$/),
      reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event: 'request',
      method: 'GET',
      route: '/api/charts/:chartId',
      status: 200,
      durationMs: expect.any(Number),
      address: '127.0.0.1',
      who: whoOf('rn.adams'),
    })
  })

  test('tells what somebody should see where requests are not wanted', async () => {
    const { ward, events, lines, address } = await loggingWard('events')
    const session = `${address}/api/session`
    await fetch(`${address}/api/health`)
    await post(session, { userId: 'rn.adams', password: 'demonstration' })
    await post(session, { userId: 'rn.adams', password: 'wrong' })
    await post(session, { userId: 'a password keyed here', password: 'wrong' })
    await fetch(`${address}/api/charts/x`, {
      headers: { cookie: (await ward.signIn('rn.adams')).cookie ?? '' },
    })
    await fetch(`${address}/api/charts/x`)
    await fetch(session)
    vi.spyOn(ward.services.accounts, 'facilityName').mockRejectedValue(new TypeError('rn.adams'))
    await fetch(`${address}/api/sign-in-page`)

    await expect
      .poll(events)
      .toEqual(['sign-in', 'sign-in-refused', 'sign-in-refused', 'refused', 'refused', 'fault'])
    const who = whoOf('rn.adams')
    expect(lines.map((line) => line['who'])).toEqual([
      who,
      who,
      undefined,
      who,
      undefined,
      undefined,
    ])
    expect(lines.map((line) => line['problem'])).toEqual([
      ...[undefined, 'sign-in-refused', 'sign-in-refused', 'not-found', 'no-session', undefined],
    ])
    expect(lines.at(-1)).toMatchObject({ kind: 'TypeError', route: 'GET /api/sign-in-page' })
    expect(JSON.stringify(lines)).not.toMatch(/rn\.adams|password keyed/)
  })

  test('can be switched off', async () => {
    const { lines, address } = await loggingWard('none')
    await fetch(`${address}/api/nothing`)
    expect(lines).toEqual([])
  })

  test('writes nothing but named events and their named fields, whoever logs and whatever', async () => {
    const lines: string[] = []
    const app = fastify({ logger: loggerOf('requests', (line) => lines.push(line)) })
    app.get('/', (request) => {
      request.log.info('Nguyen')
      request.log.error(new Error('Nguyen'))
      request.log.error({ err: new Error('Nguyen') }, 'Nguyen')
      request.log.info({ patient: 'Nguyen' }, 'of %s', 'Nguyen')
      request.log.info({ event: 'Nguyen' })
      request.log.info(
        { event: 'request', patient: 'Nguyen', route: '/\n{"event":"stop"}' },
        'Nguyen',
      )
      throw new Error('Nguyen')
    })
    await app.inject('/?name=Nguyen')
    await app.close()

    expect(lines).toHaveLength(1)
    expect(lines[0]?.trim().split('\n')).toHaveLength(1)
    expect(lines[0]).not.toContain('Nguyen')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'request',
      route: '/\n{"event":"stop"}',
    })
  })
})
