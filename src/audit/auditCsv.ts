import type { Behind, Figure, Value } from './figure.ts'
import { METRICS } from './metrics.ts'
import type { AuditReport, PeriodFigures } from './report.ts'

const HEAD = [
  'ward',
  'period',
  'from',
  'to',
  'metric',
  'label',
  'count',
  'of',
  'unit',
  'percent',
  'median_minutes',
  'shortest_minutes',
  'longest_minutes',
  'charts',
]

/** The audit as a table for a spreadsheet (RFC 4180): a row for each figure, charts by their ids, no patient's name. */
export function auditCsv({ wardId, periods }: AuditReport): string {
  const rows = periods.flatMap((period) => [
    infusionsRow(wardId, period),
    ...period.figures.map((figure) => figureRow(wardId, period, figure)),
  ])
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

type Cell = string | number | null

function infusionsRow(wardId: string, { name, from, to, infusions }: PeriodFigures): Cell[] {
  return rowOf([wardId, name, from, to, 'infusions', 'Infusions'], { count: infusions }, [])
}

function figureRow(wardId: string, { name, from, to }: PeriodFigures, figure: Figure): Cell[] {
  const { id, value, charts } = figure
  return rowOf([wardId, name, from, to, id, METRICS[id].label], numbersOf(value), charts)
}

interface Numbers {
  readonly count?: number
  readonly of?: number
  readonly unit?: string
  readonly percent?: number | null
  readonly median?: number | null
  readonly shortest?: number | null
  readonly longest?: number | null
}

function numbersOf(value: Value): Numbers {
  switch (value.kind) {
    case 'share':
      return { count: value.count, of: value.of, percent: value.percent }
    case 'count':
      return { count: value.count }
    case 'in-range':
      return { count: value.minutes, of: value.ofMinutes, unit: 'minutes', percent: value.percent }
    case 'curve':
      return { count: value.reached, of: value.of, median: value.medianMinutes }
    case 'between':
      return {
        of: value.of,
        median: value.medianMinutes,
        shortest: value.shortestMinutes,
        longest: value.longestMinutes,
      }
  }
}

function rowOf(head: readonly string[], numbers: Numbers, charts: readonly Behind[]): Cell[] {
  const { count, of, unit, percent, median, shortest, longest } = numbers
  const figures = [count, of, unit, percent, median, shortest, longest]
  const ids = [...new Set(charts.map(({ chartId }) => chartId))]
  return [...head, ...figures.map((figure) => figure ?? null), ids.join(' ')]
}

/** A spreadsheet would run what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/
const TO_QUOTE = /[",\r\n]/

/** One cell: empty where there is nothing, never a formula, quoted where it must be. */
function cell(value: Cell): string {
  if (value === null) return ''
  const text = String(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
