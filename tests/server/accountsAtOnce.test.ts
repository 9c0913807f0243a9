import { describe, expect, test, vi } from 'vitest'
import { BEAT_EVERY_MS } from '../../server/live.ts'
import { instantOf, isoOf, plusMinutes } from '../../src/time.ts'
import { type CourseChart, runningVte } from './support/course.ts'
import { databases } from './support/databases.ts'
import { type Device, pinOf, startWard, type TestWard } from './support/ward.ts'
import { watch } from './support/watch.ts'

const [sqlite, postgres] = databases

/** Two server processes on one database: an administrator works on the first, the ward on the second. */
async function twoProcesses() {
  const database = await postgres.open()
  const clock = '2027-03-10T00:00:00Z'
  const office = await startWard({ database, clock })
  const bedside = await startWard({ database, clock, isJoining: true })
  return { hall: await office.signIn('admin.hall'), office, bedside }
}

async function change({ services }: TestWard, hall: Device, userId: string, fields: object) {
  const { userId: _, ...known } = (await services.accounts.find(userId)) ?? { userId }
  const reply = await hall.put(`/api/accounts/${userId}`, { ...known, ...fields })
  expect(reply.status).toBe(200)
}

const packageUntil = (learningPackageUntil: string | null) => ({
  competencies: { learningPackageUntil, ivUnits: false, notation: false },
})

/** First signs a rate change as the contract prints it, and says what came of it. */
async function titrates(chart: CourseChart, device: Device, userId: string) {
  const { body } = await device.get(`/api/charts/${chart.id}`)
  const shown = {
    ...{ name: 'NGUYEN, Alex', dateOfBirth: '1951-03-09', mrn: '9000017', protocol: 'vte' },
    ...{ protocolVersion: '402.3', resultText: '98.0', collectedAt: '2027-03-10T04:00:00Z' },
    oldRateMlPerHour: body.infusion.rateMlPerHour,
  }
  return chart.send(device, 'changeRate', {
    ...{ resultSeq: 9, newRateMlPerHour: 12, shown },
    signature: { pin: pinOf(userId) },
  })
}

describe('over two processes', () => {
  test('SIGN-1: a package that an administrator renews counts at once, and one taken away too', async () => {
    const { hall, office, bedside } = await twoProcesses()
    const { chart } = await runningVte(bedside)
    const dunn = await bedside.signIn('rn.dunn')
    const expired = await titrates(chart, dunn, 'rn.dunn')
    expect(expired.status).toBe(403)
    expect(expired.body.rules).toEqual(['SIGN-2', 'SIGN-1'])

    await change(office, hall, 'rn.dunn', packageUntil('2028-03-10T00:00:00Z'))
    expect((await titrates(chart, dunn, 'rn.dunn')).status).toBe(201)
    await chart.done(dunn, 'withdraw', { actSeq: 10 })

    await change(office, hall, 'rn.dunn', packageUntil(null))
    expect((await titrates(chart, dunn, 'rn.dunn')).status).toBe(403)
  })

  test('SIGN-1: an ended account is signed out at once, and so is its stream at the next beat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { hall, bedside } = await twoProcesses()
    const { adams } = await runningVte(bedside)
    const { next } = await watch(bedside, adams, '7-west')
    expect((await next())?.event).toBe('ward')

    await hall.post('/api/accounts/rn.adams/end', {})

    expect((await adams.get('/api/session')).status).toBe(401)
    vi.advanceTimersByTime(BEAT_EVERY_MS)
    expect(await lastOf(next)).toBeNull()
    vi.useRealTimers()
  })

  test('SIGN-1: who is taken off a ward loses it at once, and its stream at the next beat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { hall, office, bedside } = await twoProcesses()
    const { chart, adams, chen } = await runningVte(bedside)
    const stream = await watch(bedside, adams, '7-west')
    const other = await watch(bedside, chen, '7-west')
    expect((await stream.next())?.event).toBe('ward')
    expect((await other.next())?.event).toBe('ward')

    await change(office, hall, 'rn.adams', { wardIds: ['ccu'] })

    expect((await adams.get(`/api/charts/${chart.id}`)).status).toBe(404)
    vi.advanceTimersByTime(BEAT_EVERY_MS)
    expect(await lastOf(stream.next)).toBeNull()
    expect(await pastEntries(other.next)).toBe('beat')
    vi.useRealTimers()
  })
})

/** The next event that is no entry: over two processes an entry may be told twice. */
async function pastEntries(next: () => Promise<{ event: string } | null>) {
  let told = await next()
  while (told?.event === 'entry') told = await next()
  return told?.event
}

/** Reads what was told before the end, entries apart; null at the end itself. */
async function lastOf(next: () => Promise<{ event: string } | null>) {
  for (let events = 0; events < 10; events += 1) {
    if ((await pastEntries(next)) === undefined) return null
  }
  return 'it goes on'
}

test('SIGN-1: in one process the stream of a ward ends with the change itself', async () => {
  const ward = await startWard({ database: await sqlite.open() })
  const hall = await ward.signIn('admin.hall')
  const { adams } = await runningVte(ward)
  const { next } = await watch(ward, adams, '7-west')
  expect((await next())?.event).toBe('ward')

  await change(ward, hall, 'rn.adams', { wardIds: ['ccu'] })

  expect(await lastOf(next)).toBeNull()
})

test.each([
  ['a minute before', -1, 403],
  ['at the very instant', 0, 403],
  ['a minute after', 1, 201],
])('SIGN-1: a package that ends %s the signature', async (_, minutes, status) => {
  const ward = await startWard()
  const hall = await ward.signIn('admin.hall')
  const { chart } = await runningVte(ward)
  const dunn = await ward.signIn('rn.dunn')
  const until = isoOf(plusMinutes(instantOf('2027-03-10T04:50:03Z'), minutes))
  await change(ward, hall, 'rn.dunn', packageUntil(until))

  expect((await titrates(chart, dunn, 'rn.dunn')).status).toBe(status)
})
