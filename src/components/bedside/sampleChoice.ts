import type { Chart, Collection } from '../../chart/chart.ts'
import type { Site } from '../../chart/fields.ts'
import type { StatedTime } from './statedTime.ts'

/** The sample that a result is of: a collection on the chart, or one stated with the result. */
export interface SampleDraft {
  /** A collection's entry, `stated` for one typed with the result, null where not yet said. */
  readonly collection: number | 'stated' | null
  readonly time: StatedTime
  readonly site: Site | null
  readonly accession: string
}

/** The collections that wait for a result, the latest first. */
export function awaitingResult(chart: Chart): readonly Collection[] {
  const resulted = new Set(
    chart.results
      .filter(({ struck, parsed }) => !struck && parsed.kind !== 'specimen-rejected')
      .map(({ collectionSeq }) => collectionSeq),
  )
  return chart.collections
    .filter(({ struck, seq }) => !struck && !resulted.has(seq))
    .toSorted((a, b) => b.at - a.at)
}

/** Every collection on the chart, the latest first: for a repeat assay or an amended report (NOMO-11). */
export function allCollections(chart: Chart): readonly Collection[] {
  return chart.collections.filter(({ struck }) => !struck).toSorted((a, b) => b.at - a.at)
}

/** The last result that was usable, in seconds, to compare a new one with (NOMO-18). */
export function lastUsableSeconds(chart: Chart): number | null {
  const last = chart.results.findLast(
    ({ struck, decidedBy, parsed }) => !struck && decidedBy !== null && parsed.kind === 'value',
  )
  return last?.parsed.kind === 'value' ? last.parsed.seconds : null
}
