import { useEffect, useState } from 'react'
import { isStopItem } from '../../store/outboxItem.ts'
import { useOutbox } from '../../store/useOutbox.ts'
import { NotYetRecorded } from '../outbox/NotYetRecorded.tsx'

/** So long an answer is waited for without a word. */
const SOON_MS = 2_000

/** While a stop is on its way and no answer comes: how it stands by now. */
export function StillSaving({ chartId }: { chartId: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SOON_MS)
    return () => clearTimeout(timer)
  }, [])
  const id = useOutbox(
    ({ items }) => items.findLast((item) => item.chartId === chartId && isStopItem(item))?.id,
  )
  return isLong && id !== undefined ? <NotYetRecorded id={id} /> : null
}
