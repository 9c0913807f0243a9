/** The heading that the keyboard starts from on a page: the page's own, on the chart itself the patient's name. */
function headingOf(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>('main h1') ?? page.querySelector<HTMLElement>('h1, main')
}

/** Puts the keyboard at the heading of the page; the page does not move under a finger. */
export function focusHeading(page: Document): boolean {
  const heading = headingOf(page)
  if (heading === null) return false
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return page.activeElement === heading
}
