/** What one row of a Markdown table says, cell by cell, without the head and the rule below it. */
type Row = readonly string[]

/** What the hazard log is held against. */
export interface HazardFacts {
  readonly titles: readonly string[]
  readonly exists: (path: string) => boolean
}

const leastRooms = 10
const leastHazards = 48

/** What is wrong with the table below the heading "Where does ... live?" of the README. */
export function readmeFaults(readme: string, exists: (path: string) => boolean): string[] {
  const section = readme.split(/^#+ /m).find((part) => /^.*where does.*live/i.test(part)) ?? ''
  const rows = tableRows(section)
  if (rows.length < leastRooms) return [`"Where does ... live?" has ${rows.length} rows`]
  return rows.flatMap((row) => {
    const paths = codeSpans(row.slice(1).join(' ')).map((span) => span.split('#')[0] ?? '')
    if (paths.length === 0) return [`"${row[0]}" names no path`]
    return paths.filter((path) => !exists(path)).map((path) => `${path} does not exist`)
  })
}

/**
 * What is wrong with the hazard log. The last cell of each row names its proof in code spans: titles of tests, whole or
 * their beginning, and files of tests.
 */
export function hazardFaults(log: string, facts: HazardFacts): string[] {
  const rows = tableRows(log).filter((row) => /^H\d+$/.test(row[0] ?? ''))
  const ids = rows.map((row) => row[0] ?? '')
  return [
    ...(ids.length < leastHazards ? [`the log has ${ids.length} hazards`] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...rows.flatMap((row) => rowFaults(row, facts)),
  ]
}

function rowFaults(row: Row, facts: HazardFacts): string[] {
  const id = row[0] ?? ''
  const proof = row.at(-1) ?? ''
  const spans = codeSpans(proof)
  const files = spans.filter((span) => /^(tests|e2e)\//.test(span))
  const titles = spans.filter((span) => !files.includes(span))
  if (titles.length === 0) return [`${id} names no test`]
  if (/Not yet: [A-Z]+-\d/.test(proof)) return [`${id} still waits for a test`]
  return [
    ...files.filter((file) => !facts.exists(file)).map((file) => `${id}: no file ${file}`),
    ...titles
      .filter((title) => !facts.titles.some((full) => isNamed(full, title)))
      .map((title) => `${id}: no test "${title}"`),
  ]
}

/** A short beginning would match by luck. */
const leastTitleLength = 12

function isNamed(full: string, title: string): boolean {
  if (title.length < leastTitleLength) return false
  return full.split(' > ').some((_, at, parts) => parts.slice(at).join(' > ').startsWith(title))
}

/** The decision records that the architecture page does not link. */
export function unlinkedDecisions(architecture: string, decisions: readonly string[]): string[] {
  return decisions.filter((name) => !architecture.includes(`](decisions/${name})`))
}

function tableRows(markdown: string): Row[] {
  return markdown
    .split('\n')
    .filter((line) => line.trimStart().startsWith('|') && !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
    .slice(1)
}

function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}
