import { describe, expect, test, vi } from 'vitest'
import { ADAMS, type Answer, fakeWard, NOW, problemOf, sessionOf } from '../support/fakeWard.ts'

const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }
const LOCKED = {
  status: 401,
  body: {
    type: '/problems/session-locked',
    title: 'This tablet is locked',
    status: 401,
    facts: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
  },
} as const
/** The stream says nothing for so long before the tablet calls itself stale. */
const SILENCE_MS = 15_000
const holder = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' }
const pins = (ward: ReturnType<typeof fakeWard>) =>
  ward.seen.filter(({ body }) => JSON.stringify(body ?? '').includes('204811'))

describe('the lock of the tablet', () => {
  test('H57: covers at once, whether the server answers or not, and ends the stream', async () => {
    const ward = fakeWard({
      answer: ({ path }) => (path === '/api/session/lock' ? 'lost' : null),
    })
    await ward.store.start()
    expect(ward.openStreams()).toBe(1)

    ward.store.lock()

    expect(ward.store.state.getState().lockedFor).toEqual(holder)
    expect(ward.openStreams()).toBe(0)
    expect(ward.seen.at(-1)).toMatchObject({ method: 'PUT', path: '/api/session/lock' })
  })

  test('H57: a server that says so locks it, and nobody counts as signed out: what was typed stays', async () => {
    let isLocked = false
    const ward = fakeWard({
      answer: ({ path }) => (isLocked && path.includes('/board') ? LOCKED : null),
    })
    await ward.store.start()
    isLocked = true
    await ward.store.refreshBoard()

    const { lockedFor, session } = ward.store.state.getState()
    expect(lockedFor).toEqual(holder)
    expect(session).toMatchObject({ status: 'signed-in' })
  })

  test('H57: a tablet that was cut off while the server locked it asks until it is told so', async () => {
    let answer: Answer | null = null
    const ward = fakeWard({ answer: ({ path }) => (path.includes('/board') ? answer : null) })
    await ward.store.start()
    answer = 'lost'
    ward.pass(SILENCE_MS)
    await vi.waitFor(() => expect(ward.store.state.getState().connection).toBe('stale'), {
      timeout: 20_000,
    })
    answer = LOCKED
    ward.pass(SILENCE_MS)
    await vi.waitFor(() => expect(ward.store.state.getState().lockedFor).toEqual(holder), {
      timeout: 20_000,
    })
  })

  test('a page that was loaded anew shows whose session is locked, and nothing else', async () => {
    const ward = fakeWard({ answer: ({ path }) => (path === '/api/session' ? LOCKED : null) })
    await ward.store.start()

    const { lockedFor, session, board } = ward.store.state.getState()
    expect(lockedFor).toEqual(holder)
    expect(session.status).not.toBe('signed-in')
    expect(board).toBeNull()
  })

  test('SIGN-3: unlocking goes on with the same ward; the PIN went to the server and is kept nowhere', async () => {
    const ward = fakeWard({
      answer: ({ path, body }) => {
        if (path !== '/api/session/unlock') return null
        return body.pin === '204811'
          ? { status: 200, body: sessionOf(ADAMS, NOW) }
          : problemOf(403, 'Not unlocked')
      },
    })
    await ward.store.start()
    ward.store.lock()

    expect(await ward.store.unlock('000000')).toMatchObject({ title: 'Not unlocked' })
    expect(ward.store.state.getState().lockedFor).toEqual(holder)
    expect(await ward.store.unlock('204811')).toBeNull()

    expect(ward.store.state.getState()).toMatchObject({ lockedFor: null, wardId: '7-west' })
    expect(ward.openStreams()).toBe(1)
    expect(pins(ward)).toHaveLength(1)
    expect(JSON.stringify(ward.store.state.getState())).not.toContain('204811')
    expect(ward.kept()).not.toContain('204811')
  })

  test('without the server it stays locked and says that it did not answer', async () => {
    const ward = fakeWard({
      answer: ({ path }) => (path === '/api/session/unlock' ? 'lost' : null),
    })
    await ward.store.start()
    ward.store.lock()

    expect(await ward.store.unlock('204811')).toBe('unknown')
    expect(ward.store.state.getState().lockedFor).toEqual(holder)
  })

  test('another person who switches in begins with charts of their own', async () => {
    const ward = fakeWard({
      answer: ({ path }) =>
        path === '/api/session/switch' ? { status: 200, body: sessionOf(BAKER, NOW) } : null,
    })
    await ward.store.start()
    ward.store.lock()

    expect(await ward.store.switchTo('rn.baker', '738256')).toBeNull()

    const { session, charts, lockedFor } = ward.store.state.getState()
    expect(session).toMatchObject({ session: { user: { userId: 'rn.baker' } } })
    expect(charts).toEqual({})
    expect(lockedFor).toBeNull()
  })

  test('a touch is told to the server, and a locked tablet tells none', async () => {
    const ward = fakeWard()
    await ward.store.start()
    ward.store.touched()
    expect(ward.seen.at(-1)).toMatchObject({ method: 'PUT', path: '/api/session/use' })

    ward.store.lock()
    const asked = ward.seen.length
    ward.store.touched()
    expect(ward.seen).toHaveLength(asked)
  })
})
