import type { BoardRow } from '../../store/wire.ts'

/** What a step knows of the ward: its board and the chart that is open. */
export interface TourGround {
  readonly rows: readonly BoardRow[]
  readonly openChart: string | null
}

export interface TourStep {
  readonly title: string
  readonly words: string
  /** The page it stands on; null: wherever the reader is. */
  readonly page: (ground: TourGround) => string | null
  /** The element it points at, as a selector. */
  readonly points: string
  /** Signing is shown: the PINs of the demonstration are told. */
  readonly tellsPins?: boolean
}

/** What the tour shows, in the order of a nurse's first hour. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The ward board',
    words:
      'Every heparin chart of the ward, the most urgent first. Each row says what is next, for whom, and what the pump runs. Patients and people here are made up: whatever you try harms nobody.',
    page: () => '/',
    points: 'main ol > li a',
  },
  {
    title: 'What is due',
    words:
      'The same ward as a list of tasks in three priorities. Each line has its clock, whose it is and its rule; the button leads to where it is done.',
    page: () => '/due',
    points: 'main section[aria-label]',
  },
  {
    title: 'One chart',
    words:
      'The patient stands at the top of every page of the chart. Below it, the one next step and its button. “Why?” under it opens the rule.',
    page: ({ rows }) => chartAt(chartToShow(rows)),
    points: 'section[aria-labelledby="next-step"]',
  },
  {
    title: 'STOP',
    words:
      'At the same place on every page of a chart, and on the sign-in page too. It opens the reasons; the tap on a reason stops. Nothing holds it up: no PIN, no second person, no network.',
    page: ({ rows, openChart }) => chartAt(openChart ?? chartToShow(rows)),
    points: 'section[aria-label="Patient"] a[href$="/stop"]',
  },
  {
    title: 'Give a result',
    words:
      'Key what the laboratory reports, for example 82.4, and read the nomogram: the result is on the chart, with the row it falls in. What cannot be an APTT is refused. Or only look, and go on.',
    page: ({ rows, openChart }) => chartAt(openChart ?? chartToShow(rows), 'result'),
    points: 'main input',
  },
  {
    title: 'Two signatures',
    words:
      'Whatever changes the dose has two people. The first signs here; then the tablet changes hands, the second works the figure out unseen and reads the pump. Only then does it count.',
    page: (ground) => signedAt(ground),
    points: 'main section[aria-label="Signature"], main h1',
    tellsPins: true,
  },
  {
    title: 'Where the rules stand',
    words:
      'Every refusal and every figure names its rule. This book has all of them, with what the procedure says and what was decided here. “Help”, at the top of each screen, says which ones a page follows.',
    page: () => '/rules',
    points: '#NOMO-9',
  },
  {
    title: 'Leave the tablet',
    words:
      'Open the menu with your name and lock it, or switch person: what is half typed waits for its author. Left alone it locks itself. That is all; “Help” brings the tour back.',
    page: () => '/',
    points: 'header summary',
  },
]

function chartAt(chartId: string | null, act?: string): string | null {
  if (chartId === null) return null
  return act === undefined ? `/charts/${chartId}` : `/charts/${chartId}/${act}`
}

/** The chart on which a result can be given; else one whose result waits to be acted on; else the most urgent. */
function chartToShow(rows: readonly BoardRow[]): string | null {
  const waits = (kind: string) => rows.find(({ next }) => next?.kind === kind)
  return (waits('aptt-result') ?? waits('titration') ?? rows[0])?.chartId ?? null
}

/**
 * Where a signature is asked for: the result just given, another one of the ward, or a check that waits. Left for some
 * hours, a demonstration has none of these any more: then the start of a chart that has not begun, which no time ends.
 */
function signedAt({ rows, openChart }: TourGround): string | null {
  const toActOn = rows.filter(({ next }) => next?.kind === 'titration')
  const own = toActOn.find(({ chartId }) => chartId === openChart) ?? toActOn[0]
  if (own) return chartAt(own.chartId, 'titrate')
  const pending = rows.find((row) => row.pending !== null && row.pending !== undefined)
  if (pending) return chartAt(pending.chartId, 'check')
  const toStart = rows.find(
    ({ infusion, protocol }) => infusion.status === 'not-started' && protocol,
  )
  return toStart ? chartAt(toStart.chartId, 'start') : chartAt(openChart)
}
