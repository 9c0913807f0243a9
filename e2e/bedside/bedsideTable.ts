import { type Counts, NOTHING, secondsOf } from './handModel.ts'
import { type Flow, type PaperStep, paperCounts, paperSteps } from './paperSteps.ts'

/** What is counted, in the table's words and order. */
export const FLOWS: Readonly<Record<Flow, string>> = {
  titrate: 'From the result to the pump read back: the rate changes',
  start: 'Bolus and start',
  hold: 'From the result to the stop with a hold, countersigned',
  stop: 'STOP for a bleed, signed afterwards',
  restart: 'Restart after the hold',
}

/** What a titration may ask of a nurse and a checker, figures and PINs aside. */
export const TITRATION_LIMITS = { screens: 3, taps: 12 } as const

const COLUMNS: Readonly<Record<keyof Counts, string>> = {
  screens: 'Screens',
  questions: 'Taken in',
  taps: 'Taps',
  figures: 'Figures keyed',
  pins: 'PIN figures',
  characters: 'Characters written',
  lookedUp: 'Rows looked up',
  workedOut: 'Worked out by head',
  passedOn: 'Handed over',
}

/** Between these lines of the page stands what `npm run bedside` writes. */
const BEGIN = '<!-- counted: written by npm run bedside -->'
const END = '<!-- end of what is counted -->'

/** The counted part of the page: the table, and the paper's steps one by one. */
export function countedPart(counted: Readonly<Record<Flow, Counts>>): string {
  return [BEGIN, '', ...tableOf(counted), '', ...stepsOnPaper(), END].join('\n')
}

/** What the page says is counted. @throws Error for a page without its marks */
export function countedPartOf(page: string): string {
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from === -1 || to < from) throw new Error('the page has lost the marks of its counted part')
  return page.slice(from, to + END.length)
}

/** The figures of the rows of a page's table, by flow and whether on the screen or on paper. */
export function rowsOf(
  page: string,
): { flow: string; on: string; counts: Counts; seconds: number }[] {
  const names = Object.keys(COLUMNS) as (keyof Counts)[]
  return [...countedPartOf(page).matchAll(/^\| ([^|]+) \| (screen|paper) \| ([\d |]+) \|$/gm)].map(
    ([, flow = '', on = '', figures = '']) => {
      const all = figures.split('|').map(Number)
      const counts = Object.fromEntries(names.map((name, index) => [name, all[index] ?? 0]))
      return { flow, on, counts: { ...NOTHING, ...counts }, seconds: all[names.length] ?? 0 }
    },
  )
}

function tableOf(counted: Readonly<Record<Flow, Counts>>): string[] {
  const heads = ['What is done', 'On', ...Object.values(COLUMNS), 'Seconds']
  return [
    `| ${heads.join(' | ')} |`,
    `|---|---|${heads
      .slice(2)
      .map(() => '--:|')
      .join('')}`,
    ...flows().flatMap((flow) => [
      rowOf(FLOWS[flow], 'screen', counted[flow]),
      rowOf(FLOWS[flow], 'paper', paperCounts(flow)),
    ]),
  ]
}

function rowOf(flow: string, on: string, counts: Counts): string {
  const names = Object.keys(COLUMNS) as (keyof Counts)[]
  const figures = [...names.map((name) => counts[name]), secondsOf(counts)]
  return `| ${flow} | ${on} | ${figures.join(' | ')} |`
}

function stepsOnPaper(): string[] {
  return flows().flatMap((flow) => [
    `### On paper: ${FLOWS[flow].toLowerCase()}`,
    '',
    ...paperSteps[flow].map(
      ({ who, does, asks }: PaperStep, index) =>
        `${index + 1}. The ${who} ${does}: ${asked(asks)}.`,
    ),
    '',
  ])
}

function asked(asks: Partial<Counts>): string {
  const names = Object.keys(COLUMNS) as (keyof Counts)[]
  return names
    .filter((name) => (asks[name] ?? 0) > 0)
    .map((name) => `${COLUMNS[name].toLowerCase()} ${asks[name]}`)
    .join(', ')
}

function flows(): Flow[] {
  return Object.keys(FLOWS) as Flow[]
}
