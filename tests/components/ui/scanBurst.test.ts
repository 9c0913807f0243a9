import { expect, test } from 'vitest'
import {
  burstWith,
  endsScan,
  SCAN_GAP_MS,
  SCAN_LEAST_KEYS,
  type ScanBurst,
} from '../../../src/components/ui/scanBurst.ts'

/** Keys struck that far apart, and how long after the last one Enter comes. */
function struck(keys: string, gapMs: number): { burst: ScanBurst | null; at: number } {
  let burst: ScanBurst | null = null
  let at = 0
  for (const key of keys) {
    at += gapMs
    burst = burstWith(burst, key, at)
  }
  return { burst, at }
}

test.each([
  ['a scanner, 8 ms a key', '9000017', 8, 8, true],
  ['a slow scanner, at the limit', '9000017', SCAN_GAP_MS, SCAN_GAP_MS, true],
  ['just slower than the limit', '9000017', SCAN_GAP_MS + 1, 8, false],
  ['a fast typist, 100 ms a key', '9000017', 100, 100, false],
  ['the code fast, Enter by a hand', '9000017', 8, 400, false],
  ['the fewest keys', '9'.repeat(SCAN_LEAST_KEYS), 8, 8, true],
  ['one key fewer: a rate keyed in a hurry', '9'.repeat(SCAN_LEAST_KEYS - 1), 8, 8, false],
])('CHART-2: %s', (_, keys, gapMs, endMs, isScan) => {
  const { burst, at } = struck(keys, gapMs)
  expect(endsScan(burst, at + endMs)).toBe(isScan)
})

test('CHART-2: what was typed slowly before a scan is no part of its text', () => {
  let burst = burstWith(null, '1', 0)
  burst = burstWith(burst, '4', 300)
  for (const [index, key] of [...'9000017'].entries())
    burst = burstWith(burst, key, 900 + index * 8)
  expect(burst.text).toBe('9000017')
})
