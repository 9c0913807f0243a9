import type { Site } from '../../chart/fields.ts'
import { type Reading, readResult } from '../../chart/results.ts'
import { APTT_LIMITS } from '../../protocols/ward.ts'
import { relativeText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { ActForm } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AsSent } from './AsSent.tsx'
import { useBedside } from './BedsideContext.ts'
import { ReadingMeans } from './ReadingMeans.tsx'
import styles from './ResultPreview.module.css'
import { isLateTube, isSiteAsked, resultAct, toldSample } from './resultAct.ts'
import { SITE_WORDS, SitePicker } from './SitePicker.tsx'
import type { SampleDraft } from './sampleChoice.ts'
import type { Sending } from './useSending.ts'

interface ResultPreviewProps {
  text: string
  sample: SampleDraft
  onSite: (site: Site) => void
  /** Left out while what was sent has no answer yet. */
  onBack?: (() => void) | undefined
  /** Where the result was sent already and no good answer came. */
  begun: Sending
  /** The result is on the chart, under this number. */
  onDone: (seq: number) => void
}

/** The result as it will stand on the chart, and in one line what it means: the same reading that the server makes. */
export function ResultPreview({ text, sample, onSite, onBack, begun, onDone }: ResultPreviewProps) {
  const { chart, now, zone, serverNow } = useBedside()
  const entering = { chart, text, sample, at: now, zone }
  const told = toldSample(entering)
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
      {isSiteAsked(entering) && (
        <AsSent isSent={begun.state.kind === 'lost'}>
          <SitePicker site={sample.site} onSite={onSite} />
        </AsSent>
      )}
      {reading && <LateTube reading={reading} />}
      <ActForm
        build={(seenVersion) => resultAct({ ...entering, at: serverNow() }, seenVersion)}
        begun={begun}
        submitLabel="Save the result"
        onDone={(entry) => onDone(entry.seq)}
      />
    </ActFrame>
  )
}

/** NOMO-14: an unseparated tube of a heparinised patient reads falsely low. */
function LateTube({ reading: { sample } }: { reading: Reading }) {
  const { now } = useBedside()
  if (sample === null || !isLateTube(sample.collectedAt, now)) return null
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
