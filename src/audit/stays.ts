import type { Chart } from '../chart/chart.ts'
import { earlierOf, type Instant, instantOf, laterOf } from '../time.ts'
import type { ChartFacts, Span, Stay } from './facts.ts'

/** On which ward a chart was, and when: a transfer moves it (CHART-8). */
export function staysOf({ entries, struck, openedAt }: Chart): Stay[] {
  const stays: Stay[] = []
  for (const entry of entries) {
    if (entry.kind !== 'chartOpened' && entry.kind !== 'wardTransferred') continue
    if (struck.has(entry.seq)) continue
    const before = stays.pop()
    // A transfer told late never makes a stay end before it began.
    const from = laterOf(instantOf(entry.happenedAt), before?.from ?? openedAt)
    if (before) stays.push({ ...before, to: from })
    stays.push({ wardId: entry.wardId, from, to: null })
  }
  return stays
}

/** A ward and a period: what the audit is asked for. */
export interface Asked extends Span {
  readonly wardId: string
}

/** The parts of a period in which a chart was on the ward. */
export function windowsOf({ stays }: Pick<ChartFacts, 'stays'>, asked: Asked): Span[] {
  return stays
    .filter(({ wardId }) => wardId === asked.wardId)
    .map(({ from, to }) => overlap({ from, to: to ?? asked.to }, asked))
    .filter((window) => window !== null)
}

/** The common part of two spans, or null. */
export function overlap(a: Span, b: Span): Span | null {
  const from = laterOf(a.from, b.from)
  const to = earlierOf(a.to, b.to)
  return from < to ? { from, to } : null
}

/** True when an instant lies in one of the spans. */
export function isWithin(at: Instant, windows: readonly Span[]): boolean {
  return windows.some(({ from, to }) => at >= from && at < to)
}

/** The milliseconds that spans have in common with windows. */
export function msWithin(spans: readonly Span[], windows: readonly Span[]): number {
  const parts = spans.flatMap((span) => windows.map((window) => overlap(span, window)))
  return parts.reduce((sum, part) => sum + (part ? part.to - part.from : 0), 0)
}
