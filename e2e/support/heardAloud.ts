declare global {
  interface Window {
    heardAloud?: string[]
  }
}

/**
 * Runs in the page: writes down what a screen reader says there by itself from now on, in order: each alert and each
 * change in a live region, but not what such a region holds back with `aria-live="off"`.
 */
export function hearAloud(): void {
  const heard: string[] = []
  window.heardAloud = heard
  const LIVE = '[aria-live], [role=alert], [role=status], [role=log]'
  const last = new WeakMap<Element, string>()

  /** The nearest region decides; one that is off says nothing. */
  function regionOf(node: Node): Element | null {
    const at = node instanceof Element ? node : node.parentElement
    const region = at?.closest(LIVE) ?? null
    return region?.getAttribute('aria-live') === 'off' ? null : region
  }
  function wordsOf(element: Element): string {
    const copy = element.cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    for (const part of copy.querySelectorAll('p, div, h1, h2, button, a')) part.prepend(' ')
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }
  function say(region: Element): void {
    const words = wordsOf(region)
    if (words === '' || words === last.get(region)) return
    last.set(region, words)
    heard.push(words)
  }
  function regionsIn(record: MutationRecord): (Element | null)[] {
    if (record.type === 'characterData') return [regionOf(record.target)]
    return [...record.addedNodes].flatMap((node) => [
      regionOf(node),
      ...(node instanceof Element ? [...node.querySelectorAll(LIVE)].map(regionOf) : []),
    ])
  }
  new MutationObserver((records) => {
    const changed = new Set(records.flatMap(regionsIn))
    for (const region of changed) if (region?.isConnected) say(region)
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
}

/** What was said more than once, times and figures aside: a region that ticks, or two that say the same. */
export function saidAgain(heard: readonly string[]): string[] {
  const plain = heard.map((words) => words.replace(/\d+/g, '').replace(/\s+/g, ' '))
  return heard.filter((_, index) => plain.indexOf(plain[index] ?? '') < index)
}
