/** Samples and their results: which sample a result belongs to, and when two results say the same (NOMO-11). */
import { type Instant, instantOf, minuteOf } from '../time.ts'
import type { Chart, Result } from './chart.ts'
import type { EntryOf } from './entries.ts'
import type { Site } from './fields.ts'

/** The sample behind a result: its collection on the chart, or what the result brought itself (NOMO-11). */
export interface Sample {
  readonly collectedAt: Instant
  readonly site: Site
  readonly accession: string | null
  readonly collectionSeq: number | null
}

export function sampleOf(
  collections: Chart['collections'],
  sample: EntryOf<'apttResulted'>['sample'],
): Sample | null {
  if (!('collectionSeq' in sample)) {
    const { collectedAt, site, accession = null } = sample
    return { collectedAt: instantOf(collectedAt), site, accession, collectionSeq: null }
  }
  const collection = collections.findLast(({ seq }) => seq === sample.collectionSeq)
  if (!collection) return null
  const { at, site, accession, seq } = collection
  return { collectedAt: at, site, accession, collectionSeq: seq }
}

/** NOMO-11: the same accession number, else the same minute of collection on this chart. */
export function isSameSample(a: Sample, b: Sample): boolean {
  if (a.collectionSeq !== null && a.collectionSeq === b.collectionSeq) return true
  if (a.accession !== null && b.accession !== null) return a.accession === b.accession
  return minuteOf(a.collectedAt) === minuteOf(b.collectedAt)
}

/** True when two results read the same: the same kind and the same seconds, however they were typed. */
export function isSameReading(a: Pick<Result, 'parsed'>, b: Pick<Result, 'parsed'>): boolean {
  const seconds = ({ parsed }: Pick<Result, 'parsed'>) =>
    'seconds' in parsed ? parsed.seconds : null
  return a.parsed.kind === b.parsed.kind && seconds(a) === seconds(b)
}
