/** How far what was typed is from a name: letters missing, too many, wrong, or two of them swapped. */
export interface LettersApart {
  /** From the whole name. */
  readonly whole: number
  /** From the nearest beginning of it: the rest is still to be typed. */
  readonly beginning: number
}

/**
 * Counts single-letter slips between two normalised texts (optimal string alignment).
 * @example lettersApart('ngyuen', 'nguyen') // { whole: 1, beginning: 1 }
 */
export function lettersApart(typed: string, name: string): LettersApart {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: name.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= name.length; j += 1) {
      const isSame = typed[i - 1] === name[j - 1]
      const isSwapped =
        i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = row
    row = next
  }
  return { whole: at(row, name.length), beginning: Math.min(...row) }
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Number.POSITIVE_INFINITY
}
