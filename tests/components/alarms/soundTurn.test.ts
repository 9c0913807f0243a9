import { describe, expect, test } from 'vitest'
import { takeSoundTurn } from '../../../src/components/alarms/soundTurn.ts'

type Locks = Pick<LockManager, 'request'>

/** The locks of one browser, as its pages share them: a page that closes lets go of all it holds. */
function browser() {
  const held = new Map<string, object>()
  function page() {
    const own = new Set<object>()
    const request = (name: string, _options: LockOptions, use: LockGrantedCallback<unknown>) => {
      if (held.has(name)) return Promise.resolve(use(null))
      const lock = {}
      held.set(name, lock)
      own.add(lock)
      return Promise.resolve(use({ name, mode: 'exclusive' })).finally(() => letGo(lock))
    }
    const close = () => [...own].forEach(letGo)
    return { locks: { request } as unknown as Locks, close }
  }
  function letGo(lock: object): void {
    for (const [name, holder] of held) if (holder === lock) held.delete(name)
  }
  return { page }
}

/** A page with timers that move only when the test lets time pass. */
function opened(locks: Locks | undefined, isSeen = true) {
  const page = Object.assign(new EventTarget(), {
    visibilityState: isSeen ? ('visible' as const) : ('hidden' as const),
  })
  let waiting: { ms: number; call: () => void }[] = []
  const after = (ms: number, call: () => void) => {
    const timer = { ms, call }
    waiting.push(timer)
    return () => {
      waiting = waiting.filter((each) => each !== timer)
    }
  }
  const settled = () => new Promise<void>((done) => setImmediate(done))
  return {
    take: (name = 'c12 restart 4 overdue 0') => takeSoundTurn(name, { locks, page, after }),
    async pass(ms: number) {
      const due = waiting.filter((timer) => timer.ms <= ms)
      waiting = waiting.filter((timer) => timer.ms > ms).map((t) => ({ ...t, ms: t.ms - ms }))
      for (const { call } of due) call()
      await settled()
    },
    async hide() {
      page.dispatchEvent(new Event('visibilitychange'))
      await settled()
    },
  }
}
const REPEAT_MS = 5 * 60_000

/** How many of the pages sound. */
async function sounding(...pages: ReturnType<typeof opened>[]): Promise<number> {
  const turns = await Promise.all(pages.map((page) => page.take()))
  return turns.filter(Boolean).length
}

describe('H40: of the pages of one tablet', () => {
  test('one alone sounds, also where the other says it a minute later, and again at the repeat', async () => {
    const { page } = browser()
    const [one, two] = [opened(page().locks), opened(page().locks)]
    expect(await one.take()).toBe(true)
    expect(await two.take()).toBe(false)
    await one.pass(60_000)
    expect(await two.take()).toBe(false)
    await one.pass(REPEAT_MS - 60_000)
    expect(await sounding(one, two)).toBe(1)
  })

  test('each sounds for its own alarm, and for the next state of the same', async () => {
    const { page } = browser()
    const [one, two] = [opened(page().locks), opened(page().locks)]
    expect(await one.take('c12 restart')).toBe(true)
    expect(await two.take('c3 titration')).toBe(true)
    expect(await two.take('c12 restart later')).toBe(true)
  })

  test('H130: the other one sounds at once when the one that did is closed, or seen by nobody', async () => {
    const { page } = browser()
    const [first, second] = [page(), page()]
    const [one, two] = [opened(first.locks), opened(second.locks)]
    expect(await one.take()).toBe(true)
    first.close()
    expect(await two.take()).toBe(true)
    expect(await one.take()).toBe(false)
    await two.hide()
    expect(await one.take()).toBe(true)
  })

  test('H130: one that nobody sees keeps its turn for moments: it may be put to sleep with it', async () => {
    const { page } = browser()
    const [unseen, seen] = [opened(page().locks, false), opened(page().locks)]
    expect(await unseen.take()).toBe(true)
    expect(await seen.take()).toBe(false)
    await unseen.pass(5_000)
    expect(await seen.take()).toBe(true)
  })

  test('H130: where the browser has no locks, refuses, throws or never answers, each sounds rather than none', async () => {
    const refusing = { request: () => Promise.reject(new Error('SecurityError')) }
    const throwing = {
      request: () => {
        throw new Error('planted')
      },
    }
    const silent = { request: () => new Promise(() => {}) }
    for (const locks of [undefined, refusing, throwing] as (Locks | undefined)[]) {
      expect(await sounding(opened(locks), opened(locks))).toBe(2)
    }
    const waits = opened(silent as unknown as Locks)
    const turn = waits.take()
    await waits.pass(1_000)
    expect(await turn).toBe(true)
  })
})
