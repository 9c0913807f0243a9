import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openChart, runningVte } from './support/course.ts'
import { databases } from './support/databases.ts'
import { pinOf, startWard } from './support/ward.ts'

const second = { userId: 'rn.baker', pin: pinOf('rn.baker') }

describe.each(databases)('accounts in $name', ({ open }) => {
  test('SIGN-1: an ended account neither signs in nor signs, its sessions end, its name stays on its entries', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const hall = await ward.signIn('admin.hall')
    const baker = await ward.signIn('rn.baker')
    const stop = await chart.done(adams, 'stopInfusion', { reason: 'concern' })

    const ended = await hall.post('/api/accounts/rn.baker/end', {})

    expect(ended.status).toBe(200)
    expect(ended.body).toMatchObject({ userId: 'rn.baker', endedAt: '2027-03-10T04:50:03Z' })
    expect((await baker.get('/api/session')).status).toBe(401)
    await expect(ward.signIn('rn.baker')).rejects.toThrow('401')
    const countersign = { actSeq: stop.body.entry.seq, signature: second }
    const signed = await chart.send(adams, 'countersign', countersign)
    expect(signed.status).toBe(403)
    expect(signed.body.type).toBe('/problems/signature-refused')
    const { body } = await adams.get(`/api/charts/${chart.id}/entries?after=0`)
    expect(body.entries.filter((each: { by: object }) => each.by).map(nameOf)).toContain(
      'Baker, Lee',
    )
    const { people } = (await adams.get('/api/wards/7-west/people')).body
    expect(people.map((each: { userId: string }) => each.userId)).not.toContain('rn.baker')
  })

  test('SIGN-1: a staff number is one person’s for good, also after the end', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    const { userId, name, role, competencies, wardIds } = (
      await hall.get('/api/accounts')
    ).body.accounts.find((each: { userId: string }) => each.userId === 'rn.baker')
    const said = { name, role, competencies, wardIds }
    await hall.post('/api/accounts/rn.baker/end', {})

    const again = { userId, ...said, name: 'Other, Person', password: 'a long enough password' }
    expect((await hall.post('/api/accounts', again)).status).toBe(409)
    expect((await hall.put('/api/accounts/rn.baker', said)).status).toBe(409)
    expect((await hall.post('/api/accounts/rn.baker/end', {})).status).toBe(409)
    const { queries } = ward.services.database
    const deletion = sql`delete from account where user_id = 'mo.okafor'`.execute(queries)
    await expect(deletion).rejects.toThrow('account is never deleted (SIGN-1): DELETE refused')
    const renaming = sql`update account set user_id = 'rn.x' where user_id = 'mo.okafor'`
    await expect(renaming.execute(queries)).rejects.toThrow('account keeps its user id (SIGN-1)')
  })

  test('SIGN-1: who comes back has the same account, a temporary password and no PIN', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    await hall.post('/api/accounts/rn.baker/end', {})
    const password = 'welcome back, Lee'

    const reply = await hall.post('/api/accounts/rn.baker/reopen', { password })

    expect(reply.body).toMatchObject({ endedAt: null, hasPin: false, passwordIsTemporary: true })
    expect((await hall.post('/api/accounts/rn.baker/reopen', { password })).status).toBe(409)
    await expect(ward.signIn('rn.baker')).rejects.toThrow('401')
    const baker = await ward.signIn('rn.baker', password)
    expect((await baker.get('/api/session')).body.toChoose).toEqual({ password: true, pin: true })
  })

  test('SIGN-1: the last administrator neither ends nor gives up the role, of two one may', async () => {
    const ward = await startWard({ database: await open() })
    const hall = await ward.signIn('admin.hall')
    const { userId: _, ...known } = (await ward.services.accounts.find('admin.hall')) ?? {
      userId: '',
    }
    const nurse = { ...known, role: 'RN' }

    for (const reply of [
      await hall.put('/api/accounts/admin.hall', nurse),
      await hall.post('/api/accounts/admin.hall/end', {}),
    ]) {
      expect(reply.status).toBe(422)
      expect(reply.body).toMatchObject({ type: '/problems/last-administrator', rules: ['SIGN-1'] })
    }
    expect((await ward.services.accounts.log(null)).map(({ what }) => what)).not.toContain(
      'account-ended',
    )

    const other = { ...known, wardIds: [], name: 'Moss, Sam', password: 'a long enough password' }
    await hall.post('/api/accounts', { userId: 'admin.moss', ...other })
    const moss = await ward.signIn('admin.moss', other.password)
    const both = await Promise.all([
      hall.post('/api/accounts/admin.moss/end', {}),
      moss.post('/api/accounts/admin.hall/end', {}),
    ])
    const statuses = both.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const left = (await ward.services.accounts.everybody()).filter(
      ({ role, endedAt }) => role === 'administrator' && endedAt === null,
    )
    expect(left).toHaveLength(1)
  })

  test('SIGN-1: every change leaves a line without a secret that nobody can change', async () => {
    const ward = await startWard({ database: await open(), clock: '2027-03-10T04:00:00Z' })
    const hall = await ward.signIn('admin.hall')
    const { userId, ...known } = (await ward.services.accounts.find('rn.dunn')) ?? { userId: '' }
    const until = '2028-03-10T04:00:00Z'
    const competencies = { learningPackageUntil: until, ivUnits: false, notation: false }
    await hall.put('/api/accounts/rn.dunn', { ...known, competencies })
    await hall.put('/api/accounts/rn.dunn', { ...known, competencies })
    const password = 'kept to herself alone'
    await hall.put('/api/accounts/rn.dunn', { ...known, competencies, password, withdrawPin: true })
    await hall.post('/api/wards', { wardId: '9-east', name: '9 East' })
    await hall.post('/api/accounts/rn.dunn/end', {})

    const { lines } = (await hall.get('/api/account-log')).body

    expect(lines.slice(0, 5)).toMatchObject([
      { what: 'account-ended', by: 'admin.hall', about: 'rn.dunn', at: '2027-03-10T04:00:00Z' },
      { what: 'ward-added', by: 'admin.hall', about: '9-east' },
      { what: 'pin-withdrawn', by: 'admin.hall', about: 'rn.dunn' },
      { what: 'password-set', by: 'admin.hall', about: 'rn.dunn' },
      {
        what: 'account-changed',
        about: 'rn.dunn',
        changes: [{ field: 'learningPackageUntil', from: '2027-02-08T04:00:00Z', to: until }],
      },
    ])
    expect(lines[5]).toMatchObject({ what: 'account-added', by: null })
    expect(JSON.stringify(lines)).not.toContain(password)
    const older = (await hall.get(`/api/account-log?before=${lines[4].no}`)).body.lines
    expect(older[0].no).toBe(lines[4].no - 1)
    const { queries } = ward.services.database
    await expect(sql`delete from account_change`.execute(queries)).rejects.toThrow('append-only')
    await expect(sql`update account_change set by_user_id = null`.execute(queries)).rejects.toThrow(
      'append-only',
    )
  })
})

test.each(['rn.adams', 'amo.haddad', 'pharm.gray'])(
  'SIGN-1: %s ends and reopens no account and reads no account log',
  async (person) => {
    const device = await (await startWard()).signIn(person)
    for (const reply of [
      await device.post('/api/accounts/rn.baker/end', {}),
      await device.post('/api/accounts/rn.baker/reopen', { password: 'a long enough one' }),
      await device.get('/api/account-log'),
    ]) {
      expect(reply.status).toBe(403)
      expect(reply.body.rules).toEqual(['SIGN-1'])
    }
  },
)

test('an account that does not exist is neither ended nor reopened', async () => {
  const hall = await (await startWard()).signIn('admin.hall')
  expect((await hall.post('/api/accounts/rn.nobody/end', {})).status).toBe(404)
  const password = 'a long enough password'
  expect((await hall.post('/api/accounts/rn.nobody/reopen', { password })).status).toBe(404)
})

test('SIGN-1: who leaves a ward opens no chart there any more', async () => {
  const ward = await startWard()
  const hall = await ward.signIn('admin.hall')
  const adams = await ward.signIn('rn.adams')
  const { userId: _, ...known } = (await ward.services.accounts.find('rn.adams')) ?? { userId: '' }
  await hall.put('/api/accounts/rn.adams', { ...known, wardIds: ['ccu'] })
  await expect(openChart(adams)).rejects.toThrow('404')
})

function nameOf({ by }: { by: { name: string } }): string {
  return by.name
}
