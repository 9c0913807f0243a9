import { cpus } from 'node:os'

const BEGIN = '<!-- measured by npm run torture -->'
const END = '<!-- end of what was measured -->'
const HEAD = ['| Promise | What was done | What came of it | When, on what |', '|---|---|---|---|']

/**
 * The page with its table of figures renewed: each line of `reports/promises.jsonl` takes the row of the same promise and
 * deed, and rows that were not measured again stay.
 * @param {string} page
 * @param {string} lines
 * @param {{ today?: string, machine?: string }} [on]
 */
export function measuredTable(
  page,
  lines,
  { today = new Date().toISOString().slice(0, 10), machine = machineInWords() } = {},
) {
  const [before, rest] = page.split(`${BEGIN}\n`)
  const [table, after] = (rest ?? '').split(END)
  if (rest === undefined || after === undefined) throw new Error('The page has lost its markers.')
  const rows = new Map(rowsOf(table ?? ''))
  for (const line of lines.split('\n').filter((each) => each !== '')) {
    const { promise, what, figure } = JSON.parse(line)
    rows.set(`${promise} ${what}`, `| ${promise} | ${what} | ${figure} | ${today}, ${machine} |`)
  }
  const sorted = [...rows.values()].sort((a, b) => promiseOf(a) - promiseOf(b))
  return `${before}${BEGIN}\n${[...HEAD, ...sorted].join('\n')}\n${END}${after}`
}

/**
 * @param {string} table
 * @returns {[string, string][]}
 */
function rowsOf(table) {
  return table
    .split('\n')
    .filter((row) => /^\| \d+ \|/.test(row))
    .map((row) => {
      const [, promise, what] = row.split('|').map((cell) => cell.trim())
      return [`${promise} ${what}`, row]
    })
}

/** @param {string} row */
function promiseOf(row) {
  return Number(row.split('|')[1])
}

function machineInWords() {
  return `${cpus().length} cores, Node ${process.versions.node}`
}
