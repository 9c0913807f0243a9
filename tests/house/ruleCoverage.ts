/** A family of rules and the numbers it counts from and to. */
type Family = readonly [name: string, first: number, last: number]

const families: readonly Family[] = [
  ['INIT', 1, 9],
  ['BOL', 1, 9],
  ['NOMO', 1, 18],
  ['TIME', 1, 8],
  ['SIGN', 1, 9],
  ['CHART', 1, 10],
  ['DEV', 1, 1],
  ['RECOM', 1, 1],
  ['INT', 1, 1],
  ['HAND', 1, 1],
  ['OBS', 1, 1],
  ['BLEED', 0, 1],
  ['FALL', 1, 1],
  ['HIT', 1, 1],
  ['PROC', 1, 1],
  ['AE', 1, 1],
  ['EDU', 1, 3],
  ['AUDIT', 1, 1],
]

/** Every rule id of the clinical specification. */
export const everyRule = families.flatMap(idsOf)

function idsOf([name, first, last]: Family): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => `${name}-${first + step}`)
}

/** The rules that no test names in its title; empty when all is well. */
export function untestedRules(rules: readonly string[], titles: readonly string[]): string[] {
  const tested = new Set(titles.flatMap((title) => title.match(/\b[A-Z]+-\d+\b/g) ?? []))
  return rules.filter((rule) => !tested.has(rule))
}
