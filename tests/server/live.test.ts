import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { standingClock } from '../../server/clock.ts'
import { BEAT_EVERY_MS, createLive, type Live, type Viewer } from '../../server/live.ts'
import { instantOf } from '../../src/time.ts'
import { note, opening } from './support/entries.ts'

const clock = standingClock(instantOf('2027-03-10T00:00:00Z'))
let live: Live

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  live = createLive(clock)
})
afterEach(() => {
  live.close()
  vi.useRealTimers()
})

/** Somebody who watches a ward, and what they heard. */
function viewer(wardId: string, sessionKey = 'one', elsewhere: Viewer['elsewhere'] = new Map()) {
  const heard: string[] = []
  let keepsUp = true
  const watching: Viewer = {
    wardId,
    userId: 'rn.adams',
    sessionKey,
    elsewhere,
    sink: {
      write(event) {
        if (keepsUp) heard.push(event.toString())
        return keepsUp
      },
      end: () => heard.push('end'),
    },
  }
  return { watching, heard, fallBehind: () => (keepsUp = false) }
}

const chartId = '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'
const entry = { ...opening(chartId).entry, hash: '0'.repeat(64) } as Parameters<Live['publish']>[1]
const nothing = async () => []

describe('the live stream', () => {
  test('begins with the ward, then tells entries of that ward only', async () => {
    const here = viewer('7-west')
    const there = viewer('ccu')
    await live.watch(here.watching, async () => [{ chartId, seq: 3 }])
    await live.watch(there.watching, nothing)

    live.publish(['7-west'], entry)

    expect(here.heard).toEqual([
      `event: ward\ndata: {"now":"2027-03-10T00:00:00Z","charts":[{"chartId":"${chartId}","seq":3}]}\n\n`,
      `event: entry\ndata: ${JSON.stringify({ chartId, entry })}\n\n`,
    ])
    expect(there.heard).toHaveLength(1)
  })

  test('H34: does not beat while it is not informed of what others commit, and beats again when it is', async () => {
    let isInformed = true
    const informed = createLive(clock, () => isInformed)
    const { watching, heard } = viewer('7-west')
    await informed.watch(watching, nothing)
    const beats = () => heard.filter((event) => event.startsWith('event: beat')).length
    vi.advanceTimersByTime(BEAT_EVERY_MS)
    expect(beats()).toBe(1)

    isInformed = false
    vi.advanceTimersByTime(4 * BEAT_EVERY_MS)
    expect(beats()).toBe(1)

    isInformed = true
    vi.advanceTimersByTime(BEAT_EVERY_MS)
    expect(beats()).toBe(2)
    informed.close()
  })

  test('an entry committed while the ward is read follows it and is not lost', async () => {
    const { watching, heard } = viewer('7-west')

    await live.watch(watching, async () => {
      live.publish(['7-west'], entry)
      live.beat()
      return []
    })

    expect(heard.map((event) => event.split('\n')[0])).toEqual([
      'event: ward',
      'event: entry',
      'event: beat',
    ])
  })

  test('CHART-8: a transfer is told to both wards, once to each', async () => {
    const here = viewer('7-west')
    const there = viewer('ccu')
    await live.watch(here.watching, nothing)
    await live.watch(there.watching, nothing)

    live.publish(['7-west', 'ccu'], entry)
    live.publish(['7-west', '7-west'], entry)

    expect(here.heard).toHaveLength(3)
    expect(there.heard).toHaveLength(2)
  })

  test('an emergency access brings its chart alone, once, until it ends or its viewer leaves', async () => {
    const ward = standingClock(clock.now())
    const open = createLive(ward)
    const until = instantOf('2027-03-10T04:00:00Z')
    const guest = viewer('ccu', 'one', new Map([[chartId, until]]))
    const other = viewer('ccu', 'two', new Map([['another chart', until]]))
    const early = viewer('ccu', 'three', new Map([[chartId, until]]))
    await open.watch(guest.watching, nothing)
    await open.watch(other.watching, nothing)
    await open.watch(early.watching, async () => {
      open.publish(['7-west'], entry)
      return []
    })

    open.publish(['7-west', 'ccu'], entry)
    open.leave(early.watching)
    open.publish(['7-west'], entry)
    ward.moveTo(until)
    open.publish(['7-west'], entry)

    expect(guest.heard).toHaveLength(4)
    expect(other.heard).toHaveLength(2)
    expect(early.heard.map((event) => event.split('\n')[0])).toEqual([
      'event: ward',
      'event: entry',
      'event: entry',
    ])
    open.close()
  })

  test('beats every five seconds with the clinical time', async () => {
    const { watching, heard } = viewer('7-west')
    await live.watch(watching, nothing)

    vi.advanceTimersByTime(BEAT_EVERY_MS - 1)
    expect(heard).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(heard[1]).toBe('event: beat\ndata: {"now":"2027-03-10T00:00:00Z"}\n\n')
    vi.advanceTimersByTime(BEAT_EVERY_MS)
    expect(heard).toHaveLength(3)
    expect(BEAT_EVERY_MS).toBe(5_000)
  })

  test('a viewer that falls behind is cut off; the others go on', async () => {
    const slow = viewer('7-west')
    const quick = viewer('7-west')
    await live.watch(slow.watching, nothing)
    await live.watch(quick.watching, nothing)

    slow.fallBehind()
    live.publish(['7-west'], entry)
    live.beat()

    expect(slow.heard.slice(1)).toEqual(['end'])
    expect(quick.heard).toHaveLength(3)
  })

  test('one who left hears nothing more, also when they leave before the ward was read', async () => {
    const left = viewer('7-west')
    const early = viewer('7-west')
    await live.watch(left.watching, nothing)
    live.leave(left.watching)
    await live.watch(early.watching, async () => {
      live.leave(early.watching)
      return []
    })

    live.beat()

    expect(left.heard).toHaveLength(1)
    expect(early.heard).toEqual([])
  })

  test('signing out ends the streams of that session only', async () => {
    const own = viewer('7-west', 'one')
    const other = viewer('7-west', 'two')
    await live.watch(own.watching, nothing)
    await live.watch(other.watching, nothing)

    live.endSession('one')
    live.beat()

    expect(own.heard.slice(1)).toEqual(['end'])
    expect(other.heard).toHaveLength(2)
  })

  test('closing ends every stream and stops the beat', async () => {
    const { watching, heard } = viewer('7-west')
    await live.watch(watching, nothing)

    live.close()
    vi.advanceTimersByTime(2 * BEAT_EVERY_MS)

    expect(heard.slice(1)).toEqual(['end'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('an event is framed once, however many watch', async () => {
  const seen = new Set<Buffer>()
  for (let count = 0; count < 3; count += 1) {
    const { watching } = viewer('7-west')
    const write = (event: Buffer) => {
      if (event.includes('event: entry')) seen.add(event)
      return true
    }
    await live.watch({ ...watching, sink: { ...watching.sink, write } }, nothing)
  }
  live.publish(['7-west'], { ...note(opening(chartId), 'x').entry, hash: '' } as typeof entry)
  expect(seen.size).toBe(1)
})
