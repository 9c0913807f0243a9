import { afterEach, describe, expect, test, vi } from 'vitest'
import { BEAT_EVERY_MS } from '../../server/live.ts'
import { IDLE_HOURS, LONGEST_HOURS } from '../../server/sessions.ts'
import { plusHours, plusMinutes } from '../../src/time.ts'
import { openChart, runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { startWard, type TestWard } from './support/ward.ts'
import { watch } from './support/watch.ts'

const locking = { locksAfterMinutes: 10 }
const kindOf = ({ body }: { body: { type: string } }) => body.type

function later(ward: TestWard, minutes: number): void {
  ward.realTime.moveTo(plusMinutes(ward.realTime.now(), minutes))
}

describe.each(databases)('the lock of a shared tablet on $name', ({ open }) => {
  const start = async () => startWard({ database: await open() })

  test('H57: locked, a session is told nothing and takes nothing, and says whose it is', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    const chart = await openChart(tablet)
    expect((await tablet.put('/api/session/lock', undefined)).status).toBe(204)

    const replies = [
      await tablet.get('/api/session'),
      await tablet.get('/api/wards/7-west/board'),
      await tablet.get('/api/wards/7-west/stream'),
      await tablet.get(`/api/charts/${chart.id}`),
      await tablet.get(`/api/charts/${chart.id}/entries`),
      await tablet.post(`/api/charts/${chart.id}/commands`, { kind: 'writeNote', text: 'x' }),
      await tablet.put('/api/session/use', undefined),
      await tablet.delete('/api/sessions'),
    ]

    for (const reply of replies) {
      expect(reply.status).toBe(401)
      expect(reply.body).toMatchObject({
        type: '/problems/session-locked',
        facts: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
      })
      expect(JSON.stringify(reply.body)).not.toContain('Nguyen')
    }
  })

  test('H57: only the PIN of its own person unlocks it, and it is the session it was', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    const { session } = tablet.cookies()
    await tablet.put('/api/session/lock', undefined)

    expect(kindOf(await tablet.unlock('rn.baker'))).toBe('/problems/unlock-refused')
    expect((await tablet.get('/api/session')).status).toBe(401)
    const unlocked = await tablet.unlock('rn.adams')

    expect(unlocked.status).toBe(200)
    expect(unlocked.body.user.userId).toBe('rn.adams')
    expect(tablet.cookies()['session']).toBe(session)
    expect((await tablet.get('/api/wards/7-west/board')).status).toBe(200)
  })

  test('a session that asked for it is locked when nobody touches the tablet; what the page asks of itself is no touch', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams', locking)

    later(ward, 9)
    expect((await tablet.get('/api/wards/7-west/board')).status).toBe(200)
    later(ward, 1)
    expect(kindOf(await tablet.get('/api/wards/7-west/board'))).toBe('/problems/session-locked')
    // The touch that comes too late does not open it.
    expect(kindOf(await tablet.put('/api/session/use', undefined))).toBe('/problems/session-locked')

    await tablet.unlock('rn.adams')
    later(ward, 9)
    expect((await tablet.put('/api/session/use', undefined)).status).toBe(204)
    later(ward, 9)
    expect((await tablet.get('/api/session')).status).toBe(200)
  })

  test('a session that did not ask for it is never locked, and ends as before', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')

    later(ward, IDLE_HOURS * 60 - 1)
    expect((await tablet.get('/api/session')).status).toBe(200)
    later(ward, IDLE_HOURS * 60)
    expect(kindOf(await tablet.get('/api/session'))).toBe('/problems/no-session')
  })

  test('a locked session ends like any other: it is then no session at all', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await tablet.put('/api/session/lock', undefined)

    later(ward, IDLE_HOURS * 60)

    expect(kindOf(await tablet.unlock('rn.adams'))).toBe('/problems/no-session')
  })

  test('whoever comes to a locked tablet can end its session', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await tablet.put('/api/session/lock', undefined)

    expect((await tablet.delete('/api/session')).status).toBe(204)

    expect(kindOf(await tablet.unlock('rn.adams'))).toBe('/problems/no-session')
  })
})

describe.each(databases)('switching people on $name', ({ open }) => {
  const start = async () => startWard({ database: await open() })

  test('SIGN-3: the people of a tablet switch in by their PIN, and each switch ends the session before', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await tablet.signIn('rn.baker')
    const before = { ...tablet.cookies() }

    const { body } = await tablet.get('/api/session/people')
    expect(body.people.map(({ userId }: { userId: string }) => userId).sort()).toEqual([
      'rn.adams',
      'rn.baker',
    ])
    const switched = await tablet.switchTo('rn.adams')

    expect(switched.body.user.userId).toBe('rn.adams')
    expect(tablet.cookies()['session']).not.toBe(before['session'])
    const old = await ward.app.inject({
      url: '/api/session',
      headers: { cookie: `session=${before['session']}` },
    })
    expect(old.statusCode).toBe(401)
  })

  test('SIGN-3: a wrong PIN, nobody at all, and a right PIN of somebody who has not signed in here get one answer', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')

    const wrong = await tablet.switchTo('rn.adams', '000000')
    const nobody = await tablet.switchTo('rn.nobody', '204811')
    const stranger = await tablet.switchTo('rn.baker')

    expect(wrong.status).toBe(403)
    expect(nobody.body).toEqual(wrong.body)
    expect(stranger.body).toEqual(wrong.body)
    expect((await tablet.get('/api/session')).body.user.userId).toBe('rn.adams')
  })

  test('SIGN-3: right PINs of strangers to the tablet are counted as wrong ones, so that nobody learns that they are right', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')

    const statuses = []
    for (let tries = 0; tries < 6; tries += 1) {
      statuses.push((await tablet.switchTo('rn.baker')).status)
    }

    expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
  })

  test('a tablet that is not known has no people and switches nobody in', async () => {
    const ward = await start()
    await sharedTablet(ward).signIn('rn.adams')
    const unknown = sharedTablet(ward)
    unknown.plant('tablet', 'A'.repeat(43))

    expect((await unknown.get('/api/session/people')).body).toEqual({ people: [] })
    expect((await unknown.switchTo('rn.adams')).status).toBe(403)
  })

  test('signing out, a new password and the end of the shift each ask for the password again', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await tablet.delete('/api/session')
    expect((await tablet.switchTo('rn.adams')).status).toBe(403)

    await tablet.signIn('rn.adams')
    await ward.services.sessions.endAllOf('rn.adams')
    expect((await tablet.switchTo('rn.adams')).status).toBe(403)

    await tablet.signIn('rn.adams')
    ward.realTime.moveTo(plusHours(ward.realTime.now(), LONGEST_HOURS))
    expect((await tablet.switchTo('rn.adams')).status).toBe(403)
  })

  test('a session begun by PIN ends when the shift of the password ends', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await tablet.signIn('rn.baker')
    later(ward, LONGEST_HOURS * 60 - 30)
    expect((await tablet.switchTo('rn.adams')).status).toBe(200)

    later(ward, 30)

    expect((await tablet.get('/api/session')).status).toBe(401)
  })
})

describe.each(databases)('the sessions of a person on $name', ({ open }) => {
  const start = async () => startWard({ database: await open() })

  test('a token that somebody planted never becomes a session', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    const planted = 'P'.repeat(43)
    tablet.plant('session', planted)

    await tablet.signIn('rn.adams')

    expect(tablet.cookies()['session']).not.toBe(planted)
    const fixed = await ward.app.inject({
      url: '/api/session',
      headers: { cookie: `session=${planted}` },
    })
    expect(fixed.statusCode).toBe(401)
  })

  test('they are listed, and signing out everywhere ends them all, with their streams', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    const other = sharedTablet(ward)
    const colleague = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    await other.signIn('rn.adams')
    await colleague.signIn('rn.baker')
    const { next } = await watch(ward, other, '7-west')
    await next()

    const { sessions } = (await tablet.get('/api/sessions')).body
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1)
    expect((await tablet.delete('/api/sessions')).status).toBe(204)

    expect(await next()).toBeNull()
    expect((await other.get('/api/session')).status).toBe(401)
    expect((await other.switchTo('rn.adams')).status).toBe(403)
    expect((await colleague.get('/api/session')).status).toBe(200)
  })

  test('a new password ends every session of its account, with its streams', async () => {
    const ward = await start()
    const adams = sharedTablet(ward)
    await adams.signIn('rn.adams')
    const { next } = await watch(ward, adams, '7-west')
    await next()
    const hall = await ward.signIn('admin.hall')

    const { userId: _, ...account } = (await hall.get('/api/accounts')).body.accounts.find(
      ({ userId }: { userId: string }) => userId === 'rn.adams',
    )
    const { name, role, wardIds, competencies } = account
    const changed = await hall.put('/api/accounts/rn.adams', {
      name,
      role,
      wardIds,
      competencies,
      password: 'another password of hers',
    })

    expect(changed.status).toBe(200)
    expect(await next()).toBeNull()
    expect((await adams.get('/api/session')).status).toBe(401)
  })
})

describe('streams of a session that another process ended', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['signed out', (tablet: ReturnType<typeof sharedTablet>) => tablet.delete('/api/session')],
    ['locked', (tablet: ReturnType<typeof sharedTablet>) => tablet.put('/api/session/lock', {})],
  ])('H57: %s on one server, its stream ends on the other within a beat', async (_, end) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const database = await databases[1].open()
    const one = await startWard({ database })
    const two = await startWard({ database, isJoining: true })
    const tablet = sharedTablet(one)
    await tablet.signIn('rn.adams')
    const { next } = await watch(two, tablet, '7-west')
    await next()

    await end(tablet)
    vi.advanceTimersByTime(BEAT_EVERY_MS)

    const after = []
    for (let told = await next(); told !== null; told = await next()) after.push(told.event)
    expect(after.every((event) => event === 'beat')).toBe(true)
  })
})

test('SIGN-5, H59: a stop needs no session, and a locked tablet still sends it', async () => {
  const ward = await startWard()
  const { chart } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  await tablet.signIn('rn.baker')
  await tablet.put('/api/session/lock', undefined)

  const { charts } = (await tablet.get('/api/tablet/charts')).body
  expect(charts.map(({ chartId }: { chartId: string }) => chartId)).toEqual([chart.id])
  const stopped = await tablet.post(`/api/charts/${chart.id}/captured`, {
    author: null,
    command: {
      commandId: newId(),
      expectedVersion: 0,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T04:50:00Z',
    },
  })

  expect(stopped.status).toBe(201)
  expect(await chart.view()).toMatchObject({ infusion: { status: 'ceased' } })
})
