import { expect, test } from 'vitest'
import { createApi } from '../../src/store/api.ts'
import { sessionOf } from '../support/fakeWard.ts'

function answering(status: number, text: string) {
  const asked: RequestInit[] = []
  const api = createApi((async (_: unknown, init: RequestInit) => {
    asked.push(init)
    return new Response(text, { status })
  }) as typeof fetch)
  return { api, asked }
}

test('a session is read with its instants', async () => {
  const { api } = answering(200, JSON.stringify(sessionOf()))
  const reply = await api.readSession()
  expect(reply).toMatchObject({
    kind: 'ok',
    value: { now: Date.parse('2027-03-10T04:00:00Z'), facility: { timeZone: 'Australia/Sydney' } },
  })
})

test.each([
  ['no JSON', 200, '<html>proxy</html>'],
  ['JSON of another shape', 200, '{"hello":1}'],
  ['a server fault', 503, '{"type":"/x","title":"x","status":503}'],
  ['a refusal of another shape', 422, '{"error":"no"}'],
  [
    'a time zone that does not exist',
    200,
    JSON.stringify({ ...sessionOf(), facility: { name: '', timeZone: 'Sydney' } }),
  ],
])('%s counts as unknown, never as done or refused', async (_, status, text) => {
  const { api } = answering(status, text)
  expect(await api.readSession()).toEqual({ kind: 'unknown' })
})

test('a problem keeps its rule, its reason and what to do', async () => {
  const problem = { type: '/x', title: 'No', status: 422, rules: ['NOMO-9'], next: 'Collect.' }
  const { api } = answering(422, JSON.stringify(problem))
  expect(await api.readBoard('7-west')).toMatchObject({ kind: 'problem', problem })
})

test('every request has an end: it is given up when no answer comes in time', async () => {
  const { api, asked } = answering(200, JSON.stringify(sessionOf()))
  await api.readSession()
  expect(asked[0]?.signal).toBeInstanceOf(AbortSignal)
})

test('an entry that this build cannot read makes the whole reply unreadable', async () => {
  const { api } = answering(200, JSON.stringify({ version: 1, entries: [{ kind: 'novelty' }] }))
  expect(await api.readEntries('a', 0)).toEqual({ kind: 'unknown' })
})
