import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SCAN_GAP_MS } from '../../../src/components/ui/scanBurst.ts'
import {
  FIGURES_ONLY,
  listenForScans,
  type ScanEar,
} from '../../../src/components/ui/scanListener.ts'
import { scan, strikeKeys } from '../../support/strikeKeys.ts'

const MRN = '9000017'
let end: () => void
const hear = vi.fn<ScanEar>()

beforeEach(() => {
  vi.useFakeTimers()
  hear.mockReset().mockReturnValue(true)
  end = listenForScans(hear)
})
afterEach(() => {
  end()
  document.body.replaceChildren()
  vi.useRealTimers()
})

function field(isForFigures: boolean, type = 'text'): HTMLInputElement {
  const input = document.createElement('input')
  input.type = type
  if (isForFigures) for (const name of Object.keys(FIGURES_ONLY)) input.setAttribute(name, '')
  document.body.append(input)
  input.focus()
  return input
}
const settle = () => act(() => vi.advanceTimersByTime(SCAN_GAP_MS + 1))

test.each(['text', 'password'])(
  'H14, SIGN-3: a scan into a field of figures (%s) fills nothing, not for a moment, and its Enter confirms nothing',
  (type) => {
    const rate = field(true, type)
    rate.value = '1'
    const seen: string[] = []
    rate.addEventListener('input', () => seen.push(rate.value))
    expect(scan(MRN)).toBe(false)
    settle()
    expect(rate.value).toBe('1')
    expect(seen).toEqual([])
    expect(hear).toHaveBeenCalledExactlyOnceWith(MRN, 'page')
  },
)

test('H14: the same keys do fill a field that is not held: the harness would see it', () => {
  end()
  const rate = field(true)
  expect(scan(MRN)).toBe(true)
  expect(rate.value).toBe(MRN)
})

test('CHART-2: slow typing is no scan: the figure stands, and Enter confirms it', () => {
  const rate = field(true)
  for (const key of '9000017') {
    strikeKeys([key], 100)
    settle()
  }
  expect(rate.value).toBe(MRN)
  expect(strikeKeys(['Enter'], 100)).toBe(true)
  expect(hear).not.toHaveBeenCalled()
})

test('CHART-2: a short figure struck fast, with its Enter, is typed before Enter confirms it', () => {
  const rate = field(true)
  expect(strikeKeys(['1', '2', 'Enter'], 8)).toBe(true)
  expect(rate.value).toBe('12')
  expect(hear).not.toHaveBeenCalled()
})

test('CHART-2: a key held down repeats as fast as a scanner, and is none', () => {
  field(true)
  const repeated = new KeyboardEvent('keydown', { key: '9', repeat: true, bubbles: true })
  for (let each = 0; each < 8; each += 1) document.activeElement?.dispatchEvent(repeated)
  expect(strikeKeys(['Enter'], 8)).toBe(true)
  expect(hear).not.toHaveBeenCalled()
})

test('CHART-2: a tap on a button finds typed what was typed, however fast', () => {
  const pin = field(true, 'password')
  strikeKeys([...'271828'], 8)
  window.dispatchEvent(new Event('pointerdown'))
  expect(pin.value).toBe('271828')
  expect(hear).not.toHaveBeenCalled()
})

test('CHART-9: a code that nobody takes stays in a field for words: a bag’s batch number', () => {
  hear.mockReturnValue(false)
  const batch = field(false)
  expect(scan('HK2291')).toBe(true)
  expect(batch.value).toBe('HK2291')
  expect(hear).toHaveBeenCalledExactlyOnceWith('HK2291', 'words')
})

test('CHART-2: a wristband scanned while a field for words has the focus is taken out of it again', () => {
  const note = field(false)
  note.value = 'Hung by '
  expect(scan(MRN)).toBe(false)
  expect(note.value).toBe('Hung by ')
})

test('CHART-2: with the focus nowhere a scan is heard, and its Enter presses no button', () => {
  const button = document.createElement('button')
  document.body.append(button)
  button.focus()
  expect(scan(MRN)).toBe(false)
  expect(hear).toHaveBeenCalledExactlyOnceWith(MRN, 'page')
})
