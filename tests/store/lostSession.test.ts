import { beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import type { Act } from '../../src/store/sending.ts'
import { isoOf } from '../../src/time.ts'
import { fakeWard, NOW, problemOf, type Seen } from '../support/fakeWard.ts'
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
