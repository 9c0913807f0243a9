import { LinkButton } from '../LinkButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'

/** An act that lacks the prescription or order it would carry out. */
export function NothingPrescribed({ what }: { what: string }) {
  const { chart } = useBedside()
  return (
    <ActFrame title={null}>
      <Problem
        problem={{
          title: `There is no order to ${what}`,
          detail: 'A medical officer prescribes or orders it on this chart first.',
          next: 'Call the MO.',
          rules: ['SIGN-2'],
        }}
      />
      <div>
        <LinkButton href={`/charts/${chart.chartId}`}>Back to the chart</LinkButton>
      </div>
    </ActFrame>
  )
}
