import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { plusHours } from '../../src/time.ts'
import { databases, newId } from './support/databases.ts'
import { type Device, startWard } from './support/ward.ts'

const PATH = '/api/wards/7-west/storage-audits'
const found = (more: object = {}) => ({
  commandId: newId(),
  happenedAt: '2027-03-09T23:50:00Z',
  ampoulesOf5000Units: 24,
  storedApartFromOtherStrengths: true,
  ...more,
})

async function audited(device: Device) {
  const reply = await device.get(
    '/api/wards/7-west/audit?from=2027-03-09T00:00:00Z&to=2027-03-12T00:00:00Z',
  )
  return reply.body.periods[0].figures.find((each: { id: string }) => each.id === 'storage-audits')
    .value
}

describe.each(databases)('the storage audits of a ward on $name', ({ open }) => {
  test('AUDIT-1: a pharmacist and a nurse record what they found; it is read back, the latest first', async () => {
    const ward = await startWard({ database: await open() })
    const gray = await ward.signIn('pharm.gray')
    const adams = await ward.signIn('rn.adams')
    const first = found()
    const second = found({
      happenedAt: '2027-03-10T00:00:00Z',
      otherHeparinFound: 'Two ampoules of 25,000 units in 5 mL',
      text: 'Returned to pharmacy',
    })

    const reply = await gray.post(PATH, first)
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      ...first,
      wardId: '7-west',
      recordedAt: '2027-03-10T00:00:00Z',
      by: { userId: 'pharm.gray', name: expect.any(String), role: 'pharmacist' },
    })
    expect((await adams.post(PATH, second)).status).toBe(201)

    const { audits } = (await adams.get(PATH)).body
    expect(audits.map((each: { commandId: string }) => each.commandId)).toEqual([
      second.commandId,
      first.commandId,
    ])
    expect(await audited(adams)).toEqual({ kind: 'share', count: 1, of: 2, percent: 50 })
  })

  test('AUDIT-1: sent again it is the same audit; another under its id is refused', async () => {
    const ward = await startWard({ database: await open() })
    const gray = await ward.signIn('pharm.gray')
    const body = found()
    const first = await gray.post(PATH, body)
    // The reply was lost; it is sent again an hour later.
    ward.clock.moveTo(plusHours(ward.clock.now(), 1))

    expect(await gray.post(PATH, body)).toMatchObject({ status: 201, body: first.body })
    const other = await gray.post(PATH, { ...body, ampoulesOf5000Units: 23 })
    expect(other).toMatchObject({ status: 422, body: { type: '/problems/command-id-taken' } })
    expect((await gray.get(PATH)).body.audits).toHaveLength(1)
  })

  test('AUDIT-1: the database refuses to change or delete one', async () => {
    const database = await open()
    const ward = await startWard({ database })
    await (await ward.signIn('pharm.gray')).post(PATH, found())

    await expect(
      sql`update ward_storage_audit set body = '{}'`.execute(database.queries),
    ).rejects.toThrow('append-only (AUDIT-1): UPDATE refused')
    await expect(sql`delete from ward_storage_audit`.execute(database.queries)).rejects.toThrow(
      'append-only (AUDIT-1): DELETE refused',
    )
  })
})

describe('recording a storage audit', () => {
  test('AUDIT-1: PostgreSQL refuses to truncate them', async () => {
    const database = await databases[1].open()
    await startWard({ database })
    await expect(sql`truncate ward_storage_audit`.execute(database.queries)).rejects.toThrow(
      'append-only (AUDIT-1): TRUNCATE refused',
    )
  })

  test.each(['mo.chen', 'en.evans', 'admin.hall'])('AUDIT-1: %s may not', async (userId) => {
    const ward = await startWard()
    const reply = await (await ward.signIn(userId)).post(PATH, found())
    expect(reply).toMatchObject({
      status: 403,
      body: { type: '/problems/storage-auditors-only', rules: ['AUDIT-1'] },
    })
  })

  test('AUDIT-1: another ward answers as an unknown one, to a reader and to a writer', async () => {
    const ward = await startWard()
    const gray = await ward.signIn('pharm.gray')
    const unknown = await gray.get('/api/wards/x/storage-audits')

    expect(unknown.status).toBe(404)
    expect((await gray.get('/api/wards/ccu/storage-audits')).body).toEqual(unknown.body)
    const written = await gray.post('/api/wards/ccu/storage-audits', found())
    expect(written).toMatchObject({ status: 404, body: unknown.body })
  })

  test.each([
    ['a count that is none', { ampoulesOf5000Units: -1 }, 'ampoulesOf5000Units'],
    ['half an ampoule', { ampoulesOf5000Units: 1.5 }, 'ampoulesOf5000Units'],
    [
      'an answer that is none',
      { storedApartFromOtherStrengths: 'yes' },
      'storedApartFromOtherStrengths',
    ],
    ['nothing where something was found', { otherHeparinFound: ' ' }, 'otherHeparinFound'],
    ['another field', { patient: 'Nguyen' }, 'patient'],
  ])('AUDIT-1: %s is malformed', async (_, fields, field) => {
    const ward = await startWard()
    const reply = await (await ward.signIn('pharm.gray')).post(PATH, found(fields))
    expect(reply.status).toBe(400)
    expect(reply.body.errors.map((each: { field: string }) => each.field)).toEqual([field])
  })

  test('AUDIT-1, SIGN-7: nothing is found in the future', async () => {
    const ward = await startWard()
    const gray = await ward.signIn('pharm.gray')
    expect((await gray.post(PATH, found({ happenedAt: '2027-03-10T00:02:00Z' }))).status).toBe(201)
    const ahead = await gray.post(PATH, found({ happenedAt: '2027-03-10T00:02:01Z' }))
    expect(ahead).toMatchObject({ status: 422, body: { type: '/problems/in-the-future' } })
  })
})
