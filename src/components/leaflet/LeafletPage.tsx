import { LinkButton } from '../LinkButton.tsx'
import { LeafletFrame } from './LeafletFrame.tsx'

/** The leaflet from a patient's chart: read, print, then record whom it was gone through with (EDU-1, EDU-2). */
export function LeafletPage({ chartId }: { chartId: string }) {
  return (
    <LeafletFrame
      back={{ href: `/charts/${chartId}`, label: 'Back to the chart' }}
      act={
        <LinkButton href={`/charts/${chartId}/education`} look="primary">
          Education given
        </LinkButton>
      }
    />
  )
}
