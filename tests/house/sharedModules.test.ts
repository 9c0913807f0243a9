import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from './filesUnder.ts'

/** Only the promises' files load their modules afresh: elsewhere another file would meet the one put in place. */
const mayReplace = (path: string) => path.startsWith('tests/promises/')
const replaces = (source: string) => /\bvi\.(mock|doMock|resetModules)\(/.test(source)

test('no test puts another module in the place of one that its neighbours share', () => {
  const files = filesUnder('tests').filter((path) => /\.tsx?$/.test(path) && !mayReplace(path))
  const self = 'tests/house/sharedModules.test.ts'
  const faulty = files.filter((path) => path !== self && replaces(readFileSync(path, 'utf8')))
  expect(faulty).toEqual([])
  // What the look finds, and what it leaves alone.
  expect(replaces("vi.mock('../../src/chart/policy.ts')")).toBe(true)
  expect(replaces('vi.mocked(now).mockReturnValue(0)')).toBe(false)
})
