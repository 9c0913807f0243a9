import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceHash } from '../../scripts/setUp/build.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heparin-chart-hash-'))
  mkdirSync(join(folder, 'chart'))
  writeFileSync(join(folder, 'chart', 'fold.ts'), 'one')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('the same sources have the same hash', () => {
  const before = sourceHash([folder])
  writeFileSync(join(folder, 'chart', 'fold.ts'), 'one')
  expect(sourceHash([folder])).toBe(before)
})

test.each([
  ['changed', () => writeFileSync(join(folder, 'chart', 'fold.ts'), 'two')],
  ['added', () => writeFileSync(join(folder, 'new.ts'), '')],
  ['renamed', () => renameSync(join(folder, 'chart', 'fold.ts'), join(folder, 'chart', 'b.ts'))],
  ['removed', () => rmSync(join(folder, 'chart', 'fold.ts'))],
])('a file that is %s asks for a new build', (_, change) => {
  const before = sourceHash([folder])
  change()
  expect(sourceHash([folder])).not.toBe(before)
})
