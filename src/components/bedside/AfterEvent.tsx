import type { EntryOf } from '../../chart/entries.ts'
import type { SuspensionReason } from '../../chart/fields.ts'
import { openGuidelines } from '../../chart/openGuidelines.ts'
import { suspensionsBy } from '../../chart/suspensionsBy.ts'
import { suspensionText } from '../infusionWords.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Why } from '../rules/Why.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { GuidelineSteps } from './GuidelineSteps.tsx'
import styles from './StopDone.module.css'

type Recorded = EntryOf<'observationRecorded' | 'fallRecorded' | 'adverseEventRecorded'>

/** The two whose one action is STOP; nothing is stopped by recording them (BLEED-0). */
const STOPS = ['head-injury', 'suspected-major-bleed'] as const

/** What follows from what was just recorded: STOP as the one action, or the steps of its guideline. */
export function AfterEvent({ entry }: { entry: Recorded }) {
  const { chart } = useBedside()
  const { status } = chart.infusion
  const reasons = suspensionsBy(entry, chart.infusion)
  const grave = STOPS.find((reason) => reasons.includes(reason))
  const isOn = status !== 'ceased' && status !== 'not-started'
  if (grave && isOn) return <StopFirst entry={entry} reason={grave} />
  return <Follows entry={entry} reasons={reasons} offersStop={isOn && reasons.some(isCause)} />
}

function isCause(reason: SuspensionReason): boolean {
  return reason === 'allergic-reaction' || reason === 'suspected-hit'
}

function StopFirst({ entry, reason }: { entry: Recorded; reason: (typeof STOPS)[number] }) {
  const { chart } = useBedside()
  const isUnknown = entry.kind === 'fallRecorded' && entry.headInjury === 'not-known'
  return (
    <ActFrame title={`${sentenceCase(suspensionText(reason))}: STOP now`}>
      <p>
        {isUnknown && 'A head injury that is not ruled out counts as one (local decision). '}
        It is recorded, and the chart is suspended. The infusion is not stopped yet.
      </p>
      <LinkButton
        href={`/charts/${chart.chartId}/stop?reason=${reason}`}
        look="stop"
        icon="stop"
        wide
      >
        STOP the infusion
      </LinkButton>
      <Why rules={['BLEED-0', reason === 'head-injury' ? 'FALL-1' : 'BLEED-1']} />
    </ActFrame>
  )
}

interface FollowsProps {
  entry: Recorded
  reasons: readonly SuspensionReason[]
  offersStop: boolean
}

function Follows({ entry, reasons, offersStop }: FollowsProps) {
  const { chart } = useBedside()
  const home = `/charts/${chart.chartId}`
  const open = openGuidelines(chart).filter(({ aboutSeq }) => aboutSeq === entry.seq)
  return (
    <ActFrame title="Recorded">
      {reasons.length > 0 && (
        <Banner tone="soon" title={`Suspended: ${reasons.map(suspensionText).join('; ')}`}>
          Until an MO has cleared it heparin is not raised, restarted or given. Decreases, stops and
          samples go on. (BLEED-0)
        </Banner>
      )}
      {open.map((each) => (
        <GuidelineSteps key={each.guideline} open={each} />
      ))}
      <div className={styles.buttons}>
        {offersStop && (
          <LinkButton href={`${home}/stop?reason=${reasons[0]}`} look="stop" icon="stop">
            STOP the infusion
          </LinkButton>
        )}
        <LinkButton href={home} look="primary">
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
