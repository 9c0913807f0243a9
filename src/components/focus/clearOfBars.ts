const MARGIN_PX = 8
/** What stays while the page scrolls; at high zoom of the patient's banner only its STOP. */
const BARS = '[data-stays], [data-stays] > a'

/** Moves the page so far that no bar which stays while it scrolls lies over an element (WCAG 2.4.11). */
export function clearOfBars(element: Element): void {
  for (const bar of document.querySelectorAll(BARS)) {
    const isAtTop = bar.closest('[data-stays]')?.getAttribute('data-stays') === 'top'
    const its = element.getBoundingClientRect()
    const over = bar.getBoundingClientRect()
    if (bar.contains(element) || !areOver(its, over)) continue
    scrollBy(0, isAtTop ? its.top - over.bottom - MARGIN_PX : its.bottom - over.top + MARGIN_PX)
  }
}

function areOver(a: DOMRect, b: DOMRect): boolean {
  const isOnLine = a.left < b.right && a.right > b.left
  return b.height > 0 && isOnLine && a.top < b.bottom && a.bottom > b.top
}
