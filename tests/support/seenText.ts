/** The words of an element as they are seen: without those that only a screen reader says. */
export function seenText(element: Element): string {
  const seen = element.cloneNode(true) as Element
  for (const heard of seen.querySelectorAll('.visuallyHidden')) heard.remove()
  return seen.textContent.replaceAll('\u00a0', ' ')
}
