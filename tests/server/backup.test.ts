import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyInstallation } from '../../server/copyInstallation.ts'
import { createEntryStore } from '../../server/entryStore.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { verifyRecord } from '../../server/verifyRecord.ts'
import { runningVte } from './support/course.ts'
import { databases } from './support/databases.ts'
import { freshFolder } from './support/folders.ts'
import { startWard } from './support/ward.ts'

async function wardOnDisk() {
  const folder = freshFolder()
  const database = await openSqlite(join(folder, 'heparin-chart.db'))
  onTestFinished(() => database.close())
  const ward = await startWard({ database })
  return { folder, ward, ...(await runningVte(ward)) }
}

describe('backups of the embedded database', () => {
  test('CHART-1: a copy made while the ward works is put back with every entry as it was', async () => {
    const { folder, ward, chart, adams } = await wardOnDisk()
    const hall = await ward.signIn('admin.hall')
    const { heads } = await verifyRecord(ward.services.database)

    const made = await hall.post('/api/backups', {})
    expect(made.status).toBe(201)
    const note = await adams.post(`/api/charts/${chart.id}/commands`, {
      commandId: '00000000-0000-4000-8000-0000000000aa',
      expectedVersion: 0,
      kind: 'writeNote',
      happenedAt: '2027-03-10T00:00:00Z',
      lateReason: 'Written later',
      text: 'After the copy.',
    })
    expect(note.status).toBe(201)

    const restored = join(freshFolder(), 'heparin-chart.db')
    copyFileSync(join(folder, 'backups', made.body.file), restored)
    const database = await openSqlite(restored)
    onTestFinished(() => database.close())
    const { faults, entries } = await verifyRecord(database, heads)
    expect(faults).toEqual([])
    expect(entries).toBe(heads.reduce((sum, { seq }) => sum + seq, 0))
    expect((await createEntryStore(database).record(chart.id))?.intact).toBe(true)
  })

  test('a second copy in the same second has a name of its own, and no half one is left', async () => {
    const { folder, ward } = await wardOnDisk()
    const hall = await ward.signIn('admin.hall')
    const first = await hall.post('/api/backups', {})
    const second = await hall.post('/api/backups', {})
    expect(new Set(readdirSync(join(folder, 'backups')))).toEqual(
      new Set([first.body.file, second.body.file]),
    )
    expect(existsSync(join(folder, 'backups', `${first.body.file}.part`))).toBe(false)
  })

  test('SIGN-1: only an administrator makes one', async () => {
    const { adams } = await wardOnDisk()
    const refused = await adams.post('/api/backups', {})
    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/administrators-only' } })
  })

  test('PostgreSQL is left to its own tools', async () => {
    const ward = await startWard({ database: await databases[1].open() })
    const hall = await ward.signIn('admin.hall')
    expect((await hall.post('/api/backups', {})).status).toBe(409)
  })
})

describe('moving from the embedded database to PostgreSQL', () => {
  test('CHART-1: every entry, account and head is there afterwards, and the ward goes on', async () => {
    const { ward, chart } = await wardOnDisk()
    const here = ward.services.database
    const there = await databases[1].open()
    const { heads, entries } = await verifyRecord(here)

    const copied = await copyInstallation(here, there)

    expect(await verifyRecord(there, heads)).toMatchObject({ entries, faults: [] })
    expect(copied).toMatchObject({ chart: 1, chart_entry: entries })
    const moved = await startWard({ database: there, isJoining: true })
    const adams = await moved.signIn('rn.adams')
    const reply = await adams.post(`/api/charts/${chart.id}/commands`, {
      commandId: '00000000-0000-4000-8000-0000000000ab',
      expectedVersion: 0,
      kind: 'writeNote',
      happenedAt: '2027-03-10T00:00:00Z',
      lateReason: 'Moved in between',
      text: 'After the move.',
    })
    expect(reply.status).toBe(201)
  })

  test('nothing is moved onto something that is there already', async () => {
    const { ward } = await wardOnDisk()
    const there = await databases[1].open()
    await copyInstallation(ward.services.database, there)
    await expect(copyInstallation(ward.services.database, there)).rejects.toThrow('not empty')
  })
})
