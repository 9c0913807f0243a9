/** Advisories of these grades keep a release back. */
const GRADES = new Set(['moderate', 'high', 'critical'])

/**
 * What `npm audit --json` found: the lines to show and the exit code (0: nothing known, 1: something, 2: nobody could be
 * asked, which is no good news).
 * @param {string} answer
 * @returns {{ code: 0 | 1 | 2, lines: string[] }}
 */
export function auditVerdict(answer) {
  const found = vulnerabilitiesIn(answer)
  if (found === null) {
    return { code: 2, lines: ['The advisories could not be asked: nothing is known of them.'] }
  }
  const lines = Object.values(found)
    .filter(({ severity }) => GRADES.has(severity))
    .map(({ name, severity, range }) => `${name} ${range}: ${severity}`)
  return lines.length > 0 ? { code: 1, lines } : { code: 0, lines: ['No advisory is known.'] }
}

/**
 * @param {string} answer
 * @returns {Record<string, { name: string, severity: string, range: string }> | null}
 */
function vulnerabilitiesIn(answer) {
  try {
    const { vulnerabilities, error } = JSON.parse(answer)
    return error || typeof vulnerabilities !== 'object' ? null : vulnerabilities
  } catch {
    return null
  }
}
