import { weightReview } from '../../chart/weightReview.ts'
import { kgText, rateText, unitsText } from '../../wording.ts'
import { Why } from '../rules/Why.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import { DoseMargin } from './DoseMargin.tsx'

type Side = NonNullable<ReturnType<typeof weightReview>>['measured']

/** The starting doses of both weights side by side, for the MO's review; neither changes the pump (INIT-6). */
export function WeightDiffers() {
  const review = weightReview(useBedside().chart)
  if (review === null) return null
  return (
    <Banner tone="quiet" title="The measured weight gives another starting dose">
      <ul>
        <li>Prescribed for {sideText(review.prescribedFor)}</li>
        <li>Now {sideText(review.measured)}</li>
      </ul>
      <p>The running rate stays as it is until you order another one.</p>
      <Why question="How the new dose was worked out" rules={['INIT-6']}>
        <DoseMargin dose={review.measured.dose} part="rate" />
      </Why>
    </Banner>
  )
}

function sideText({ kg, method, dose }: Side): string {
  const weight = `${kgText(kg)} ${method}`
  if (dose.kind === 'no-published-dose') return `${weight}: no dose is published.`
  const bolus = dose.bolusUnits === null ? 'no bolus' : `bolus ${unitsText(dose.bolusUnits)}`
  return `${weight}: ${bolus}, ${rateText(dose.pumpRateMlPerHour)}.`
}
