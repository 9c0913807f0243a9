/** @typedef {import('./testCounts.mjs').Counts} Counts */
/** @typedef {{ name: string, needed?: boolean, act: () => unknown, counts?: () => Counts }} Step `needed`: nothing after it makes sense without it. */
/** @typedef {{ name: string, ok: boolean, counts: Counts | null }} Result */

/**
 * Takes the steps one after the other, telling of each how long it took and what was wrong with it; ends early only after a needed one failed.
 * @param {readonly Step[]} steps
 * @param {(line: string) => void} [tell]
 * @returns {Promise<Result[]>}
 */
export async function runSteps(steps, tell = (line) => process.stdout.write(`${line}\n`)) {
  /** @type {Result[]} */
  const results = []
  for (const step of steps) {
    const began = performance.now()
    const { fault, said } = await attempt(step.act)
    const result = withCounts(step, fault)
    results.push(result)
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    tell(`${result.ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)${fault ?? said}`)
    if (!result.ok && step.needed) break
  }
  return results
}

/**
 * The numbers of the last line: tests as their runners counted them; a skipped test failed, and so did a step that has no failed test to show for it.
 * @param {readonly Result[]} results
 */
export function verdict(results) {
  let passed = 0
  let failed = 0
  for (const { ok, counts } of results) {
    passed += counts?.passed ?? 0
    const failures = (counts?.failed ?? 0) + (counts?.skipped ?? 0)
    failed += ok ? failures : Math.max(failures, 1)
  }
  return { passed, failed }
}

/** @param {() => unknown} act */
async function attempt(act) {
  try {
    const said = await act()
    return { fault: null, said: typeof said === 'string' ? `: ${said}` : '' }
  } catch (error) {
    return { fault: `: ${error instanceof Error ? error.message : error}`, said: '' }
  }
}

/**
 * @param {Step} step
 * @param {string | null} fault
 * @returns {Result}
 */
function withCounts({ name, counts }, fault) {
  if (counts === undefined) return { name, ok: fault === null, counts: null }
  try {
    const counted = counts()
    const ok = fault === null && counted.failed + counted.skipped === 0 && counted.passed > 0
    return { name, ok, counts: counted }
  } catch {
    return { name, ok: false, counts: null }
  }
}
