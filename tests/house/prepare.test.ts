import { expect, test, vi } from 'vitest'
import { findBrowser } from '../../scripts/setUp/browser.mjs'
import { prepare } from '../../scripts/setUp/prepare.mjs'

const none = 'The tests need it and there is none.'

test('what stands there is used and nothing is installed', () => {
  const install = vi.fn()
  expect(prepare({ find: () => 'program', install, none })).toBe('program')
  expect(install).not.toHaveBeenCalled()
})

test('what is missing is installed once', () => {
  let there = false
  const install = vi.fn(() => {
    there = true
  })
  expect(prepare({ find: () => (there ? 'program' : null), install, none })).toBe('program')
  expect(install).toHaveBeenCalledTimes(1)
})

test('what cannot be had ends the run with its reason', () => {
  expect(() => prepare({ find: () => null, install: () => undefined, none })).toThrow(none)
})

test('a chosen browser that does not exist is told, not replaced', () => {
  vi.stubEnv('CHROMIUM_PATH', 'no/such/program')
  expect(() => findBrowser()).toThrow('CHROMIUM_PATH names no program: no/such/program')
  vi.unstubAllEnvs()
})

test('a chosen browser is used', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findBrowser()).toBe(process.execPath)
  vi.unstubAllEnvs()
})
