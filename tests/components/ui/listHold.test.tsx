import { beforeEach, expect, test } from 'vitest'
import { createListHold, type ListHold } from '../../../src/components/ui/listHold.ts'

const page = new EventTarget() as Window
let elapsed = 0
let timers: { at: number; call: () => void }[] = []
let hold: ListHold
let taken = 0
let leave = () => {}

beforeEach(() => {
  leave()
  elapsed = 0
  taken = 0
  timers = []
  hold = createListHold({
    now: () => elapsed,
    after(ms, call) {
      const timer = { at: elapsed + ms, call }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
  })
  leave = hold.hear(page)
})

function pass(ms: number): void {
  const end = elapsed + ms
  for (;;) {
    const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
    if (!next) break
    timers = timers.filter((each) => each !== next)
    elapsed = next.at
    next.call()
  }
  elapsed = end
}
function press(type: 'pointerdown' | 'pointerup', pointerId = 1, isPrimary = true): void {
  page.dispatchEvent(new PointerEvent(type, { pointerId, isPrimary }))
}
function wait(): () => void {
  const end = hold.wait(() => {
    taken += 1
    end()
  })
  return end
}

test('H15: nothing is held before anybody touches; a touch holds for 3 s', () => {
  expect(hold.isHeld()).toBe(false)
  page.dispatchEvent(new Event('touchmove'))
  expect(hold.isHeld()).toBe(true)
  wait()
  pass(2_999)
  expect(taken).toBe(0)
  pass(1)
  expect(taken).toBe(1)
  expect(hold.isWaiting()).toBe(false)
  expect(timers).toEqual([])
})

test('H15: a finger that rests holds until 3 s after it is lifted', () => {
  press('pointerdown')
  wait()
  pass(10_000)
  press('pointerup')
  pass(2_999)
  expect(taken).toBe(0)
  pass(1)
  expect(taken).toBe(1)
})

test('H9: however long somebody touches, a new order waits 20 s and no longer', () => {
  for (const touch of [() => page.dispatchEvent(new Event('wheel')), () => press('pointerdown')]) {
    taken = 0
    touch()
    wait()
    for (let second = 0; second < 19; second += 1) {
      pass(1_000)
      touch()
    }
    expect(taken).toBe(0)
    pass(1_000)
    expect(taken).toBe(1)
    press('pointerup')
    pass(3_000)
  }
})

test('a finger whose lifting was never told is over with the next one', () => {
  press('pointerdown', 7)
  press('pointerdown', 8)
  press('pointerup', 8)
  pass(3_000)
  expect(hold.isHeld()).toBe(false)
})

test('a second finger that is lifted lets nothing go', () => {
  press('pointerdown', 1)
  press('pointerdown', 2, false)
  press('pointerup', 2, false)
  pass(3_000)
  expect(hold.isHeld()).toBe(true)
})

test('a mouse over which the page has moved touches nothing', () => {
  page.dispatchEvent(new MouseEvent('pointermove'))
  expect(hold.isHeld()).toBe(false)
  page.dispatchEvent(new MouseEvent('pointermove', { movementX: 2 }))
  expect(hold.isHeld()).toBe(true)
})

test('whoever waits is told of it, and no timer outlives the page', () => {
  const told: boolean[] = []
  const end = hold.subscribe(() => told.push(hold.isWaiting()))
  press('pointerdown')
  const first = wait()
  const second = wait()
  expect(told).toEqual([true])
  first()
  expect(told).toEqual([true])
  second()
  expect(told).toEqual([true, false])
  wait()
  expect(timers).toHaveLength(1)
  leave()
  expect(timers).toEqual([])
  end()
})
