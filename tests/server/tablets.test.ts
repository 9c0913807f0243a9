import { describe, expect, test } from 'vitest'
import { standingClock } from '../../server/clock.ts'
import { addDemonstrationAccounts } from '../../server/demonstrationAccounts.ts'
import { DEMONSTRATION_COST } from '../../server/secrets.ts'
import { createServices } from '../../server/services.ts'
import { instantOf } from '../../src/time.ts'
import { databases } from './support/databases.ts'
import { startWard } from './support/ward.ts'

const evening = instantOf('2026-11-21T09:00:00Z')

describe.each(databases)('the tablets on $name', ({ open }) => {
  async function tablets() {
    const realTime = standingClock(evening)
    const services = createServices({
      database: await open(),
      clock: standingClock(evening),
      realTime,
      timeZone: 'Australia/Sydney',
      hashCost: DEMONSTRATION_COST,
      isDemonstration: true,
    })
    await addDemonstrationAccounts(services.accounts, evening)
    return { tablets: services.tablets, realTime }
  }

  test('a tablet is known by its token and by no other', async () => {
    const { tablets: known } = await tablets()
    const { tablet, token } = await known.welcome()
    expect(await known.find(token)).toEqual(tablet)
    expect(await known.find(`${token}x`)).toBeNull()
    expect(await known.find(undefined)).toBeNull()
  })

  const idsOf = (people: readonly { userId: string }[]) => people.map(({ userId }) => userId)

  test('its people are those who signed in within a shift, the latest first; its wards are those of everybody', async () => {
    const { tablets: known, realTime } = await tablets()
    const { tablet } = await known.welcome()
    await known.noteSignIn(tablet, 'rn.ivers')
    realTime.moveTo(instantOf('2026-11-21T15:00:00Z'))
    await known.noteSignIn(tablet, 'rn.adams')
    realTime.moveTo(instantOf('2026-11-21T20:59:00Z'))
    await known.noteSignIn(tablet, 'rn.baker')
    expect(idsOf(await known.peopleOf(tablet))).toEqual(['rn.baker', 'rn.adams', 'rn.ivers'])
    realTime.moveTo(instantOf('2026-11-21T21:00:00Z'))
    expect(idsOf(await known.peopleOf(tablet))).toEqual(['rn.baker', 'rn.adams'])
    await known.noteSignIn(tablet, 'rn.adams')
    expect(idsOf(await known.peopleOf(tablet))).toEqual(['rn.adams', 'rn.baker'])
    expect(await known.wardIdsOf(tablet)).toEqual(['7-west', 'ccu'])
  })
})

test('the first sign-in makes a tablet known by a cookie that no script reads; the next one keeps it', async () => {
  const ward = await startWard()
  const body = { userId: 'rn.adams', password: 'demonstration' }
  const [session, tablet] = (await ward.stranger.post('/api/session', body)).headers[
    'set-cookie'
  ] as string[]
  expect(session).toMatch(/^session=/)
  expect(tablet).toMatch(/^tablet=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
  const cookie = `${tablet}`.split(';')[0] ?? ''
  const again = await ward.stranger.post('/api/session', body, { cookie })
  expect(again.headers['set-cookie']).toMatch(/^session=[^,]*$/)
})

test('a wrong password makes no tablet known', async () => {
  const ward = await startWard()
  const reply = await ward.stranger.post('/api/session', { userId: 'rn.adams', password: 'no' })
  expect(reply.status).toBe(401)
  expect(reply.headers['set-cookie']).toBeUndefined()
})
