import { openGuidelines } from '../../chart/openGuidelines.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { GuidelineSteps } from './GuidelineSteps.tsx'

/** The steps of every open guideline, ticked one by one. */
export function GuidelinePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Guidelines />
    </AtBedside>
  )
}

function Guidelines() {
  const { chart } = useBedside()
  const open = openGuidelines(chart)
  return (
    <ActFrame title={open.length === 0 ? 'No guideline is open' : 'What is to be done'}>
      {open.map((each) => (
        <GuidelineSteps key={`${each.guideline}-${each.aboutSeq}`} open={each} />
      ))}
      <div>
        <LinkButton href={`/charts/${chart.chartId}`}>Back to the chart</LinkButton>
      </div>
    </ActFrame>
  )
}
