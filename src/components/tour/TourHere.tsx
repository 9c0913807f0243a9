import { lazy, Suspense } from 'react'
import { useSession } from '../../store/useChart.ts'
import { FaultBoundary } from '../ui/FaultBoundary.tsx'
import { useTourPlace } from './tourPlace.ts'

const Tour = lazy(() => import('./Tour.tsx').then((module) => ({ default: module.Tour })))

/** The tour, once somebody has begun it and as long as the server says that this is the demonstration. */
export function TourHere() {
  const { demonstration } = useSession()
  const place = useTourPlace()
  if (demonstration !== true || typeof place !== 'number') return null
  return (
    <FaultBoundary fallback={null}>
      <Suspense fallback={null}>
        <Tour place={place} />
      </Suspense>
    </FaultBoundary>
  )
}
