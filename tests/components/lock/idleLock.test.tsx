import { act, cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { IdleLock } from '../../../src/components/lock/IdleLock.tsx'
import { StoreContext } from '../../../src/store/useChart.ts'
import { type FakeWard, fakeWard } from '../../support/fakeWard.ts'

/** The channel between the pages of a tablet; the test is the other page. */
class FakeChannel extends EventTarget {
  static open: FakeChannel[] = []
  readonly said: unknown[] = []
  constructor() {
    super()
    FakeChannel.open.push(this)
  }
  postMessage(word: unknown): void {
    this.said.push(word)
  }
  close(): void {
    FakeChannel.open = FakeChannel.open.filter((each) => each !== this)
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  FakeChannel.open = []
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A page of a tablet, signed in, whose lock counts the time that the test lets pass. */
async function pageAt(path: string): Promise<FakeWard> {
  window.history.replaceState(null, '', path)
  const ward = fakeWard({
    answer: ({ method }) => (method === 'PUT' ? { status: 204, body: null } : null),
  })
  await ward.store.start()
  render(
    <StoreContext value={ward.store}>
      <IdleLock />
    </StoreContext>,
  )
  return ward
}
const passMinutes = (minutes: number) => act(() => void vi.advanceTimersByTime(minutes * 60_000))
const touch = () => act(() => void fireEvent.pointerDown(document.body))
const connect = ({ store }: FakeWard, connection: 'live' | 'stale') =>
  act(() => store.state.setState({ connection }))
const isLocked = ({ store }: FakeWard) => store.state.getState().lockedFor !== null
const told = ({ seen }: FakeWard) => seen.filter(({ path }) => path === '/api/session/use').length

function see(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

describe('H57: a tablet that nobody touches', () => {
  test.each([
    ['a board', '/', 5],
    ['an act', '/charts/c1/stop', 10],
  ])('locks on %s, no sooner and no later', async (_, path, minutes) => {
    const ward = await pageAt(path)
    passMinutes(minutes - 1)
    expect(isLocked(ward)).toBe(false)
    passMinutes(1)
    expect(isLocked(ward)).toBe(true)
  })

  test('is not locked while the server is silent, and is as soon as it is heard again', async () => {
    const ward = await pageAt('/')
    connect(ward, 'stale')
    passMinutes(30)
    expect(isLocked(ward)).toBe(false)
    connect(ward, 'live')
    passMinutes(0)
    expect(isLocked(ward)).toBe(true)
  })

  test('locks also where the connection comes and goes all the time', async () => {
    const ward = await pageAt('/')
    for (let minute = 0; minute < 4; minute += 1) {
      connect(ward, minute % 2 === 0 ? 'stale' : 'live')
      passMinutes(1)
    }
    connect(ward, 'live')
    expect(isLocked(ward)).toBe(false)
    passMinutes(1)
    expect(isLocked(ward)).toBe(true)
  })
})

describe('SIGN-5, H9: a tablet that somebody works on', () => {
  test('while the server is silent is not locked when it is heard again, and the server learns of the touches', async () => {
    const ward = await pageAt('/charts/c1/stop')
    connect(ward, 'stale')
    for (let minute = 0; minute < 11; minute += 1) {
      passMinutes(1)
      touch()
    }
    expect(told(ward)).toBe(0)
    connect(ward, 'live')
    passMinutes(0)
    expect(isLocked(ward)).toBe(false)
    expect(told(ward)).toBe(1)
  })

  test('tells the server at most every half minute, and nothing that it knows already', async () => {
    const ward = await pageAt('/')
    for (let touches = 0; touches < 3; touches += 1) touch()
    expect(told(ward)).toBe(1)
    connect(ward, 'stale')
    connect(ward, 'live')
    expect(told(ward)).toBe(1)
    passMinutes(0.5)
    touch()
    expect(told(ward)).toBe(2)
  })
})

describe('H57: a page that nobody sees', () => {
  test('does not lock the tablet under the page that is in use', async () => {
    const ward = await pageAt('/')
    see('hidden')
    passMinutes(30)
    expect(isLocked(ward)).toBe(false)
  })

  test('locks as soon as it is seen again, where nobody has touched the tablet meanwhile', async () => {
    const ward = await pageAt('/')
    see('hidden')
    passMinutes(6)
    see('visible')
    expect(isLocked(ward)).toBe(true)
  })

  test('counts the touches of the other page, and tells its own', async () => {
    const ward = await pageAt('/')
    see('hidden')
    passMinutes(4)
    const [channel] = FakeChannel.open
    channel?.dispatchEvent(new MessageEvent('message', { data: 'touched' }))
    passMinutes(4)
    see('visible')
    expect(isLocked(ward)).toBe(false)
    expect([channel?.said, told(ward)]).toEqual([[], 0])

    touch()
    touch()
    expect(channel?.said).toHaveLength(1)
    passMinutes(5)
    expect(isLocked(ward)).toBe(true)
    cleanup()
    expect(FakeChannel.open).toEqual([])
  })
})
