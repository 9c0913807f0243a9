import { act } from '@testing-library/react'

let clock = 1_000

/**
 * Strikes keys on what has the focus as a keyboard or a scanner does, so many milliseconds apart by the events' own
 * times, and types what nobody held back.
 * @returns whether the last key did what it does by itself (Enter confirms, Tab goes on)
 */
export function strikeKeys(keys: readonly string[], gapMs: number): boolean {
  let isLetThrough = true
  for (const key of keys) {
    clock += gapMs
    isLetThrough = strike(key, clock)
  }
  // The next keys are another hand's.
  clock += 10_000
  return isLetThrough
}

/** What a scanner types: the code, and Enter, a key every 8 ms. */
export function scan(code: string): boolean {
  return strikeKeys([...code, 'Enter'], 8)
}

function strike(key: string, at: number): boolean {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: at })
  let isLetThrough = true
  act(() => {
    isLetThrough = target.dispatchEvent(event)
    if (isLetThrough && key.length === 1 && isTyped(target)) {
      target.setRangeText(key, target.value.length, target.value.length, 'end')
      target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  })
  return isLetThrough
}

function isTyped(target: Element): target is HTMLInputElement {
  return target instanceof HTMLInputElement && /^(text|password)$/.test(target.type)
}
