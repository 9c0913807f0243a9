/** The first row that some board has otherwise than the product, or one more or less; empty: none. */
export function firstDifference(
  own: readonly string[],
  others: readonly (readonly string[])[],
): string {
  for (const other of others) {
    const rows = own.length > other.length ? own : other
    const at = rows.findIndex((_, index) => own[index] !== other[index])
    if (at !== -1) return `"${own[at]}" against "${other[at]}"`
  }
  return ''
}
