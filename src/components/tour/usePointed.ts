import { useEffect } from 'react'

/** The mark that the style of the tour draws a line around. */
const MARK = 'data-tour-points'

/** The element that a step points at, as it is now; null while it is not on the page. */
export function pointedAt(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector)
}

/** Draws a line around what a step points at, as soon as it is there and as often as the page is made anew. */
export function usePointed(selector: string, address: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new address it is looked for and shown again
  useEffect(() => {
    let marked: HTMLElement | null = null
    const look = () => {
      const found = pointedAt(selector)
      if (found === marked) return
      marked?.removeAttribute(MARK)
      found?.setAttribute(MARK, '')
      if (marked === null) found?.scrollIntoView({ block: 'center' })
      marked = found
    }
    look()
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      marked?.removeAttribute(MARK)
    }
  }, [selector, address])
}
