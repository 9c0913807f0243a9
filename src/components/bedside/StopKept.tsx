import { LinkButton } from '../LinkButton.tsx'
import { NotYetRecorded } from '../outbox/NotYetRecorded.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'

/** A stop that is not on the record yet: the pump first, then how it stands (SIGN-5). */
export function StopKept({ id, label }: { id: string; label: string }) {
  const { chart } = useBedside()
  return (
    <ActFrame title={`Stop the pump now. ${label}`}>
      <NotYetRecorded id={id} />
      <div>
        <LinkButton look="primary" href={`/charts/${chart.chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}
