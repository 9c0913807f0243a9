import { useState } from 'react'
import { useNow, useStoreState } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'

/** The time that what is shown is as of: now, or since the server went silent the last minute it was heard in. */
export function useUpToDateAt(): Instant {
  const now = useNow()
  const isStale = useStoreState(({ connection }) => connection === 'stale')
  const [heard, setHeard] = useState(now)
  if (!isStale && heard !== now) setHeard(now)
  return isStale ? heard : now
}
