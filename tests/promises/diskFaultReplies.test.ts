import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { DatabaseRefused } from '../../server/database.ts'
import { isDatabaseFault, RecordInDoubt } from '../../server/databaseFaults.ts'
import type { EntryStore } from '../../server/entryStore.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { createTail } from '../../server/tail.ts'
import { plusMinutes } from '../../src/time.ts'
import { newId } from '../server/support/databases.ts'
import { pinOf, startWard } from '../server/support/ward.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { folderForTest } from './support/emptyWard.ts'
import { opening } from './support/strokeBed.ts'

/** A ward with one chart whose database can be made to take nothing, and to take everything again. */
async function failingWard() {
  const database = await openSqlite(join(folderForTest(), 'charts.db'))
  onTestFinished(() => database.close())
  const ward = await startWard({ database })
  const nurse = await ward.signIn('rn.adams')
  const open = opening('9000017', '2027-03-10T00:00:00Z')
  expect((await nurse.post('/api/charts', open)).status).toBe(201)
  const path = `/api/charts/${open.commandId}`
  const command = (kind: string, fields: object) => ({
    commandId: newId(),
    expectedVersion: 1,
    kind,
    happenedAt: '2027-03-10T00:00:00Z',
    ...fields,
  })
  const takesNothing = (is: boolean) =>
    sql`PRAGMA query_only = ${sql.lit(is ? 'ON' : 'OFF')}`.execute(database.queries)
  return { ward, nurse, open, path, command, takesNothing }
}

describe('while the database takes nothing', () => {
  test('CHART-1: an entry is answered 503, and what became of it is neither affirmed nor denied', async () => {
    const { nurse, open, path, command, takesNothing } = await failingWard()
    const note = command('writeNote', { text: 'Seen.' })
    await takesNothing(true)

    const reply = await nurse.post(`${path}/commands`, note)

    expect(reply.status).toBe(503)
    expect(reply.body.type).toBe('/problems/could-not-be-recorded')
    expect(reply.body.next).toContain('Look at the pump')
    expect((await nurse.get(`${path}/commands/${note.commandId}`)).status).toBe(503)
    expect((await nurse.get(`${path}/commands/${open.commandId}`)).status).toBe(503)

    await takesNothing(false)
    expect((await nurse.get(`${path}/commands/${note.commandId}`)).status).toBe(404)
    expect((await nurse.get(`${path}/commands/${open.commandId}`)).status).toBe(201)
    expect((await nurse.post(`${path}/commands`, note)).status).toBe(201)
  })

  test('SIGN-5, H23: a stop is told to be made at the pump, and is taken as soon as anything is', async () => {
    const { nurse, path, command, takesNothing } = await failingWard()
    const stop = command('ceaseInfusion', {
      reason: 'suspected-major-bleed',
      signature: { pin: pinOf('rn.adams') },
    })
    await takesNothing(true)

    const reply = await nurse.post(`${path}/commands`, stop)

    expect(reply.status).toBe(503)
    expect(reply.body.type).toBe('/problems/stop-not-recorded')
    expect(reply.body.title).toContain('STOP the pump itself')
    await takesNothing(false)
    expect((await nurse.post(`${path}/commands`, stop)).status).toBe(201)
  })

  test('board, chart and due list are read on, also when a session’s use should be noted', async () => {
    const { ward, nurse, path, takesNothing } = await failingWard()
    await takesNothing(true)
    ward.realTime.moveTo(plusMinutes(ward.realTime.now(), 5))

    for (const read of ['/api/wards/7-west/board', path, `${path}/entries?after=0`]) {
      expect((await nurse.get(read)).status, read).toBe(200)
    }
    expect((await nurse.post('/api/session', { userId: 'x', password: 'y' })).body).toMatchObject({
      type: '/problems/database-failed',
    })
  })

  test('tablets are sent elsewhere until the disk has proven itself again', async () => {
    const database = await openSqlite(':memory:')
    onTestFinished(() => database.close())
    let isProven = true
    const { stranger } = await startWard({ database: { ...database, isProven: () => isProven } })
    expect((await stranger.get('/api/ready')).status).toBe(200)

    isProven = false

    expect((await stranger.get('/api/ready')).status).toBe(503)
  })

  test('the operator is told, without a word about the patient', async () => {
    const { ward, nurse, path, command, takesNothing } = await failingWard()
    await takesNothing(true)

    await nurse.post(`${path}/commands`, command('writeNote', { text: 'Canary.' }))

    const told = ward.faults.join('\n')
    expect(told).toContain('SQLITE_READONLY')
    expect(told).not.toContain('Canary')
  })
})

test('a database that is away is told to the operator once each time, not four times a second', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  let isAway = false
  const everyOpenChart = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve([]))
  const closed = { closedTally: async () => 'none', everyClosedChart: async () => [] }
  const tail = createTail({ everyOpenChart, ...closed } as unknown as EntryStore, () => {})
  const told: unknown[] = []
  await tail.begin((fault) => told.push(fault))
  onTestFinished(() => tail.end())
  for (const now of [true, false, true]) {
    isAway = now
    await vi.advanceTimersByTimeAsync(2_000)
  }

  expect(told).toHaveLength(2)
})

test.each([
  ['a full disk', { code: 'SQLITE_FULL' }, true],
  ['a failed fsync', { code: 'SQLITE_IOERR_FSYNC' }, true],
  ['PostgreSQL shutting down', { code: '57P01' }, true],
  ['PostgreSQL out of disk', { code: '53100' }, true],
  ['a read-only replica', { code: '25006' }, true],
  ['a refused connection', { code: 'ECONNREFUSED' }, true],
  ['a lost connection', { message: 'Connection terminated unexpectedly' }, true],
  ['a broken rule of a table', { code: 'SQLITE_CONSTRAINT_UNIQUE' }, false],
  ['a duplicate key', { code: '23505' }, false],
  ['a fault of the program', { message: 'x is not a function' }, false],
])('%s is told apart', (_, { code, message }: { code?: string; message?: string }, expected) => {
  const error = Object.assign(new Error(message ?? 'text'), code === undefined ? {} : { code })

  expect(isDatabaseFault(error)).toBe(expected)
  expect(isDatabaseFault(new RecordInDoubt())).toBe(true)
})

describe('PostgreSQL', () => {
  const settingOf = async (url: string, name: string) => {
    const database = await openPostgres(url, 'heparin_chart')
    const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(
      database.queries,
    )
    await database.close()
    return rows[0]?.value
  }

  test('CHART-1: a commit waits for the disk, whatever the address and the account ask for', async () => {
    const url = await freshDatabase()
    const database = await openPostgres(url, 'heparin_chart')
    await sql`alter role postgres in database ${sql.id(new URL(url).pathname.slice(1))}
      set synchronous_commit = off`.execute(database.queries)
    await database.close()

    expect(await settingOf(url, 'synchronous_commit')).toBe('on')
    const asked = `${url}?options=${encodeURIComponent('-c synchronous_commit=off')}`
    expect(await settingOf(asked, 'synchronous_commit')).toBe('on')
    expect(await settingOf(asked, 'search_path')).toBe('heparin_chart')
  })

  test('an address that cannot be read is refused without being repeated', async () => {
    const opening = openPostgres('postgres://u:hunter2@host:port/x', 'heparin_chart')

    await expect(opening).rejects.toBeInstanceOf(DatabaseRefused)
    await expect(opening).rejects.not.toThrow('hunter2')
  })
})
