import type { Chart } from '../../chart/chart.ts'
import type { Site } from '../../chart/fields.ts'
import { protocolOf, type Reading, readResult } from '../../chart/results.ts'
import { APTT_LIMITS } from '../../protocols/ward.ts'
import { type Instant, isoOf, minutesBetween, type TimeZone } from '../../time.ts'
import { relativeText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { ReadingMeans } from './ReadingMeans.tsx'
import styles from './ResultPreview.module.css'
import { type SampleFields, sampleFields, withSite } from './resultFields.ts'
import { SITE_WORDS, SitePicker } from './SitePicker.tsx'
import type { SampleDraft } from './sampleChoice.ts'

interface ResultPreviewProps {
  text: string
  sample: SampleDraft
  onSite: (site: Site) => void
  onBack: () => void
  /** The result is on the chart, under this number. */
  onDone: (seq: number) => void
}

const MINUTES_PER_HOUR = 60

/** The result as it will stand on the chart, and in one line what it means: the same reading that the server makes. */
export function ResultPreview({ text, sample, onSite, onBack, onDone }: ResultPreviewProps) {
  const { chart, now, zone, serverNow } = useBedside()
  const build = (expectedVersion: number): Built => {
    const at = serverNow()
    const told = toldSample(chart, text, sample, at, zone)
    if (told.kind === 'missing') return told
    const happenedAt = isoOf(at)
    return {
      kind: 'act',
      act: { kind: 'recordResult', expectedVersion, happenedAt, text, sample: told.sample },
    }
  }
  const told = toldSample(chart, text, sample, now, zone)
  const reading =
    told.kind === 'sample' ? readResult(chart, { text, sample: told.sample }, now) : null
  return (
    <ActFrame title="Is this what the report says?" onBack={onBack}>
      <p className={styles.text}>
        {text}
        {reading && 'seconds' in reading.parsed && <span className={styles.unit}> seconds</span>}
      </p>
      {reading?.sample && (
        <p className={styles.sample}>
          Collected {relativeText(reading.sample.collectedAt, now, zone)}.{' '}
          {SITE_WORDS[reading.sample.site]}.
        </p>
      )}
      {reading && <ReadingMeans reading={reading} />}
      {isSiteAsked(chart, text, sample, now) && <SitePicker site={sample.site} onSite={onSite} />}
      {reading && <LateTube reading={reading} />}
      <ActForm build={build} submitLabel="Save the result" onDone={(entry) => onDone(entry.seq)} />
    </ActFrame>
  )
}

/** The sample, with the site asked again where it was not known and the value is high (NOMO-13). */
function toldSample(
  chart: Chart,
  text: string,
  draft: SampleDraft,
  at: Instant,
  zone: TimeZone,
): SampleFields {
  const fields = sampleFields(draft, at, zone)
  if (fields.kind === 'missing') return fields
  const drawn = readResult(chart, { text, sample: fields.sample }, at).sample
  if (drawn === null || !isSiteAsked(chart, text, draft, at)) return fields
  return { kind: 'sample', sample: withSite(fields.sample, drawn, draft.site) }
}

/** NOMO-13: asked again only if it was not recorded and the value lies above the therapeutic range. */
function isSiteAsked(
  chart: Chart,
  text: string,
  { collection }: SampleDraft,
  at: Instant,
): boolean {
  const protocol = protocolOf(chart)
  if (protocol === null || typeof collection !== 'number') return false
  const { parsed, sample } = readResult(chart, { text, sample: { collectionSeq: collection } }, at)
  const isHigh =
    parsed.kind === 'unclottable' ||
    ('seconds' in parsed && parsed.seconds > protocol.therapeuticRange.toSeconds)
  return isHigh && sample?.site === 'not-known'
}

/** NOMO-14: an unseparated tube of a heparinised patient reads falsely low. */
function LateTube({ reading: { sample } }: { reading: Reading }) {
  const { now } = useBedside()
  const limit = APTT_LIMITS.lateTubeHours * MINUTES_PER_HOUR
  if (sample === null || minutesBetween(sample.collectedAt, now) <= limit) return null
  return (
    <Banner
      tone="soon"
      title={`Resulted more than ${APTT_LIMITS.lateTubeHours} hours after collection`}
    >
      An unseparated sample on heparin can read falsely low. Ask the laboratory when it was
      separated. (NOMO-14)
    </Banner>
  )
}
