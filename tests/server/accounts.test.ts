import { describe, expect, test } from 'vitest'
import { openChart } from './support/course.ts'
import { databases } from './support/databases.ts'
import { type Device, startWard, type TestWard } from './support/ward.ts'

const nurse = {
  userId: 'rn.larsen',
  name: 'Larsen, Bo',
  role: 'RN',
  wardIds: ['7-west'],
  competencies: { learningPackageUntil: '2028-01-01T00:00:00Z', ivUnits: false, notation: false },
  password: 'a long enough password',
}
const { password, ...named } = nurse
const { userId, ...said } = named
const told = { ...named, endedAt: null, hasPin: false, passwordIsTemporary: true }

async function signIn({ stranger }: TestWard, secret = password) {
  return (await stranger.post('/api/session', { userId, password: secret })).status
}

async function writeAll(device: Device) {
  return [
    await device.post('/api/wards', { wardId: '9-east', name: '9 East' }),
    await device.get('/api/accounts'),
    await device.post('/api/accounts', nurse),
    await device.put('/api/accounts/rn.baker', said),
  ]
}

describe.each(databases)('accounts in $name', ({ open }) => {
  test('SIGN-1: an administrator adds a person, who can then sign in and work', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')

    const added = await hall.post('/api/accounts', nurse)

    expect(added.status).toBe(201)
    expect(added.body).toEqual(told)
    expect(await signIn(ward)).toBe(200)
    expect((await hall.get('/api/accounts')).body.accounts).toContainEqual(told)
  })

  test('SIGN-1: a user id belongs to one person', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')

    const taken = await hall.post('/api/accounts', { ...nurse, userId: 'rn.adams' })

    expect(taken).toMatchObject({ status: 409, body: { field: 'userId' } })
    expect((await ward.services.accounts.find('rn.adams'))?.name).toBe('Adams, Jo')
  })

  test('SIGN-1: competencies, role and wards are changed, secrets only where given', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    await hall.post('/api/accounts', nurse)
    const changed = {
      ...said,
      role: 'RM',
      wardIds: ['ccu', '7-west'],
      competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
    }

    const reply = await hall.put('/api/accounts/rn.larsen', changed)

    expect(reply.status).toBe(200)
    expect(await ward.services.accounts.find(userId)).toEqual({
      userId,
      ...changed,
      wardIds: ['7-west', 'ccu'],
    })
    expect(await signIn(ward)).toBe(200)
  })

  test('a new password ends the sessions of its person and of nobody else', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    const baker = await ward.signIn('rn.baker')
    const { wardIds, ...person } = (await ward.services.accounts.find('rn.baker')) ?? said

    await hall.put('/api/accounts/rn.baker', {
      name: person.name,
      role: person.role,
      competencies: person.competencies,
      wardIds,
      password: 'another long password',
    })

    expect((await baker.get('/api/session')).status).toBe(401)
    expect((await hall.get('/api/session')).status).toBe(200)
  })

  test('who leaves a ward no longer sees its charts', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    const baker = await ward.signIn('rn.baker')
    const chart = await openChart(await ward.signIn('rn.adams'))
    expect((await baker.get(`/api/charts/${chart.id}`)).status).toBe(200)

    await hall.put('/api/accounts/rn.baker', { ...said, wardIds: ['ccu'] })

    expect((await baker.get(`/api/charts/${chart.id}`)).status).toBe(404)
    expect((await baker.get('/api/wards/7-west/board')).status).toBe(404)
  })

  test('a new ward takes people and charts', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    const east = { wardId: '9-east', name: '9 East' }

    expect((await hall.post('/api/wards', east)).status).toBe(201)
    expect((await hall.post('/api/wards', east)).status).toBe(409)
    await hall.put('/api/accounts/rn.baker', { ...said, wardIds: ['9-east'] })
    const baker = await ward.signIn('rn.baker')

    expect((await baker.get('/api/wards')).body.wards).toContainEqual(east)
    expect((await openChart(baker, { wardId: '9-east' })).id).toBeTruthy()
  })
})

describe('who is no administrator', () => {
  test.each(['rn.adams', 'amo.haddad', 'pharm.gray'])(
    'SIGN-1: %s keeps no accounts and no wards',
    async (person) => {
      const ward = await startWard()

      for (const reply of await writeAll(await ward.signIn(person))) {
        expect(reply.status).toBe(403)
        expect(reply.body.rules).toEqual(['SIGN-1'])
      }
      expect(await ward.services.accounts.find(userId)).toBeNull()
    },
  )

  test('nor does a stranger', async () => {
    const { stranger } = await startWard()
    for (const reply of await writeAll(stranger)) expect(reply.status).toBe(401)
  })
})

describe('what an account cannot be', () => {
  test.each([
    ['a short password', { password: 'short' }, 'password'],
    ['a user id with a space', { userId: 'rn larsen' }, 'userId'],
    ['an unknown role', { role: 'wizard' }, 'role'],
    ['an empty name', { name: ' ' }, 'name'],
  ])('%s', async (_, fields, field) => {
    const hall = await (await startWard()).signIn('admin.hall')

    const reply = await hall.post('/api/accounts', { ...nurse, ...fields })

    expect(reply.status).toBe(400)
    expect(reply.body.errors.map((error: { field: string }) => error.field)).toEqual([field])
  })

  test('of a ward that does not exist, or changed where there is none', async () => {
    const hall = await (await startWard()).signIn('admin.hall')

    expect(await hall.post('/api/accounts', { ...nurse, wardIds: ['10-north'] })).toMatchObject({
      status: 422,
      body: { field: 'wardIds' },
    })
    expect((await hall.put('/api/accounts/rn.nobody', said)).status).toBe(404)
  })
})
