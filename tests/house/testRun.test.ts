import { expect, test } from 'vitest'
import { runSteps, verdict } from '../../scripts/setUp/steps.mjs'
import { playwrightCounts, vitestCounts } from '../../scripts/setUp/testCounts.mjs'

const fine = { name: 'lint', act: () => undefined }
const broken = {
  name: 'types',
  act: () => {
    throw new Error('ended with 2')
  },
}
const tests = (passed: number, failed: number, skipped: number) => ({
  name: 'tests',
  act: failed > 0 ? broken.act : fine.act,
  counts: () => ({ passed, failed, skipped }),
})

/** Runs steps quietly and gives the last line's numbers. */
async function outcome(...steps: Parameters<typeof runSteps>[0]) {
  return verdict(await runSteps(steps, () => undefined))
}

test('all well counts the tests of both runners', async () => {
  expect(await outcome(fine, tests(40, 0, 0), tests(2, 0, 0))).toEqual({ passed: 42, failed: 0 })
})

test('a failed test, a skipped test and a failed step are each a failure', async () => {
  expect(await outcome(tests(40, 2, 0))).toEqual({ passed: 40, failed: 2 })
  expect(await outcome(tests(40, 0, 3))).toEqual({ passed: 40, failed: 3 })
  expect(await outcome(broken, tests(40, 0, 0))).toEqual({ passed: 40, failed: 1 })
})

test('a run that found no test failed', async () => {
  expect(await outcome(tests(0, 0, 0))).toEqual({ passed: 0, failed: 1 })
})

test('a runner that ends red with no failed test to show is a failure', async () => {
  expect(await outcome({ ...tests(40, 0, 0), act: broken.act })).toEqual({ passed: 40, failed: 1 })
})

test('a runner that leaves no report is a failure', async () => {
  const counts = () => vitestCounts('')
  expect(await outcome({ ...fine, counts })).toEqual({ passed: 0, failed: 1 })
})

test('a failed step lets the next ones run, a failed needed one ends the run', async () => {
  expect(await runSteps([broken, fine], () => undefined)).toHaveLength(2)
  expect(await runSteps([{ ...broken, needed: true }, fine], () => undefined)).toHaveLength(1)
})

test('each step is told with its time and its fault', async () => {
  const told: string[] = []
  await runSteps([fine, broken], (line) => told.push(line))
  expect(told).toEqual([
    expect.stringMatching(/^ok {3}lint \(\d+\.\d s\)$/),
    expect.stringMatching(/^FAIL types \(\d+\.\d s\): ended with 2$/),
  ])
})

test('the reports of both runners are read, and one without its counts is refused', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  expect(vitestCounts(JSON.stringify(vitest))).toEqual({ passed: 5, failed: 1, skipped: 3 })
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }
  expect(playwrightCounts(JSON.stringify({ stats }))).toEqual({ passed: 7, failed: 2, skipped: 1 })
  expect(() => vitestCounts('{}')).toThrow('counts')
  expect(() => playwrightCounts('{"stats":{}}')).toThrow('counts')
})
