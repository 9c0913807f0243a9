import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ADAMS, type Answer, fakeWard, NOW, problemOf, sessionOf } from '../support/fakeWard.ts'

const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }
const LOCKED: Answer = problemOf(401, 'This tablet is locked', {
  type: '/problems/session-locked',
  facts: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
})
const ENDED: Answer = problemOf(401, 'Nobody is signed in')
const LATE = '/api/late'

/** A ward that answers what is asked of `LATE`, and a touch, only when it is told to. */
async function wardWithLateReplies() {
  const replies: ((answer: Answer) => void)[] = []
  const ward = fakeWard({
    answer({ method, path }) {
      if (path === LATE || path === '/api/session/use') {
        return new Promise<Answer>((resolve) => replies.push(resolve))
      }
      if (path === '/api/session/unlock') return { status: 200, body: sessionOf(ADAMS, NOW) }
      if (path === '/api/session' && method === 'POST') {
        return { status: 200, body: sessionOf(BAKER, NOW) }
      }
      return null
    },
  })
  await ward.store.start()
  const state = () => ward.store.state.getState()
  const ask = () => ward.store.ask({ path: LATE, reader: z.unknown() })
  return { ...ward, state, ask, arrive: (answer: Answer) => replies.shift()?.(answer) }
}

test('H57: a reply that says locked, asked for before the lock and come after the unlocking, locks nobody out', async () => {
  const { store, state, ask, arrive } = await wardWithLateReplies()
  const late = ask()
  store.lock()
  expect(await store.unlock('204811')).toBeNull()
  arrive(LOCKED)
  expect(await late).toMatchObject({ kind: 'problem' })
  expect(state().lockedFor).toBeNull()

  const now = ask()
  arrive(LOCKED)
  await now
  expect(state().lockedFor).toMatchObject({ userId: 'rn.adams' })
})

test('H57: the same of a touch that the server hears of late', async () => {
  const { store, state, ask, arrive } = await wardWithLateReplies()
  store.touched()
  store.lock()
  await store.unlock('204811')
  arrive(LOCKED)
  const later = ask()
  arrive({ status: 200, body: {} })
  await later
  expect(state().lockedFor).toBeNull()

  store.touched()
  arrive(LOCKED)
  await expect.poll(() => state().lockedFor).toMatchObject({ userId: 'rn.adams' })
})

test('SIGN-3: a reply that the session has ended, asked for before the next person signed in, signs nobody out', async () => {
  const { store, state, ask, arrive } = await wardWithLateReplies()
  const late = ask()
  await store.signOut()
  await store.signIn('rn.baker', 'demonstration')
  arrive(ENDED)
  expect(await late).toMatchObject({ kind: 'problem' })
  expect(state().session).toMatchObject({ session: { user: { userId: 'rn.baker' } } })

  const now = ask()
  arrive(ENDED)
  await now
  expect(state().session.status).toBe('signed-out')
})
