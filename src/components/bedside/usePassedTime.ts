import { useEffect, useRef, useState } from 'react'
import type { Instant, TimeZone } from '../../time.ts'
import { readTime, type StatedTime } from './statedTime.ts'

interface Meant {
  readonly typed: string
  readonly at: Instant
}

interface PassedTimeProps {
  readonly stated: StatedTime
  readonly onStated: (next: StatedTime) => void
  readonly now: Instant
  readonly zone: TimeZone
  readonly of?: string
}

/** Empties a time ahead once it has passed, which would else mean the next day (H36); answers the word for it, or null. */
export function usePassedTime({ stated, onStated, now, zone, of }: PassedTimeProps): string | null {
  const meant = useRef<Meant | null>(null)
  const [passed, setPassed] = useState<string | null>(null)
  useEffect(() => {
    if (of !== 'plan' || stated.clock === '') return
    const before = meant.current
    const typed = `${stated.clock} ${stated.days} ${stated.pick}`
    if (before !== null && before.typed === typed && before.at <= now) {
      meant.current = null
      setPassed(stated.clock)
      onStated({ ...stated, clock: '', days: 0, pick: null })
      return
    }
    const read = readTime({ ...stated, mode: 'stated' }, now, zone, true)
    meant.current = read.kind === 'at' ? { typed, at: read.at } : null
  }, [stated, onStated, now, zone, of])
  return stated.clock === '' && passed !== null
    ? `${passed} has passed meanwhile. Key the time again.`
    : null
}
