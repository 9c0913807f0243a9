import { protocolOf, type Reading, readResult } from '../../chart/results.ts'
import type { Protocol } from '../../protocols/protocol.ts'
import { APTT_LIMITS } from '../../protocols/ward.ts'
import { isoOf, minutesBetween } from '../../time.ts'
import { relativeText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { adviceWords } from './adviceWords.ts'
import { useBedside } from './BedsideContext.ts'
import styles from './ResultPreview.module.css'
import { sampleFields } from './resultFields.ts'
import { SITE_WORDS } from './SitePicker.tsx'
import type { SampleDraft } from './sampleChoice.ts'
import { SAMPLE_WORDS } from './sampleWords.ts'

interface ResultPreviewProps {
  text: string
  sample: SampleDraft
  onBack: () => void
  /** The result is on the chart, under this number. */
  onDone: (seq: number) => void
}

/** The result as it will stand on the chart, and in one line what it means: the same reading that the server makes. */
export function ResultPreview({ text, sample, onBack, onDone }: ResultPreviewProps) {
  const { chart, now, zone, serverNow } = useBedside()
  const fields = sampleFields(sample, now, zone)
  const build = (expectedVersion: number): Built => {
    const at = serverNow()
    const now = sampleFields(sample, at, zone)
    if (now.kind === 'missing') return now
    return {
      kind: 'act',
      act: {
        kind: 'recordResult',
        expectedVersion,
        happenedAt: isoOf(at),
        text,
        sample: now.sample,
      },
    }
  }
  const reading =
    fields.kind === 'sample' ? readResult(chart, { text, sample: fields.sample }, now) : null
  const drawn = reading?.sample ?? null
  const isFigure =
    reading?.parsed.kind !== 'specimen-rejected' && reading?.parsed.kind !== 'unclottable'
  return (
    <ActFrame title="Is this what the report says?" onBack={onBack}>
      <p className={styles.text}>
        {text}
        {isFigure && <span className={styles.unit}> seconds</span>}
      </p>
      {drawn !== null && (
        <p className={styles.sample}>
          Collected {relativeText(drawn.collectedAt, now, zone)}. {SITE_WORDS[drawn.site]}.
        </p>
      )}
      <Means read={reading} />
      {drawn !== null &&
        minutesBetween(drawn.collectedAt, now) > APTT_LIMITS.lateTubeHours * 60 && (
          <Banner
            tone="soon"
            title={`Resulted more than ${APTT_LIMITS.lateTubeHours} hours after collection`}
          >
            An unseparated sample on heparin can read falsely low. Ask the laboratory when it was
            separated. (NOMO-14)
          </Banner>
        )}
      <ActForm build={build} submitLabel="Save the result" onDone={(entry) => onDone(entry.seq)} />
    </ActFrame>
  )
}

function Means({ read }: { read: Reading | null }) {
  const { chart } = useBedside()
  const protocol = protocolOf(chart)
  if (read === null || protocol === null) return null
  if (read.use === 'usable' && read.advice !== null) {
    return <p className={styles.means}>{adviceWords(read.advice, protocol).headline}</p>
  }
  const words = SAMPLE_WORDS[read.use]
  return (
    <Banner tone="soon" title={words.title}>
      <p>{words.why}</p>
      <p>{words.next}</p>
      {aboveTarget(read.parsed, protocol) && <p>STOP stays offered, top right.</p>}
    </Banner>
  )
}

function aboveTarget(parsed: Reading['parsed'], protocol: Protocol): boolean {
  return 'seconds' in parsed && parsed.seconds > protocol.therapeuticRange.toSeconds
}
