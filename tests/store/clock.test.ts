import { expect, test } from 'vitest'
import { createServerClock } from '../../src/store/clock.ts'
import { type Instant, plusMinutes } from '../../src/time.ts'

const HALF_PAST = Date.parse('2027-03-10T04:30:20Z') as Instant

function clockWithHands() {
  let elapsed = 5_000
  let wall = Date.parse('2004-01-01T00:00:00Z')
  let tick: { ms: number; call: () => void } | null = null
  const clock = createServerClock({
    elapsed: () => elapsed,
    wall: () => wall,
    after: (ms, call) => {
      tick = { ms, call }
      return () => {
        tick = null
      }
    },
  })
  return {
    clock,
    pass: (ms: number) => {
      elapsed += ms
      wall += ms
    },
    /** The tablet sleeps (or somebody sets its clock): only its own clock moves. */
    sleep: (ms: number) => {
      wall += ms
    },
    nextTick: () => tick?.ms,
    tick: () => tick?.call(),
  }
}

test('before the server has told its time there is none', () => {
  const { clock } = clockWithHands()
  expect(() => clock.now()).toThrow(RangeError)
  expect(() => clock.shown()).toThrow(RangeError)
})

test('the time is the server’s, moved on by what has elapsed', () => {
  const { clock, pass } = clockWithHands()
  clock.sync(HALF_PAST)
  pass(90_000)
  expect(clock.now()).toBe(HALF_PAST + 90_000)
})

test('the shown time moves at the full minute, and tells who reads it', () => {
  const { clock, pass, nextTick, tick } = clockWithHands()
  let told = 0
  clock.sync(HALF_PAST)
  clock.subscribe(() => {
    told += 1
  })
  expect(nextTick()).toBe(40_000)
  pass(10_000)
  expect(clock.shown()).toBe(HALF_PAST)
  pass(30_000)
  tick()
  expect(clock.shown()).toBe(HALF_PAST + 40_000)
  expect(told).toBe(1)
})

test('a beat within the minute re-draws nothing; a clock that was moved back shows at once', () => {
  const { clock, pass } = clockWithHands()
  clock.sync(HALF_PAST)
  pass(5_000)
  clock.sync((HALF_PAST + 5_000) as Instant)
  expect(clock.shown()).toBe(HALF_PAST)
  clock.sync(plusMinutes(HALF_PAST, -60))
  expect(clock.shown()).toBe(plusMinutes(HALF_PAST, -60))
})

test('a new entry brings the shown time up to now, so that nothing on a chart lies in its future', () => {
  const { clock, pass } = clockWithHands()
  clock.sync(HALF_PAST)
  pass(15_000)
  clock.refresh()
  expect(clock.shown()).toBe(HALF_PAST + 15_000)
})

test('H34: after a sleep, which only the tablet’s own clock has counted, that clock’s difference counts and is said', () => {
  const { clock, pass, sleep } = clockWithHands()
  clock.sync(HALF_PAST)
  pass(60_000)
  expect(clock.wake()).toBe('server')
  sleep(20 * 60_000)
  expect(clock.wake()).toBe('tablet')
  expect(clock.now()).toBe(HALF_PAST + 21 * 60_000)
  clock.sync(HALF_PAST)
  expect(clock.wake()).toBe('server')
})

test('H34: a tablet clock that somebody sets back never makes an age shorter: it is then not known, until the server tells the time', () => {
  const { clock, pass, sleep } = clockWithHands()
  clock.sync(HALF_PAST)
  pass(10 * 60_000)
  sleep(-5 * 60_000)
  expect(clock.wake()).toBe('unknown')
  expect(clock.now()).toBe(HALF_PAST + 10 * 60_000)
  sleep(3_600_000)
  expect(clock.wake()).toBe('unknown')
  clock.sync(HALF_PAST)
  pass(1_000)
  expect(clock.now()).toBe(HALF_PAST + 1_000)
})

test('H34: opened again without the server, the time goes on from what was told by the difference of the tablet’s clock, and backwards by what passes on the page alone', () => {
  const { clock, pass } = clockWithHands()
  const wall = Date.parse('2004-01-01T00:00:00Z')
  expect(clock.resume({ now: HALF_PAST, wall: wall - 90_000 })).toBe('tablet')
  pass(30_000)
  expect(clock.now()).toBe(HALF_PAST + 120_000)
  expect(clock.resume({ now: HALF_PAST, wall: wall + 60_000 })).toBe('unknown')
  expect(clock.now()).toBe(HALF_PAST)
  pass(600_000)
  expect(clock.now()).toBe(HALF_PAST + 600_000)
  expect(clock.isKnown()).toBe(false)
})
