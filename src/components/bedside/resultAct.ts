import type { Chart } from '../../chart/chart.ts'
import { protocolOf, readResult } from '../../chart/results.ts'
import { APTT_LIMITS } from '../../protocols/ward.ts'
import { type Instant, isoOf, minutesBetween, type TimeZone } from '../../time.ts'
import type { Built } from './ActForm.tsx'
import { type SampleFields, sampleFields, withSite } from './resultFields.ts'
import type { SampleDraft } from './sampleChoice.ts'

/** A result as it is being entered: the chart, what was keyed, of which sample, and when. */
export interface Entering {
  readonly chart: Chart
  readonly text: string
  readonly sample: SampleDraft
  readonly at: Instant
  readonly zone: TimeZone
}

const MINUTES_PER_HOUR = 60

/** The command that puts a result on the record, or what about its sample is still missing. */
export function resultAct(entering: Entering, expectedVersion: number): Built {
  const { text, at } = entering
  const told = toldSample(entering)
  // What asks for the sample stands on the step before.
  if (told.kind === 'missing') return { ...told, field: null }
  const happenedAt = isoOf(at)
  return {
    kind: 'act',
    act: { kind: 'recordResult', expectedVersion, happenedAt, text, sample: told.sample },
  }
}

/** The sample, with the site asked again where it was not known and the value is high (NOMO-13). */
export function toldSample(entering: Entering): SampleFields {
  const { chart, text, sample, at, zone } = entering
  const fields = sampleFields(sample, at, zone)
  if (fields.kind === 'missing') return fields
  const drawn = readResult(chart, { text, sample: fields.sample }, at).sample
  if (drawn === null || !isSiteAsked(entering)) return fields
  return { kind: 'sample', sample: withSite(fields.sample, drawn, sample.site) }
}

/** NOMO-13: asked again only if it was not recorded and the value lies above the therapeutic range. */
export function isSiteAsked({ chart, text, sample, at }: Omit<Entering, 'zone'>): boolean {
  const { collection } = sample
  const protocol = protocolOf(chart)
  if (protocol === null || typeof collection !== 'number') return false
  const read = readResult(chart, { text, sample: { collectionSeq: collection } }, at)
  const { parsed } = read
  const isHigh =
    parsed.kind === 'unclottable' ||
    ('seconds' in parsed && parsed.seconds > protocol.therapeuticRange.toSeconds)
  return isHigh && read.sample?.site === 'not-known'
}

/** NOMO-14: the tube was resulted late, and an unseparated one of a heparinised patient reads falsely low. */
export function isLateTube(collectedAt: Instant, at: Instant): boolean {
  return minutesBetween(collectedAt, at) > APTT_LIMITS.lateTubeHours * MINUTES_PER_HOUR
}

/**
 * True where nothing is left to ask or to say before a keyed value goes on the record: the sample is usable, the
 * nomogram has a step, and no site or late tube is in question. What it says stands on the next page with the value.
 */
export function isPlain(entering: Entering): boolean {
  const told = toldSample(entering)
  if (told.kind === 'missing' || isSiteAsked(entering)) return false
  const { chart, text, at } = entering
  const { parsed, sample, use, advice } = readResult(chart, { text, sample: told.sample }, at)
  if (parsed.kind !== 'value' || use !== 'usable' || sample === null) return false
  return advice !== null && advice.kind !== 'refer' && !isLateTube(sample.collectedAt, at)
}
