import { describe, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { realClock } from '../../server/clock.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { DEMONSTRATION_COST } from '../../server/secrets.ts'
import { createServices } from '../../server/services.ts'
import { openChart } from './support/course.ts'
import { startWard } from './support/ward.ts'

describe('the clinical clock', () => {
  test('is moved either way without a session, and recorded times follow it', async () => {
    const ward = await startWard({ clock: '2027-03-10T00:00:00Z' })
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)

    await ward.stranger.put('/api/clock', { now: '2027-03-11T10:00:00Z' })
    const later = await chart.done(adams, 'writeNote', { text: 'Later.' })
    await ward.stranger.put('/api/clock', { now: '2027-03-10T05:00:00Z' })
    const earlier = await chart.done(adams, 'writeNote', { text: 'Earlier.' })

    expect(later.body.entry.recordedAt).toBe('2027-03-11T10:00:00Z')
    expect(earlier.body.entry.recordedAt).toBe('2027-03-10T05:00:00Z')
    expect((await adams.get('/api/session')).body.now).toBe('2027-03-10T05:00:00Z')
  })

  test('takes an instant in UTC and nothing else', async () => {
    const { stranger } = await startWard()
    for (const body of [
      {},
      { now: 'tomorrow' },
      { now: '2027-03-10T00:00:00+11:00' },
      { now: 5 },
    ]) {
      expect((await stranger.put('/api/clock', body)).status).toBe(400)
    }
  })

  test('cannot be moved where CLOCK was not given: the path is not there', async () => {
    const database = await openSqlite(':memory:')
    const services = createServices({
      database,
      clock: realClock,
      timeZone: 'Australia/Sydney',
      hashCost: DEMONSTRATION_COST,
      isDemonstration: true,
    })
    const app = await buildApp(services, {
      clientFolder: null,
      isProduction: false,
      report: () => {},
    })

    const reply = await app.inject({
      method: 'PUT',
      url: '/api/clock',
      payload: { now: '2027-03-10T00:00:00Z' },
    })

    expect(reply.statusCode).toBe(404)
    expect(app.swagger().paths).not.toHaveProperty('/api/clock')
    await app.close()
    await database.close()
  })
})
