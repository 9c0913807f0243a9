import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openPostgres } from '../../server/openPostgres.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { openChart, patient } from './support/course.ts'
import { listening } from './support/listening.ts'
import { startWard } from './support/ward.ts'

describe('readiness', () => {
  test('says yes while the database takes writes, and only that', async () => {
    const { stranger } = await startWard()
    const { status, body } = await stranger.get('/api/ready')
    expect(status).toBe(200)
    expect(body).toEqual({ status: 'ready' })
  })

  test.each(['default_transaction_read_only = on', 'a connection that hangs'])(
    'says no, without a reason, to %s; the process is alive all the same',
    async (fault) => {
      const database = await openPostgres(await freshDatabase(), 'heparin_chart')
      onTestFinished(() => database.close())
      const ward = await startWard({ database })
      expect((await ward.stranger.get('/api/ready')).status).toBe(200)
      if (fault.startsWith('default')) {
        vi.spyOn(database.queries, 'updateTable').mockImplementation(() => {
          throw Object.assign(new Error(patient.surname), { code: '25006' })
        })
      } else {
        const never = { set: () => never, where: () => never, execute: () => new Promise(() => {}) }
        vi.spyOn(database.queries, 'updateTable').mockReturnValue(never as never)
      }
      const { status, body } = await ward.stranger.get('/api/ready')
      expect(status).toBe(503)
      expect(Object.keys(body).sort()).toEqual(['detail', 'next', 'status', 'title', 'type'])
      expect(JSON.stringify(body)).not.toMatch(/Nguyen|read.only|25006/)
      expect((await ward.stranger.get('/api/health')).status).toBe(200)
    },
  )

  test('says no while the entries of other processes are not heard of', async () => {
    const ward = await startWard()
    const fresh = vi.spyOn(ward.services.tail, 'isFresh').mockReturnValue(false)
    expect((await ward.stranger.get('/api/ready')).status).toBe(503)
    fresh.mockReturnValue(true)
    expect((await ward.stranger.get('/api/ready')).status).toBe(200)
  })
})

describe('the metrics', () => {
  const token = '2f4c1b0a9d8e7f6a5b4c3d2e'
  const read = async (address: string, authorization: string) => {
    const reply = await fetch(`${address}/api/metrics`, { headers: { authorization } })
    return { status: reply.status, text: await reply.text() }
  }

  test('are there for who knows the token; for everybody else there is no such address', async () => {
    const ward = await startWard()
    const { address } = await listening(ward, { metricsToken: token })
    const nowhere = await fetch(`${address}/api/nothing`)

    for (const shown of ['', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, token]) {
      const { status, text } = await read(address, shown)
      expect(status).toBe(404)
      expect(text).toBe(await nowhere.clone().text())
    }
    expect((await read(address, `Bearer ${token}`)).status).toBe(200)
    expect((await ward.stranger.get('/api/metrics')).status).toBe(404)
  })

  test('count requests by the pattern of their route, commits and streams, and name nobody', async () => {
    const ward = await startWard()
    const { address } = await listening(ward, { metricsToken: token })
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)
    const headers = { cookie: adams.cookie ?? '' }
    await fetch(`${address}/api/charts/${chart.id}`, { headers })
    await fetch(`${address}/api/charts/9000017`, { headers })
    const watching = new AbortController()
    const stream = await fetch(`${address}/api/wards/7-west/stream`, {
      headers,
      signal: watching.signal,
    })
    expect(stream.status).toBe(200)

    const { text } = await read(address, `Bearer ${token}`)
    expect(text).toContain(
      'heparin_chart_requests_total{method="GET",route="/api/charts/:chartId",status="200"} 1',
    )
    expect(text).toContain('route="/api/charts/:chartId",status="404"} 1')
    expect(text).toContain('heparin_chart_request_seconds_bucket{le="0.005",method="GET",route=')
    expect(text).toContain('heparin_chart_commits_total 1')
    expect(text).toContain('heparin_chart_clashes_total 0')
    expect(text).toContain('heparin_chart_database_errors_total 0')
    expect(text).toContain('heparin_chart_open_streams 1')
    expect(text).toMatch(/heparin_chart_build_info\{version="\d+\.\d+\.\d+"\} 1/)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(text).toContain('heparin_chart_tail_age_seconds 0')
    expect(text).not.toMatch(new RegExp(`9000017|nguyen|adams|7-west|${chart.id}`, 'i'))

    watching.abort()
    await expect
      .poll(async () => (await read(address, `Bearer ${token}`)).text)
      .toContain('heparin_chart_open_streams 0')
  })
})

describe('ending in order', () => {
  test('what is under way is finished, streams end, and nothing new is accepted', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)
    const { app, port, address } = await listening(ward)
    const cookie = adams.cookie ?? ''
    const stream = await fetch(`${address}/api/wards/7-west/stream`, { headers: { cookie } })
    const { append } = ward.services.store
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const appending = vi.spyOn(ward.services.store, 'append').mockImplementation(async (each) => {
      await gate
      return append(each)
    })
    const body = JSON.stringify({
      commandId: '0b9e7a52-7d0c-4a43-8f0a-5a1c6d3e7f02',
      expectedVersion: 1,
      kind: 'ceaseInfusion',
      reason: 'head-injury',
      happenedAt: '2027-03-10T00:00:00Z',
    })
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    const closed = once(socket, 'close')
    socket.write(
      `POST /api/charts/${chart.id}/commands HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    await expect.poll(() => appending.mock.calls.length).toBe(1)
    const idle = connect(port, '127.0.0.1')
    const idleClosed = once(idle, 'close')
    await once(idle, 'connect')

    const closing = app.close()
    await stream.text()
    await idleClosed
    await expect(fetch(`${address}/api/health`)).rejects.toThrow()
    goOn()
    await closed

    expect(heard).toMatch(/^HTTP\/1.1 201 /)
    await closing
    expect(await chart.view()).toMatchObject({ seq: 2, infusion: { status: 'ceased' } })
  })

  test('what does not come to an end is cut off after a bound', async () => {
    const ward = await startWard()
    const lines: string[] = []
    const { app, address } = await listening(ward, {
      drainMs: 200,
      log: { setting: 'events', write: (line) => lines.push(line) },
    })
    vi.spyOn(ward.services.accounts, 'facilityName').mockReturnValue(new Promise(() => {}))
    const hanging = fetch(`${address}/api/sign-in-page`).catch(() => 'cut')
    await expect.poll(() => ward.services.metrics.inFlight()).toBe(1)

    await app.close()

    expect(await hanging).toBe('cut')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ event: 'stop', cut: 1 }),
    ])
  })
})
