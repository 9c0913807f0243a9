import { type RefObject, useLayoutEffect, useState } from 'react'
import { clearOfBars } from './focus/clearOfBars.ts'

/** So much of its own place has to be in sight, pixels. */
const SEEN_PX = 24
/** As high as the strip: nearer to the top than that, a bar would be under it. */
const STRIP_PX = 64
const STAYING = '[data-stays=top]:not([aria-label=Alarm])'
const BARS = `${STAYING}, ${STAYING} > a`

/** Where what has scrolled away with its place stands instead, pixels from the top, below all that stays; null: in its place. */
export function useFollowing(
  place: RefObject<HTMLElement | null>,
  isShown: boolean,
): number | null {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (!isShown) return undefined
    const look = () => setTop(topFor(place.current))
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      setTop(null)
    }
  }, [place, isShown])

  const follows = top !== null
  useLayoutEffect(() => {
    // What is being typed is never under it.
    const { activeElement } = document
    if (follows && activeElement?.matches('input, textarea, select')) clearOfBars(activeElement)
  }, [follows])
  return top
}

function topFor(place: HTMLElement | null): number | null {
  if (place === null || place.getBoundingClientRect().bottom >= SEEN_PX) return null
  return [...document.querySelectorAll(BARS)].reduce((below, bar) => {
    const { top, bottom } = bar.getBoundingClientRect()
    return top < STRIP_PX ? Math.max(below, bottom) : below
  }, 0)
}
