/** Runs in the page: why the keyboard's place cannot be seen there, or null (WCAG 2.4.7, 2.4.11). */
export function focusFault(): string | null {
  const at = document.activeElement
  if (at === null || at === document.body) return 'the focus is lost'
  const name = `${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 40)}`

  /** Its own outline, or that of the label or frame it stands in. */
  let drawn: Element | null = at
  for (let up = 0; up < 2 && drawn && !isOutlined(drawn); up += 1) drawn = drawn.parentElement
  if (!drawn || !isOutlined(drawn)) return `no outline: ${name}`

  const box = drawn.getBoundingClientRect()
  const left = Math.max(box.left, 0)
  const right = Math.min(box.right, innerWidth)
  const top = Math.max(box.top, 0)
  const bottom = Math.min(box.bottom, innerHeight)
  if (right <= left || bottom <= top) return `out of view: ${name}`
  const frame = drawn
  const isSeen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      return hit !== null && (frame.contains(hit) || hit.contains(frame))
    }),
  )
  return isSeen ? null : `covered: ${name}`

  function isOutlined(element: Element): boolean {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
}
