import type { EntryOf } from '../../chart/entries.ts'
import type { Site } from '../../chart/fields.ts'
import type { Reading } from '../../chart/results.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { SampleDraft } from './sampleChoice.ts'
import { readTime } from './statedTime.ts'

type Drawn = NonNullable<Reading['sample']>
type Sample = EntryOf<'apttResulted'>['sample']

/** The sample as the result carries it, or what about it is still missing. */
export type SampleFields =
  | { readonly kind: 'sample'; readonly sample: Sample }
  | { readonly kind: 'missing'; readonly reason: string; readonly rules: readonly string[] }

/** Reads the sample chosen: a collection by its number, or a time and site typed with the result (NOMO-11, NOMO-13). */
export function sampleFields(draft: SampleDraft, now: Instant, zone: TimeZone): SampleFields {
  const missing = (reason: string): SampleFields => ({
    kind: 'missing',
    reason,
    rules: ['NOMO-11', 'NOMO-13'],
  })
  if (draft.collection === null) return missing('Say which sample the result is of.')
  if (draft.collection !== 'stated') {
    return { kind: 'sample', sample: { collectionSeq: draft.collection } }
  }
  if (draft.site === null) return missing('Say where the sample was taken.')
  const when = readTime({ ...draft.time, mode: 'stated' }, now, zone)
  if (when.kind === 'refused') return missing(when.reason)
  if (when.kind === 'ambiguous') return missing('Say which of the two times it was.')
  const accession = draft.accession.trim()
  return {
    kind: 'sample',
    sample: {
      collectedAt: isoOf(when.at),
      site: draft.site,
      ...(accession === '' ? {} : { accession }),
    },
  }
}

/**
 * The sample with its site told at result entry, where none was known at collection: the same sample by its minute
 * and number, as a result may bring it itself (NOMO-11, NOMO-13).
 */
export function withSite(sample: Sample, drawn: Drawn, site: Site | null): Sample {
  if (!('collectionSeq' in sample) || drawn.site !== 'not-known') return sample
  if (site === null || site === 'not-known') return sample
  const { accession } = drawn
  return {
    collectedAt: isoOf(drawn.collectedAt),
    site,
    ...(accession === null ? {} : { accession }),
  }
}
