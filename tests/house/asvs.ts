/** The requirements of levels 1 and 2 of ASVS 5.0.0: of each section so many, from 1 on. Those of level 3 stand behind them. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
}

/** The numbers of every requirement of both levels, in order. */
export const REQUIREMENTS: readonly string[] = Object.entries(SECTIONS).flatMap(
  ([section, count]) => Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
)

const STATES = ['met', 'not applicable', 'not met']
const LEAST_REASON = 7
const LEAST_TITLE = 7

/** What the checklist is held against. */
export interface AsvsFacts {
  readonly titles: readonly string[]
  readonly exists: (path: string) => boolean
}

/** What is wrong with the checklist. */
export function asvsFaults(checklist: string, facts: AsvsFacts): string[] {
  const rows = rowsOf(checklist)
  const numbers = rows.flatMap(({ number }) => numbersOf(number))
  const notMet = rows.filter(({ state }) => state === 'not met')
  const counted = notMet.flatMap(({ number }) => numbersOf(number)).length
  return [
    ...REQUIREMENTS.filter((number) => !numbers.includes(number)).map((n) => `${n} is missing`),
    ...numbers.filter((n) => !REQUIREMENTS.includes(n)).map((n) => `${n} is no requirement`),
    ...numbers.filter((n, at) => numbers.indexOf(n) !== at).map((n) => `${n} stands twice`),
    ...chapterFaults(checklist, numbers),
    ...(checklist.includes(`Not met at present: ${counted}.`) ? [] : [`${counted} are not met`]),
    ...rows.flatMap((row) => rowFaults(row, facts)),
  ]
}

interface Row {
  readonly number: string
  readonly state: string
  readonly said: string
}

function rowsOf(checklist: string): Row[] {
  return checklist
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [number = '', , state = '', said = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim())
      return { number, state, said }
    })
}

/** `4.3.1 to 4.3.2` is both. */
function numbersOf(cell: string): string[] {
  const [from = '', to = from] = cell.split(' to ')
  const section = from.slice(0, from.lastIndexOf('.'))
  const last = Number(to.slice(to.lastIndexOf('.') + 1))
  const first = Number(from.slice(from.lastIndexOf('.') + 1))
  return Array.from({ length: last - first + 1 }, (_, at) => `${section}.${first + at}`)
}

function chapterFaults(checklist: string, numbers: readonly string[]): string[] {
  return [...checklist.matchAll(/^## V(\d+) .*\((\d+)\)$/gm)].flatMap(([, chapter, count]) => {
    const found = numbers.filter((number) => number.startsWith(`${chapter}.`)).length
    return found === Number(count) ? [] : [`V${chapter} has ${found}, not ${count}`]
  })
}

function rowFaults({ number, state, said }: Row, { titles, exists }: AsvsFacts): string[] {
  if (!STATES.includes(state)) return [`${number} has the state "${state}"`]
  const spans = [...said.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  const paths = spans.filter(
    (span) => /^[\w./-]+$/.test(span) && /[./]/.test(span) && !span.startsWith('/'),
  )
  const named = spans.filter((span) => titles.some((title) => isNamed(title, span)))
  const faults = paths.filter((path) => !exists(path) && !titles.some((t) => isNamed(t, path)))
  return [
    ...faults.map((path) => `${number}: no file ${path}`),
    ...spans
      .filter((span) => / /.test(span) && /^[A-Za-z%]/.test(span) && !isCode(span))
      .filter((span) => !named.includes(span))
      .map((span) => `${number}: no test "${span}"`),
    ...(state === 'met' && paths.length === 0 ? [`${number} names no file`] : []),
    ...(state === 'met' && named.length === 0 && !paths.some((path) => path.startsWith('docs/'))
      ? [`${number} names no test`]
      : []),
    ...(state !== 'met' && said.length < LEAST_REASON ? [`${number} gives no reason`] : []),
  ]
}

/** A command line or a directive, not a title. */
function isCode(span: string): boolean {
  return /^(npm run|frame-ancestors) /.test(span)
}

function isNamed(title: string, span: string): boolean {
  if (span.length < LEAST_TITLE) return false
  return title.split(' > ').some((_, at, parts) => parts.slice(at).join(' > ').startsWith(span))
}
