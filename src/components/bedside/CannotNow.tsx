import { LinkButton } from '../LinkButton.tsx'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'

/** An act that cannot be done now: which rule, why, what to do instead. */
export function CannotNow({ problem }: { problem: ProblemShown }) {
  const { chart } = useBedside()
  return (
    <ActFrame title={null}>
      <Problem problem={problem} isHeading />
      <div>
        <LinkButton href={`/charts/${chart.chartId}`}>Back to the chart</LinkButton>
      </div>
    </ActFrame>
  )
}
