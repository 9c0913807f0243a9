import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  firstLoadFiles,
  firstLoadKilobytes,
  overBudget,
} from '../../scripts/setUp/bundleBudget.mjs'

const manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  'src/Late.tsx': { file: 'assets/late.js', imports: ['_react.js'] },
}

/** Bytes that look random, so that they do not shrink, and are the same in every run. */
function incompressible(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${at}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}

test('the first load is the entry and all it imports, not what is loaded later', () => {
  expect(firstLoadFiles(manifest, '')).toEqual([
    'assets/index.js',
    'assets/shared.js',
    'assets/react.js',
  ])
})

test('what the page preloads belongs to the first load', () => {
  const page = '<link rel="modulepreload" crossorigin href="/assets/late.js">'
  expect(firstLoadFiles(manifest, page)).toContain('assets/late.js')
})

test('a manifest without an entry or with a gap is refused', () => {
  expect(() => firstLoadFiles({}, '')).toThrow('no entry')
  expect(() => firstLoadFiles({ a: { file: 'a.js', isEntry: true, imports: ['b'] } }, '')).toThrow(
    'lacks b',
  )
})

test('a first load above 150 kB is red, and up to it green', () => {
  const kilobytes = firstLoadKilobytes(['a', 'b'], () => incompressible(76_000))
  expect(kilobytes).toBeGreaterThan(152)
  expect(overBudget(kilobytes)).toBe(true)
  expect(overBudget(firstLoadKilobytes(['a'], () => incompressible(140_000)))).toBe(false)
  expect(overBudget(firstLoadKilobytes(['a'], () => Buffer.alloc(1_000_000)))).toBe(false)
})
