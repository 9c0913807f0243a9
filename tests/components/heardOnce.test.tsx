import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { hearAloud, saidAgain } from '../../e2e/support/heardAloud.ts'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { NOW } from '../support/fakeWard.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const observers: MutationObserver[] = []

/** Begins to hear; the page is shared with other tests, which are not listened to. */
function hear(): readonly string[] {
  const Observer = MutationObserver
  vi.stubGlobal(
    'MutationObserver',
    class extends Observer {
      constructor(call: MutationCallback) {
        super(call)
        observers.push(this)
      }
    },
  )
  hearAloud()
  vi.unstubAllGlobals()
  return window.heardAloud ?? []
}
afterEach(() => {
  for (const observer of observers.splice(0)) observer.disconnect()
})

/** A tablet on the ward, with what it says aloud; each step lets the observer speak. */
async function listened() {
  const ward = await renderOnWard('/')
  await screen.findByRole('heading', { name: /Heparin infusions/ })
  let passed = 0
  const pass = (ms: number) =>
    act(async () => {
      passed += ms
      ward.pass(ms)
    })
  const beat = () =>
    act(async () => ward.stream('beat', { now: isoOf(plusMinutes(NOW, passed / 60_000)) }))
  await beat()
  const heard = hear()
  const stale = () => heard.filter((words) => words.includes('Not up to date'))
  return { pass, beat, heard, stale }
}

test('H34, H40: that the screen is out of date is heard once, however long it lasts, and anew when it happens again', async () => {
  const { pass, beat, heard, stale } = await listened()
  await pass(15_000)
  expect(stale()).toHaveLength(1)
  expect(stale()[0]).toContain('The pump and the paper chart count')
  for (let minute = 0; minute < 10; minute += 1) await pass(60_000)
  expect(screen.getByText(/since 15:00, 10 min ago/)).toBeVisible()
  expect(stale()).toHaveLength(1)
  expect(saidAgain(heard)).toEqual([])

  await beat()
  expect(screen.queryByText(/Not up to date/)).toBeNull()
  expect(stale()).toHaveLength(1)
  await pass(15_000)
  expect(stale()).toHaveLength(2)
})

test('a band that ticks aloud is caught', async () => {
  const { pass, heard, stale } = await listened()
  await pass(15_000)
  for (const still of document.querySelectorAll('[role=alert] [aria-live=off]')) {
    still.removeAttribute('aria-live')
  }
  await pass(60_000)
  await pass(60_000)
  expect(stale().length).toBeGreaterThan(1)
  expect(saidAgain(heard)).not.toEqual([])
})
