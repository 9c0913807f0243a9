/** Runs in the page: why its tables are not understood by ear; empty when they are (WCAG 1.3.1). */
export function tableFaults(): string[] {
  /** A cell that is a figure or a unit and nothing else; sentences are read as they are everywhere. */
  const BARE = /^(\d[\d.,]*[\s\u00a0])?(mL\/hr|units\/hr|mL|kg|hr|min)$/
  return [...document.querySelectorAll('table')].flatMap((table) => {
    const rows = [...table.rows].filter((row) => !row.querySelector('th[scope$=group]'))
    const [heads, ...body] = rows
    if (!heads) return []
    const title = table.querySelector('caption, th[scope=colgroup]')?.textContent
    const name = title || 'no caption'
    const empty = body.filter((row) => !row.textContent)
    const faults = [
      ...(title ? [] : ['nothing says what it holds']),
      ...(heads.querySelector('td') ? ['a column without a head'] : []),
      ...body
        .filter((row) => columnsOf(row) !== columnsOf(heads))
        .map(() => 'a row off its columns'),
      ...body
        .filter((row) => !empty.includes(row) && !row.querySelector('th[scope=row]'))
        .map((row) => `a row without a head: ${heard(row)}`),
      ...rows
        .flatMap((row) => [...row.cells])
        .map(heard)
        .filter((words) => BARE.test(words))
        .map((words) => `a unit not in words: ${words}`),
    ]
    return faults.map((fault) => `${name}: ${fault}`)
  })

  function columnsOf(row: HTMLTableRowElement): number {
    return [...row.cells].reduce((sum, { colSpan }) => sum + colSpan, 0)
  }

  function heard(element: HTMLElement): string {
    const words = element.cloneNode(true) as HTMLElement
    for (const hidden of words.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    return words.textContent
  }
}
