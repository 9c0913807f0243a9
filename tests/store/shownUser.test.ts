import { describe, expect, test, vi } from 'vitest'
import { createApi } from '../../src/store/api.ts'
import { isoOf } from '../../src/time.ts'
import { ADAMS, type Answer, fakeWard, NOW, problemOf, sessionOf } from '../support/fakeWard.ts'

const BAKER = { ...ADAMS, userId: 'rn.bäker', name: 'Bäker, Lee' }
const ANOTHER: Answer = problemOf(401, 'Another person has this tablet', {
  type: '/problems/another-person',
})

describe('each request says whom the page shows', () => {
  test('H15: as the state has it at that moment, in a form that a header can carry', async () => {
    const said: (string | null)[] = []
    let shown: string | null = null
    const api = createApi((async (_: unknown, { headers }: RequestInit) => {
      said.push(new Headers(headers).get('shown-user'))
      return new Response(JSON.stringify(sessionOf()))
    }) as typeof fetch)
    await api.readSession()
    api.sayWhom(() => shown)
    await api.readSession()
    shown = 'rn.bäker'
    await api.readSession()
    await api.signIn('rn.adams', 'demonstration')
    expect(said).toEqual([null, null, 'rn.b%C3%A4ker', 'rn.b%C3%A4ker'])
  })

  test('H15: nobody while nobody is signed in, the person of the session, and who it is locked for', async () => {
    let isLocked = true
    const facts = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' }
    const locked = problemOf(401, 'Locked', { type: '/problems/session-locked', facts })
    const ward = fakeWard({
      answer: ({ path }) => {
        if (path === '/api/session/switch') return { status: 200, body: sessionOf(BAKER, NOW) }
        return isLocked && path === '/api/session' ? locked : null
      },
    })
    const { store, seen } = ward
    await store.start()
    await store.unlock('204811')
    isLocked = false
    await store.switchTo('rn.bäker', '738256')
    await vi.waitFor(() => expect(seen.some(({ path }) => path.endsWith('/board'))).toBe(true))
    const shownAt = (end: string) => seen.find(({ path }) => path.endsWith(end))?.shownUser
    expect(shownAt('/session')).toBeNull()
    expect(shownAt('/unlock')).toBe('rn.adams')
    expect(shownAt('/switch')).toBe('rn.adams')
    expect(shownAt('/board')).toBe('rn.b%C3%A4ker')
  })
})

/** A page that shows rn.adams; as of `end()` somebody else has signed in on another page of the tablet. */
async function pageOfAdams() {
  let isAnother = false
  const ward = fakeWard({ answer: () => (isAnother ? ANOTHER : null) })
  await ward.store.start()
  return {
    ...ward,
    status: () => ward.store.state.getState().session.status,
    end() {
      isAnother = true
    },
  }
}

describe('H15: a page whose tablet another person has taken is nobody’s', () => {
  test('as soon as its stream has ended and its board is asked for', async () => {
    const { end, stream, status } = await pageOfAdams()
    stream('ward', { now: isoOf(NOW), charts: [] })
    end()
    stream('ward', { now: isoOf(NOW), charts: [] })
    await vi.waitFor(() => expect(status()).toBe('signed-out'), { timeout: 20_000 })
  })

  test('as soon as it is looked at again', async () => {
    const { end, store, status } = await pageOfAdams()
    end()
    store.wake()
    await vi.waitFor(() => expect(status()).toBe('signed-out'), { timeout: 20_000 })
  })

  test('as soon as it is touched, whatever it shows', async () => {
    const { end, store, status } = await pageOfAdams()
    end()
    store.touched()
    await vi.waitFor(() => expect(status()).toBe('signed-out'), { timeout: 20_000 })
  })

  test('when its own person would unlock it', async () => {
    const { end, store, status } = await pageOfAdams()
    store.lock()
    end()
    expect(await store.unlock('204811')).toMatchObject({ type: '/problems/another-person' })
    expect(status()).toBe('signed-out')
    expect(store.state.getState().lockedFor).toBeNull()
  })

  test('when its own person would sign out: the session of the other stands', async () => {
    const { end, store, status } = await pageOfAdams()
    end()
    expect(await store.signOut()).toBe('problem')
    expect(status()).toBe('signed-out')
  })

  test('when the server is back, after it was read without it', async () => {
    let server: Answer = 'lost'
    const { store, pass } = fakeWard({ answer: () => server })
    await store.start()
    store.state.setState({
      reach: 'kept',
      session: { status: 'signed-in', session: sessionOf() as never },
    })
    server = ANOTHER
    pass(10_000)
    await vi.waitFor(() => expect(store.state.getState().session.status).toBe('signed-out'), {
      timeout: 20_000,
    })
  })
})
