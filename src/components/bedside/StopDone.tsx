import type { Entry } from '../../chart/entries.ts'
import { type OpenGuideline, openGuidelines } from '../../chart/openGuidelines.ts'
import { SIGNATURE_TIMES } from '../../protocols/ward.ts'
import { instantOf } from '../../time.ts'
import { clockText, rateText, relativeText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { GuidelineSteps } from './GuidelineSteps.tsx'
import { RuleTags } from './RuleTags.tsx'
import styles from './StopDone.module.css'
import { STOP_REASONS } from './stopReasons.ts'

/** What the stop did, and what follows from it, by its reason. */
export function StopDone({ entry }: { entry: Entry }) {
  const { chart, zone } = useBedside()
  const open = entry.kind === 'infusionCeased' ? openGuidelines(chart).filter(isOfCause) : []
  const at = clockText(instantOf(entry.happenedAt), zone)
  const { follows, rules } = useFollows(entry)
  const unsigned = 'identity' in entry && entry.identity === 'unconfirmed'
  return (
    <ActFrame title={null}>
      <h1 className={styles.title}>
        {entry.kind === 'infusionCeased' ? 'Ceased' : 'Stopped'} at {at}. Is the pump off?
      </h1>
      <ol className={styles.follows}>
        <li>Turn the pump off, if that is not done.</li>
        {follows.map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>
          A second person countersigns: due in {SIGNATURE_TIMES.countersignDueAfterMinutes} min,
          overdue after {SIGNATURE_TIMES.countersignOverdueAfterMinutes} min.
        </li>
      </ol>
      <p>
        <RuleTags rules={rules} />
      </p>
      {open.map((each) => (
        <GuidelineSteps key={`${each.guideline}-${each.aboutSeq}`} open={each} />
      ))}
      {unsigned && (
        <Banner tone="soon" title="Your own signature is still due">
          The stop counts. It is recorded as “identity unconfirmed” until you sign it.
        </Banner>
      )}
      <div className={styles.buttons}>
        <LinkButton href={`/charts/${chart.chartId}/countersign?seq=${entry.seq}`}>
          {unsigned ? 'Sign it now' : 'Countersign now'}
        </LinkButton>
        <LinkButton look="primary" href={`/charts/${chart.chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}

/** The steps of what it was ceased for; events that wait for a review stand on the chart (BLEED-1, FALL-1). */
function isOfCause({ guideline }: OpenGuideline): boolean {
  return guideline !== 'adverse-event' && guideline !== 'procedure' && guideline !== 'minor-bleed'
}

function useFollows(entry: Entry): { follows: readonly string[]; rules: readonly string[] } {
  const { now, zone } = useBedside()
  if (entry.kind === 'infusionCeased') {
    if (Object.hasOwn(STOP_REASONS, entry.reason)) {
      return STOP_REASONS[entry.reason as keyof typeof STOP_REASONS]
    }
    return {
      follows: ['Heparin is ceased: only an MO’s new prescription leads back to it.'],
      rules: ['SIGN-5', 'RECOM-1'],
    }
  }
  // Without a hold the stop is provisional, whatever reason was given (SIGN-5).
  if (entry.kind !== 'infusionStopped' || entry.restartNotBefore === null) {
    return STOP_REASONS.concern
  }
  const { restartNotBefore, restartRateMlPerHour } = entry
  return {
    follows: [
      'Call the MO for the assessment during the stop.',
      `Restart not before ${relativeText(instantOf(restartNotBefore), now, zone)}${restartRateMlPerHour === null ? '; an AMO or registrar orders the rate (NOMO-5)' : `, at ${rateText(restartRateMlPerHour)}`}.`,
    ],
    rules: ['SIGN-5', 'NOMO-10', 'TIME-3'],
  }
}
