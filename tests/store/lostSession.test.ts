import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import type { Act } from '../../src/store/sending.ts'
import { isoOf } from '../../src/time.ts'
import {
  ADAMS,
  type Answer,
  fakeWard,
  NOW,
  problemOf,
  type Seen,
  sessionOf,
} from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'

let course: readonly Entry[]
let chartId: string

beforeAll(async () => {
  course = (await playedEntries('tests/scenarios/vteCourse.json')).entries
  chartId = course[0]?.chartId ?? ''
})

const note: Act = {
  kind: 'writeNote',
  expectedVersion: 3,
  happenedAt: isoOf(NOW),
  text: 'Told the MO',
}
const isCommand = ({ method, path }: Seen) => method === 'POST' && path.endsWith('/commands')
const isLookUp = ({ path }: Seen) => path.includes('/commands/')

test('SIGN-8: a session that ends before a lost reply is looked up says nothing about the command', async () => {
  const ward = fakeWard({
    charts: [course],
    answer: (seen) => {
      if (isCommand(seen)) return 'lost'
      return isLookUp(seen) ? problemOf(401, 'Nobody is signed in') : null
    },
  })
  await ward.store.start()
  const result = await ward.store.send(chartId, note)
  expect(result.kind).toBe('unknown')
  expect(ward.store.state.getState().unanswered).toHaveLength(1)
  expect(ward.kept()).toContain('writeNote')
})

test('SIGN-8: nor does it when the command is sent again; of one never sent before it is the refusal', async () => {
  const ward = fakeWard({
    charts: [course],
    answer: (seen) =>
      isCommand(seen) || isLookUp(seen) ? problemOf(401, 'Nobody is signed in') : null,
  })
  await ward.store.start()
  const again = { commandId: ward.store.newId() }
  expect((await ward.store.send(chartId, note, again)).kind).toBe('unknown')
  expect((await ward.store.send(chartId, note)).kind).toBe('problem')
})

describe('an answer about a session that is asked before a sign-in and comes after it', () => {
  const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }

  /** Its first question, who is signed in, is answered when the test says so. */
  async function askedBefore() {
    let answer = (_: Answer) => {}
    let isAsked = false
    const ward = fakeWard({
      user: BAKER,
      answer: ({ method, path }) => {
        if (isAsked || method !== 'GET' || path !== '/api/session') return null
        isAsked = true
        return new Promise<Answer>((resolve) => {
          answer = resolve
        })
      },
    })
    const started = ward.store.start()
    await vi.waitFor(() => expect(isAsked).toBe(true), { timeout: 20_000 })
    await ward.store.signIn('rn.baker', 'demonstration')
    return {
      store: ward.store,
      async answerNow() {
        answer({ status: 200, body: sessionOf(ADAMS) })
        await started
      },
    }
  }

  test('SIGN-8, H57: signs nobody in again after the sign-out', async () => {
    const { store, answerNow } = await askedBefore()
    await store.signOut()
    await answerNow()
    expect(store.state.getState().session.status).toBe('signed-out')
  })

  test('SIGN-8, H57: puts nobody in the place of the person who has signed in', async () => {
    const { store, answerNow } = await askedBefore()
    await answerNow()
    expect(store.state.getState().session).toMatchObject({
      session: { user: { userId: 'rn.baker' } },
    })
  })
})
