import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { roundOf } from '../../store/keptRound.ts'
import { useSession } from '../../store/useChart.ts'
import { patientName } from '../../wording.ts'
import { ActFrame } from '../bedside/ActFrame.tsx'
import { AtBedside } from '../bedside/AtBedside.tsx'
import { useBedside } from '../bedside/BedsideContext.ts'
import { PharmacistReviewPage } from '../bedside/PharmacistReviewPage.tsx'
import { RoundBar } from './RoundBar.tsx'

/** The pharmacist's review of one chart; in a round with the ways to the next one, before and after the signature. */
export function RoundReviewPage({ chartId }: { chartId: string }) {
  const { user } = useSession()
  const round = useMemo(() => roundOf(user.userId), [user.userId])
  const isSigned = new URLSearchParams(useSearch()).has('signed')
  if (!round?.chartIds.includes(chartId)) return <PharmacistReviewPage chartId={chartId} />
  return (
    <>
      <RoundBar chartId={chartId} round={round} />
      {isSigned ? (
        <AtBedside chartId={chartId}>
          <Signed />
        </AtBedside>
      ) : (
        <PharmacistReviewPage
          chartId={chartId}
          onward={`/charts/${chartId}/pharmacist-review?signed`}
        />
      )}
    </>
  )
}

/** Between two charts of a round: whose review was signed; nobody comes to another patient unasked. */
function Signed() {
  const { chart } = useBedside()
  return (
    <ActFrame title={`Signed: review of ${patientName(chart.patient)}`}>
      <p>It stands on the chart. The way to the next chart is above.</p>
    </ActFrame>
  )
}
