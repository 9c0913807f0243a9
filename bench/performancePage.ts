import type { Row } from './goal.ts'

/** A goal as it was measured. */
export interface Measured {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

const BEGIN = '<!-- measured by npm run bench -->'
const END = '<!-- end of what was measured -->'
const HEAD = [
  '| Goal | Against | Measured | Asked | | When, on what |',
  '|---|---|---|---|---|---|',
] as const

/**
 * The page with the rows of one goal renewed; the rows of the others stay, in the order of the goals.
 * @throws Error for a page without its markers
 */
export function performancePage(
  page: string,
  { id, title, rows }: Measured,
  { today, machine }: { readonly today: string; readonly machine: string },
): string {
  const [before, rest] = page.split(`${BEGIN}\n`)
  const [table, after] = (rest ?? '').split(END)
  if (rest === undefined || after === undefined) throw new Error('The page has lost its markers.')
  const others = (table ?? '')
    .split('\n')
    .filter((line) => goalOf(line) !== null && goalOf(line) !== Number(id.slice(1)))
  const own = rows.map(
    (row) =>
      `| ${id}: ${title} | ${row.against} | ${row.figure} | ${row.asked} | ${verdict(row)} | ${today}, ${machine} |`,
  )
  const lines = [...others, ...own].sort((a, b) => (goalOf(a) ?? 0) - (goalOf(b) ?? 0))
  return `${before}${BEGIN}\n${[...HEAD, ...lines].join('\n')}\n${END}${after}`
}

function verdict({ met }: Row): string {
  if (met === null) return ''
  return met ? 'met' : '**missed**'
}

function goalOf(line: string): number | null {
  const number = /^\| G(\d+):/.exec(line)?.[1]
  return number === undefined ? null : Number(number)
}
