/** Runs in the page: why the keyboard's place cannot be seen there, or null (WCAG 2.4.7, 2.4.11). */
export function focusFault(): string | null {
  const at = document.activeElement
  if (at === null || at === document.body) return 'the focus is lost'
  const name = `${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 40)}`

  /** Its own outline, or that of the label or frame it stands in. */
  let frame: Element = at
  for (let up = 0; up < 2 && outlineOf(frame) < 2 && frame.parentElement; up += 1) {
    frame = frame.parentElement
  }
  if (outlineOf(frame) < 2) return `thin outline: ${name}`
  const box = frame.getBoundingClientRect()
  if (isCutOff(frame, box)) return `outline cut off: ${name}`

  const left = Math.max(box.left, 0)
  const right = Math.min(box.right, innerWidth)
  const top = Math.max(box.top, 0)
  const bottom = Math.min(box.bottom, innerHeight)
  if (right <= left || bottom <= top) return `out of view: ${name}`
  const isSeen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      return hit !== null && frame.contains(hit)
    }),
  )
  return isSeen ? null : `covered: ${name}`

  function outlineOf(element: Element): number {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
  }

  /** On every side, by something around it that shows nothing beyond its own edge. */
  function isCutOff(element: Element, its: DOMRect): boolean {
    const offset = Number.parseFloat(getComputedStyle(element).outlineOffset)
    for (let around = element.parentElement; around; around = around.parentElement) {
      const { contain, overflow } = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      const cuts = /paint|content|strict/.test(contain) || /hidden|clip|auto|scroll/.test(overflow)
      const spare = [
        its.left - edge.left,
        edge.right - its.right,
        its.top - edge.top,
        edge.bottom - its.bottom,
      ]
      if (cuts && spare.every((px) => px < offset + 1)) return true
    }
    return false
  }
}
