import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { IDLE_HOURS, LONGEST_HOURS } from '../../server/sessions.ts'
import { plusHours } from '../../src/time.ts'
import { databases } from './support/databases.ts'
import { startWard } from './support/ward.ts'

const adams = { userId: 'rn.adams', password: 'demonstration' }

describe('signing in', () => {
  test('SIGN-1: tells who is signed in, their wards, the facility and the clinical time', async () => {
    const ward = await startWard({ clock: '2027-03-10T00:00:00Z' })

    const reply = await ward.stranger.post('/api/session', adams)

    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      user: {
        userId: 'rn.adams',
        name: 'Adams, Jo',
        role: 'RN',
        competencies: {
          learningPackageUntil: '2028-03-09T00:00:00Z',
          ivUnits: false,
          notation: false,
        },
      },
      wards: [{ wardId: '7-west', name: '7 West' }],
      facility: { name: 'Demonstration Hospital', timeZone: 'Australia/Sydney' },
      now: '2027-03-10T00:00:00Z',
      demonstration: true,
      toChoose: { password: false, pin: false },
    })
  })

  test('in production nothing says that this is the demonstration', async () => {
    const ward = await startWard({ isProduction: true })
    const { body } = await ward.stranger.post('/api/session', adams)

    expect(body.user.userId).toBe('rn.adams')
    expect(body).not.toHaveProperty('demonstration')
  })

  test('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const ward = await startWard()
    const reply = await ward.stranger.post('/api/session', adams)

    const [session] = reply.headers['set-cookie'] as string[]
    expect(session).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('in production the cookie travels over TLS only', async () => {
    const ward = await startWard({ isProduction: true })
    const reply = await ward.stranger.post('/api/session', adams)

    expect(`${reply.headers['set-cookie']}`).toMatch(/; Secure/)
  })

  test('SIGN-3: an unknown user and a wrong password get the same answer', async () => {
    const ward = await startWard()

    const unknown = await ward.stranger.post('/api/session', { ...adams, userId: 'rn.nobody' })
    const wrong = await ward.stranger.post('/api/session', { ...adams, password: 'wrong' })

    expect(unknown.status).toBe(401)
    expect(wrong.status).toBe(401)
    expect(wrong.body).toEqual(unknown.body)
  })

  test('without a session every clinical address answers 401', async () => {
    const { stranger } = await startWard()
    const id = '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'

    const replies = await Promise.all([
      stranger.get('/api/session'),
      stranger.delete('/api/session'),
      stranger.get('/api/wards/7-west/board'),
      stranger.get('/api/wards/7-west/people'),
      stranger.get('/api/wards/7-west/stream'),
      stranger.get(`/api/charts/${id}`),
      stranger.get(`/api/charts/${id}/entries`),
      stranger.get(`/api/charts/${id}/commands/${id}`),
      stranger.post('/api/charts', {}),
      stranger.post(`/api/charts/${id}/commands`, {}),
      stranger.post(`/api/charts/${id}/checks`, {}),
    ])

    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 401))
    expect(replies[0]?.headers['content-type']).toContain('application/problem+json')
  })

  test('a forged cookie is no session', async () => {
    const ward = await startWard()
    const reply = await ward.app.inject({
      url: '/api/session',
      headers: { cookie: `session=${'A'.repeat(43)}` },
    })
    expect(reply.statusCode).toBe(401)
  })

  test('signing out ends the session on the server', async () => {
    const ward = await startWard()
    const device = await ward.signIn('rn.adams')

    expect((await device.delete('/api/session')).status).toBe(204)
    expect((await device.get('/api/session')).status).toBe(401)
  })

  test('signing out ends no colleague session, nor one of the same person elsewhere', async () => {
    const ward = await startWard()
    const device = await ward.signIn('rn.adams')
    const other = await ward.signIn('rn.adams')
    const colleague = await ward.signIn('rn.baker')

    await device.delete('/api/session')

    expect((await other.get('/api/session')).status).toBe(200)
    expect((await colleague.get('/api/session')).status).toBe(200)
  })
})

describe.each(databases)('sessions in $name', ({ open }) => {
  test('the database holds a hash of the token, never the token', async () => {
    const database = await open()
    const ward = await startWard({ database })
    const device = await ward.signIn('rn.adams')
    const token = `${device.cookie}`.replace('session=', '')

    const rows = await database.queries.selectFrom('session').selectAll().execute()

    expect(rows.map((row) => row.token_hash)).toEqual([
      createHash('sha256').update(token).digest('hex'),
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('a session that nobody uses ends; use keeps it', async () => {
    const ward = await startWard({ database: await open() })
    const device = await ward.signIn('rn.adams')
    const begun = ward.realTime.now()

    ward.realTime.moveTo(plusHours(begun, IDLE_HOURS - 1))
    expect((await device.get('/api/session')).status).toBe(200)
    ward.realTime.moveTo(plusHours(begun, 2 * IDLE_HOURS - 2))
    expect((await device.get('/api/session')).status).toBe(200)
    ward.realTime.moveTo(plusHours(begun, 3 * IDLE_HOURS - 2))
    expect((await device.get('/api/session')).status).toBe(401)
  })

  test('a session ends after a shift however much it is used', async () => {
    const ward = await startWard({ database: await open() })
    const device = await ward.signIn('rn.adams')
    const begun = ward.realTime.now()

    for (let hour = 1; hour < LONGEST_HOURS; hour += 1) {
      ward.realTime.moveTo(plusHours(begun, hour))
      expect((await device.get('/api/session')).status).toBe(200)
    }
    ward.realTime.moveTo(plusHours(begun, LONGEST_HOURS))
    expect((await device.get('/api/session')).status).toBe(401)
  })

  test('sessions keep real time while the clinical clock is moved', async () => {
    const ward = await startWard({ database: await open() })
    const device = await ward.signIn('rn.adams')

    ward.clock.moveTo(plusHours(ward.clock.now(), 1_000))

    expect((await device.get('/api/session')).status).toBe(200)
  })

  test('secrets are kept as argon2id hashes only', async () => {
    const database = await open()
    await startWard({ database })

    const rows = await database.queries.selectFrom('account').selectAll().execute()

    const kept = JSON.stringify(rows)
    expect(kept).not.toContain('"demonstration"')
    expect(kept).not.toContain('204811')
    expect(rows.every((row) => row.pin_hash.startsWith('$argon2id$'))).toBe(true)
    expect(rows.every((row) => row.password_hash.startsWith('$argon2id$'))).toBe(true)
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(rows.length)
  })
})

describe('the sign-in page', () => {
  test('shows the demonstration accounts without a session', async () => {
    const { stranger } = await startWard()

    const { status, body } = await stranger.get('/api/sign-in-page')

    expect(status).toBe(200)
    expect(body.demonstration).toBe(true)
    expect(body.accounts).toContainEqual({
      userId: 'rn.adams',
      name: 'Adams, Jo',
      role: 'RN',
      about: 'Registered nurse with the learning package',
      ward: { wardId: '7-west', name: '7 West' },
      password: 'demonstration',
      pin: '204811',
    })
  })

  test('in production tells no account', async () => {
    const { stranger } = await startWard({ isProduction: true })

    const { body } = await stranger.get('/api/sign-in-page')

    expect(body).toMatchObject({ demonstration: false, accounts: [] })
  })
})

test('SIGN-1: the demonstration people have the roles, PINs and packages of the contract', async () => {
  const ward = await startWard({ clock: '2027-03-10T00:00:00Z' })
  const current = '2028-03-09T00:00:00Z'
  const expired = '2027-02-08T00:00:00Z'
  const people = [
    ['mo.chen', '310274', 'MO', null, false, false, '7-west'],
    ['mo.okafor', '594163', 'MO', null, false, false, '7-west'],
    ['reg.silva', '826305', 'registrar', null, false, false, '7-west'],
    ['amo.haddad', '471920', 'AMO', null, false, false, '7-west'],
    ['rn.adams', '204811', 'RN', current, false, false, '7-west'],
    ['rn.baker', '738256', 'RN', current, false, false, '7-west'],
    ['rn.cole', '665019', 'RN', null, false, false, '7-west'],
    ['rn.dunn', '913840', 'RN', expired, false, false, '7-west'],
    ['en.evans', '350782', 'EN', current, true, false, '7-west'],
    ['en.fox', '187634', 'EN', current, true, true, '7-west'],
    ['pharm.gray', '542098', 'pharmacist', current, false, false, '7-west'],
    ['admin.hall', '779153', 'administrator', null, false, false, '7-west'],
    ['rn.ivers', '426517', 'RN', current, false, false, 'ccu'],
  ] as const
  for (const [userId, pin, role, learningPackageUntil, ivUnits, notation, wardId] of people) {
    expect(await ward.services.accounts.find(userId)).toMatchObject({
      role,
      competencies: { learningPackageUntil, ivUnits, notation },
      wardIds: [wardId],
    })
    expect(await ward.services.accounts.pinFits(userId, pin)).toBe(true)
    expect(await ward.services.accounts.passwordFits(userId, 'demonstration')).toBe(true)
  }
})
