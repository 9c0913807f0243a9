import { describe, expect, test } from 'vitest'
import { type Instant, isoOf, plusMinutes } from '../../src/time.ts'
import { fakeWard, NOW } from '../support/fakeWard.ts'

const BEAT_MS = 5_000

/** A ward whose board next changes at these minutes, one after the other; then never by time alone. */
function wardTurningAt(...minutes: readonly number[]) {
  const turns = minutes.map((each) => plusMinutes(NOW, each))
  let now = NOW
  const ward = fakeWard({
    answer: ({ path }) => {
      if (!path.endsWith('/board')) return null
      const next = turns.find((at) => at > now)
      const changesAt = next === undefined ? null : isoOf(next)
      return { status: 200, body: { now: isoOf(now), changesAt, charts: [] } }
    },
  })
  const boards = () => ward.seen.filter(({ path }) => path.endsWith('/board')).length
  /** Time passes, with the server's beats, and the replies come in. */
  async function pass(ms: number) {
    for (let left = ms; left >= 0; left -= BEAT_MS) {
      const step = Math.min(left, BEAT_MS)
      now = (now + step) as Instant
      ward.pass(step)
      ward.stream('beat', { now: isoOf(now) })
      await new Promise((done) => setImmediate(done))
    }
  }
  return { ...ward, boards, pass }
}

async function followed(...minutes: readonly number[]) {
  const ward = wardTurningAt(...minutes)
  await ward.store.start()
  await ward.pass(0)
  return { ...ward, atFirst: ward.boards() }
}

const MINUTE = 60_000

describe('the board of a ward on which nothing is written', () => {
  test('TIME-8, H9: it is read at the instant at which time alone changes it, and not before', async () => {
    const { boards, pass, atFirst } = await followed(4, 7)
    await pass(4 * MINUTE - 1)
    expect(boards()).toBe(atFirst)
    await pass(1)
    expect(boards()).toBe(atFirst + 1)
    await pass(3 * MINUTE)
    expect(boards()).toBe(atFirst + 2)
  })

  test('TIME-8: the time on the screens moves up to that instant, so that what is due then alarms then', async () => {
    const { store, pass } = await followed(4.5)
    await pass(4.5 * MINUTE)
    expect(store.clock.shown()).toBe(plusMinutes(NOW, 4.5))
  })

  test('TIME-8: whatever became of its timer, it is never older than a quarter of an hour', async () => {
    const { boards, pass, atFirst } = await followed(600)
    await pass(15 * MINUTE)
    expect(boards()).toBe(atFirst + 1)
    const never = await followed()
    await never.pass(15 * MINUTE)
    expect(never.boards()).toBe(never.atFirst + 1)
  })

  test('TIME-8: left, it is read no more', async () => {
    const { store, boards, pass } = await followed(4)
    await store.signOut()
    const left = boards()
    await pass(20 * MINUTE)
    expect(boards()).toBe(left)
  })
})
