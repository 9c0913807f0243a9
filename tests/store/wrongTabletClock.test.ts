import { expect, test } from 'vitest'
import { type ClockBasis, createServerClock } from '../../src/store/clock.ts'
import { type Instant, isoOf, plusHours, plusMinutes } from '../../src/time.ts'
import { fakeWard, NOW } from '../support/fakeWard.ts'

const YEAR_MS = 31_557_600_000

/** A server's clock on a tablet whose own clock is wrong, and may be set while it runs. */
function onTablet(errorMs: number) {
  let elapsed = 0
  const device = { errorMs }
  const clock = createServerClock({
    elapsed: () => elapsed,
    wall: () => NOW + elapsed + device.errorMs,
    after: () => () => {},
  })
  const pass = (minutes: number) => {
    elapsed += minutes * 60_000
  }
  return { clock, device, pass }
}

test.each([-30, -9, 8, 70])(
  'NOMO-8, H11: a tablet clock off by %d years changes no time that the screens show',
  (years) => {
    const { clock, pass } = onTablet(years * YEAR_MS)
    clock.sync(NOW)
    pass(90)
    expect(isoOf(clock.now())).toBe(isoOf(plusMinutes(NOW, 90)))
    expect(clock.wake()).toBe('server')
    expect(isoOf(clock.now())).toBe(isoOf(plusMinutes(NOW, 90)))
  },
)

test.each([
  ['years ahead', 8 * YEAR_MS],
  ['two days ahead', 48 * 3_600_000],
  ['years back', -9 * YEAR_MS],
  ['an hour back', -3_600_000],
])(
  'NOMO-8, H11: a tablet clock that is set %s while the tablet sleeps makes the time unknown, never another',
  (_, jump) => {
    const { clock, device, pass } = onTablet(3 * YEAR_MS)
    clock.sync(NOW)
    pass(10)
    device.errorMs += jump
    expect(clock.wake()).toBe('unknown' satisfies ClockBasis)
    expect(isoOf(clock.now())).toBe(isoOf(plusMinutes(NOW, 10)))
    clock.sync(plusHours(NOW, 1))
    expect(isoOf(clock.now())).toBe(isoOf(plusHours(NOW, 1)))
  },
)

test('NOMO-8, H11: a page opened again after its tablet’s clock was set years ahead shows no time of that clock', () => {
  const { clock } = onTablet(0)
  expect(clock.resume({ now: NOW, wall: NOW - 8 * YEAR_MS })).toBe('unknown')
  expect(isoOf(clock.now())).toBe(isoOf(NOW))
})

test('SIGN-7, H36: what is sent from a tablet years off is stated in the server’s time', async () => {
  const ward = fakeWard({ wall: () => NOW + 8 * YEAR_MS })
  await ward.store.start()
  ward.stream('beat', { now: isoOf(NOW) })
  ward.pass(4_000)
  const { clock } = ward.store
  expect(isoOf(clock.now())).toBe(isoOf((NOW + 4_000) as Instant))
})
