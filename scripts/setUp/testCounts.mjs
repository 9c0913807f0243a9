/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What vitest's JSON report counted.
 * @param {string} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report)
  return counts(numPassedTests, numFailedTests, numPendingTests + numTodoTests)
}

/**
 * What Playwright's JSON report counted; a test that needed a second try failed.
 * @param {string} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(report).stats
  return counts(expected, unexpected + flaky, skipped)
}

/**
 * @param {unknown} passed
 * @param {unknown} failed
 * @param {unknown} skipped
 */
function counts(passed, failed, skipped) {
  if ([passed, failed, skipped].some((count) => !Number.isInteger(count))) {
    throw new Error('The report does not hold the counts it should.')
  }
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
}
