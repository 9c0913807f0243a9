import { LinkButton } from '../LinkButton.tsx'
import { Problem } from '../rules/Problem.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'

/** There is no plan that this could be about. */
export function NoPlan({ title }: { title: string }) {
  const { chartId } = useBedside().chart
  return (
    <ActFrame title={title}>
      <Problem
        problem={{
          title: 'There is no such plan',
          detail: 'No procedure on this chart waits for this.',
          next: 'Look at the procedures of this chart.',
          rules: ['PROC-1'],
        }}
      />
      <LinkButton look="primary" href={`/charts/${chartId}/procedure`}>
        Procedures
      </LinkButton>
    </ActFrame>
  )
}
