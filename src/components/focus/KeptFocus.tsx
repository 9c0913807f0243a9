import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { clearOfBars } from './clearOfBars.ts'
import { focusHeading } from './focusHeading.ts'

/**
 * The keyboard is never lost: on a new page, and where the element that had it has gone (a button that led on, a lock
 * that covered the page), it stands at the page's heading; and never under a bar that stays (WCAG 2.4.3, 2.4.11).
 */
export function KeptFocus() {
  const [location] = useLocation()
  const keeper = useRef<Keeper | null>(null)
  useEffect(() => {
    const here = keepFocus(document)
    keeper.current = here
    return () => {
      here.stop()
      keeper.current = null
    }
  }, [])

  const before = useRef(location)
  useEffect(() => {
    if (before.current === location) return
    before.current = location
    keeper.current?.arrive()
  }, [location])
  return null
}

interface Keeper {
  /** A new page is on its way or there. */
  arrive(): void
  stop(): void
}

function keepFocus(page: Document): Keeper {
  let last: Element | null = null
  let arrives = false

  function settle(): void {
    const at = page.activeElement
    const isNowhere = at === null || at === page.body
    if (arrives) arrives = !isOnPage(at) && !focusHeading(page)
    else if (isNowhere && hasGone(last)) focusHeading(page)
  }
  function note({ target }: FocusEvent): void {
    last = target instanceof Element ? target : null
    if (last?.matches(':focus-visible')) clearOfBars(last)
  }

  const observer = new MutationObserver(settle)
  observer.observe(page.body, { childList: true, subtree: true })
  page.addEventListener('focusin', note)
  return {
    arrive() {
      arrives = true
      settle()
    },
    stop() {
      observer.disconnect()
      page.removeEventListener('focusin', note)
    },
  }
}

/** Where a page has put the keyboard itself, at its figure for one, it stays. */
function isOnPage(at: Element | null): boolean {
  return at?.closest('main, dialog') != null
}

function hasGone(element: Element | null): boolean {
  if (element === null) return false
  // Browsers of before 2024 cannot say whether it is shown.
  const isShown = 'checkVisibility' in element ? element.checkVisibility() : true
  return !(element.isConnected && isShown)
}
