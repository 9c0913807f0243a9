import { useEffect, useState } from 'react'
import { type Instant, laterOf, minutesBetween } from '../../time.ts'
import { useBedside } from './BedsideContext.ts'

/** Minutes before the end of a hold from which its seconds count on screen. */
export const SECONDS_SHOWN_FROM_MIN = 2
const SECOND_MS = 1000

/** The server's time; by the second within two minutes of `end`, else by the minute. */
export function useSecondsNear(end: Instant | null): Instant {
  const { now, serverNow } = useBedside()
  const [tick, setTick] = useState(now)
  const isNear = end !== null && Math.abs(minutesBetween(now, end)) <= SECONDS_SHOWN_FROM_MIN
  useEffect(() => {
    if (!isNear) return
    const timer = setInterval(() => setTick(serverNow()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isNear, serverNow])
  return isNear ? laterOf(tick, now) : now
}
