import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import type { Act, Check } from '../../src/store/sending.ts'
import { isoOf } from '../../src/time.ts'
import { type Answer, fakeWard, NOW, problemOf, type Seen } from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'

let course: readonly Entry[]
let chartId: string

beforeAll(async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json')
  course = played.entries
  chartId = course[0]?.chartId ?? ''
})

const beat = { now: isoOf(NOW) }
const isRead = ({ path }: Seen) => path.includes('/entries')
const isBoard = ({ path }: Seen) => path.endsWith('/board')

/** A tablet with the first entries of a chart, which then goes on to its fifth while `answer` stands in the way. */
async function behind(answer: (seen: Seen) => Answer | null) {
  const known: Entry[] = course.slice(0, 3)
  const way = { answer: (_: Seen): Answer | null => null }
  const ward = fakeWard({ charts: [known], answer: (seen) => way.answer(seen) })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  ward.stream('beat', beat)
  known.push(...course.slice(3, 5))
  way.answer = answer
  ward.stream('ward', { now: isoOf(NOW), charts: [{ chartId, seq: 5 }] })
  const state = () => ward.store.state.getState()
  return {
    ward,
    way,
    state,
    lastSeq: () => {
      const record = state().charts[chartId]
      return record?.status === 'ready' ? record.chart.seq : null
    },
    reads: (which: (seen: Seen) => boolean) => ward.seen.filter(which).length,
  }
}

test('H34: what the stream told and a lost reply left out is read again at the next beat', async () => {
  const { ward, way, state, lastSeq, reads } = await behind((seen) =>
    isRead(seen) ? 'lost' : null,
  )
  await expect.poll(() => reads(isRead)).toBe(2)
  expect(lastSeq()).toBe(3)
  way.answer = () => null
  ward.stream('beat', beat)
  await expect.poll(lastSeq).toBe(5)
  expect(state().connection).toBe('live')
})

test('H34: a screen that stays behind from beat to beat does not say live', async () => {
  const { ward, way, state, lastSeq } = await behind((seen) => (isRead(seen) ? 'lost' : null))
  for (const _ of ['5 s', '10 s', '15 s']) ward.stream('beat', beat)
  expect(state().connection).toBe('stale')
  way.answer = () => null
  ward.stream('beat', beat)
  await expect.poll(lastSeq).toBe(5)
  ward.stream('beat', beat)
  expect(state().connection).toBe('live')
})

test('H34: a board whose reply was lost is asked for again at the next beat', async () => {
  const { ward, reads } = await behind((seen) => (isBoard(seen) ? 'lost' : null))
  await expect.poll(() => reads(isBoard)).toBe(2)
  // The loss itself is noted after the reads of this turn.
  await expect
    .poll(() => {
      ward.stream('beat', beat)
      return reads(isBoard)
    })
    .toBeGreaterThan(2)
})

test('H34: a board that comes late never takes the place of a later one', async () => {
  const replies: ((answer: Answer) => void)[] = []
  const ward = fakeWard({
    answer: (seen) => (isBoard(seen) ? new Promise((resolve) => replies.push(resolve)) : null),
  })
  await ward.store.start()
  void ward.store.refreshBoard()
  const [first, second] = replies
  const board = (damaged: string) => ({
    status: 200,
    body: { ...beat, charts: [], damaged: [damaged] },
  })
  second?.(board('later'))
  const shown = () => ward.store.state.getState().board?.damaged
  await expect.poll(shown).toEqual(['later'])
  first?.(board('earlier'))
  await ward.store.loadChart('another')
  expect(shown()).toEqual(['later'])
})

test('H15, H37: a chart that went to another ward unseen is let go when the stream comes back', async () => {
  const { ward, way, state } = await behind(() => null)
  way.answer = (seen) => (isRead(seen) ? problemOf(404, 'No such chart') : null)
  ward.stream('ward', { now: isoOf(NOW), charts: [] })
  await expect.poll(() => state().charts[chartId]).toEqual({ status: 'refused' })
})

describe('H34, SIGN-8: from a screen that may be behind the record', () => {
  const order: Act = {
    kind: 'orderRate',
    expectedVersion: 3,
    happenedAt: isoOf(NOW),
    rateMlPerHour: 22,
    resultSeq: null,
    reason: 'Bleeding risk',
    signature: { pin: '204811' },
  }
  const isLookUp = ({ path }: Seen) => path.includes('/commands/')
  const isSent = ({ path }: Seen) => path.endsWith('/commands') || path.endsWith('/checks')

  /** Signed live, its reply lost, and then not a word from the server for 15 s. */
  async function staleAfterLostReply() {
    const ward = fakeWard({
      charts: [course],
      answer: (seen) => (isSent(seen) || isLookUp(seen) ? 'lost' : null),
    })
    await ward.store.start()
    ward.stream('beat', beat)
    const sent = await ward.store.send(chartId, order)
    expect(sent.kind).toBe('unknown')
    ward.pass(15_000)
    expect(ward.store.state.getState().connection).toBe('stale')
    ward.seen.length = 0
    return { ward, commandId: sent.kind === 'unknown' ? sent.commandId : '' }
  }

  test('what is signed first there is not sent, and said to be unsigned', async () => {
    const { ward } = await staleAfterLostReply()
    expect(await ward.store.send(chartId, order)).toMatchObject({
      kind: 'problem',
      problem: { type: '/problems/not-live' },
    })
    expect(ward.seen.filter(isSent)).toEqual([])
  })

  test('what was sent before is looked up, and never said to be unsigned', async () => {
    const { ward, commandId } = await staleAfterLostReply()
    const again = await ward.store.send(chartId, order, { commandId })
    expect(again).toEqual({ kind: 'unknown', commandId })
    expect(ward.seen.filter(isSent)).toEqual([])
    expect(ward.seen.some(isLookUp)).toBe(true)
  })

  test('a check that was sent before is never said to be unsent', async () => {
    const { ward, commandId } = await staleAfterLostReply()
    const check: Check = { actSeq: 5, userId: 'rn.baker' }
    expect(await ward.store.sendCheck(chartId, check)).toMatchObject({ kind: 'problem' })
    expect(await ward.store.sendCheck(chartId, check, { commandId })).toEqual({
      kind: 'unknown',
      commandId,
    })
    expect(ward.seen.filter(isSent)).toEqual([])
  })
})
