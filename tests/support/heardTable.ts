/** What a screen reader says of a table: its cells in reading order, each with the head of its column. */
export function heardTable(table: HTMLTableElement): string[][] {
  const heads = [...table.querySelectorAll<HTMLElement>('th[scope=col]')].map(heard)
  return [...table.rows]
    .filter((row) => row.querySelector('th[scope=row]'))
    .map((row) => {
      let column = 0
      return [...row.cells].map((cell) => {
        const over = heads[column]
        column += cell.colSpan
        return `${over}: ${heard(cell)}`
      })
    })
}

/** The words of an element without what is hidden from a screen reader; what stands apart is heard apart. */
function heard(element: HTMLElement): string {
  const words: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (!at.parentElement?.closest('[aria-hidden=true]')) words.push(at.textContent ?? '')
  }
  return words.join(' ').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim()
}
