import type { EntryOf } from '../../chart/entries.ts'
import type { Site } from '../../chart/fields.ts'
import type { Reading } from '../../chart/results.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { SITE_LABEL } from './SitePicker.tsx'
import type { SampleDraft } from './sampleChoice.ts'
import { readTime, timeFault } from './statedTime.ts'

type Drawn = NonNullable<Reading['sample']>
type Sample = EntryOf<'apttResulted'>['sample']

/** The sample as the result carries it, or what about it is still missing. */
export type SampleFields =
  | { readonly kind: 'sample'; readonly sample: Sample }
  | ({ readonly kind: 'missing' } & Fault)

/** What asks for the sample, and for the time of one that the chart does not know yet. */
export const SAMPLE_FIELDS = {
  which: 'Which sample is the result of?',
  time: 'When was it collected? 24-hour clock',
} as const

const RULES = ['NOMO-11', 'NOMO-13']

/** Reads the sample chosen: a collection by its number, or a time and site typed with the result (NOMO-11, NOMO-13). */
export function sampleFields(draft: SampleDraft, now: Instant, zone: TimeZone): SampleFields {
  const missing = (reason: string, field: string): SampleFields => ({
    kind: 'missing',
    reason,
    rules: RULES,
    field,
  })
  if (draft.collection === null) {
    return missing('Say which sample the result is of.', SAMPLE_FIELDS.which)
  }
  if (draft.collection !== 'stated') {
    return { kind: 'sample', sample: { collectionSeq: draft.collection } }
  }
  if (draft.site === null) return missing('Say where the sample was taken.', SITE_LABEL)
  const when = readTime({ ...draft.time, mode: 'stated' }, now, zone)
  if (when.kind !== 'at') return { ...timeFault(when, SAMPLE_FIELDS.time, RULES), kind: 'missing' }
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
