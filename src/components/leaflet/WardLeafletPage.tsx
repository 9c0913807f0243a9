import { LeafletFrame } from './LeafletFrame.tsx'

/** The leaflet by itself, at `/leaflet`: nobody's chart is open (EDU-1). */
export function WardLeafletPage() {
  return <LeafletFrame back={{ href: '/', label: 'Back to the ward board' }} />
}
