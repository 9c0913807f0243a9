import { describe, expect, test } from 'vitest'
import { at, firstSignature, openChart, opening, runningVte } from './support/course.ts'
import { startWard } from './support/ward.ts'
import { watch } from './support/watch.ts'

describe('the stream of a ward', () => {
  test('tells the ward first, then each entry as it was written', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const chen = await ward.signIn('mo.chen')
    const { response, next } = await watch(ward, chen, '7-west')

    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('text/event-stream')
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(await next()).toEqual({
      event: 'ward',
      data: { now: '2027-03-10T04:50:03Z', charts: [{ chartId: chart.id, seq: 9 }] },
    })

    const reply = await adams.post(`/api/charts/${chart.id}/commands`, firstSignature)

    expect(await next()).toEqual({
      event: 'entry',
      data: { chartId: chart.id, entry: reply.body.entry },
    })
  })

  test('a new chart reaches a second tablet at once, before any beat', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const { next } = await watch(ward, await ward.signIn('rn.baker'), '7-west')
    await next()

    const chart = await openChart(adams)
    const told = await next()

    expect(told).toMatchObject({ event: 'entry', data: { chartId: chart.id, entry: { seq: 1 } } })
  })

  test('tells nothing of another ward', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const ivers = await ward.signIn('rn.ivers')
    const { next } = await watch(ward, ivers, 'ccu')
    expect((await next())?.data.charts).toEqual([])

    await openChart(adams)
    const patient = { ...opening().patient, mrn: '9000019' }
    const own = await openChart(ivers, { wardId: 'ccu', patient })

    expect((await next())?.data.chartId).toBe(own.id)
  })

  test('beats at once when the clinical clock is moved, either way', async () => {
    const ward = await startWard({ clock: '2027-03-10T00:00:00Z' })
    const { next } = await watch(ward, await ward.signIn('rn.adams'), '7-west')
    await next()

    for (const now of ['2027-03-10T06:00:00Z', '2027-03-09T12:00:00Z']) {
      expect((await ward.stranger.put('/api/clock', { now })).status).toBe(204)
      expect(await next()).toEqual({ event: 'beat', data: { now } })
    }
  })

  test('ends when its session signs out', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const { next } = await watch(ward, adams, '7-west')
    await next()

    await adams.delete('/api/session')

    expect(await next()).toBeNull()
  })

  test('does not keep the server from closing', async () => {
    const ward = await startWard()
    const { next } = await watch(ward, await ward.signIn('rn.adams'), '7-west')
    await next()

    await ward.app.close()

    expect(await next()).toBeNull()
  })

  test('ends with its session, however open it is', async () => {
    const ward = await startWard()
    const { next } = await watch(ward, await ward.signIn('rn.adams'), '7-west')
    await next()

    ward.realTime.moveTo(
      (ward.realTime.now() + 13 * 3_600_000) as ReturnType<typeof ward.realTime.now>,
    )
    at(ward, '2027-03-10T06:00:00Z')
    ward.services.live.beat()

    expect(await next()).toBeNull()
  })
})
