import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { z } from 'zod/mini'

const report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
})

test('a test that writes to the console fails', () => {
  const { stdout } = spawnSync(
    'node_modules/.bin/vitest',
    ['run', '--config', 'tests/house/planted/vitest.config.ts', '--root', '.', '--reporter=json'],
    { encoding: 'utf8' },
  )
  const results = report
    .parse(JSON.parse(stdout))
    .testResults.flatMap(({ assertionResults }) => assertionResults)
  expect(results.map(({ title, status }) => [title, status])).toEqual([
    ['writes to the console', 'failed'],
    ['warns on the console', 'failed'],
    ['is silent', 'passed'],
  ])
})
