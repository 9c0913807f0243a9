import { LinkButton } from '../LinkButton.tsx'
import { NotYetRecorded } from './NotYetRecorded.tsx'

/** In place of a form whose act is in the outbox: how it stands, and the way on. */
export function KeptFact({ id, chartId }: { id: string; chartId: string }) {
  return (
    <>
      <NotYetRecorded id={id} />
      <div>
        <LinkButton look="primary" href={`/charts/${chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </>
  )
}
