import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const PRINT = 'print'

/** True from the moment the browser is about to print until it has: what stands on paper alone is made then. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(() => window.matchMedia(PRINT).matches)
  useEffect(() => {
    const media = window.matchMedia(PRINT)
    // The browser takes the page as it is when its listeners return.
    const put = (value: boolean) => flushSync(() => setIsPrinting(value))
    const begin = () => put(true)
    const end = () => put(false)
    const change = () => put(media.matches)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', change)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      media.removeEventListener('change', change)
    }
  }, [])
  return isPrinting
}
