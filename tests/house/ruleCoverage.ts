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

const served: readonly Family[] = [
  ['INIT', 1, 9],
  ['BOL', 1, 9],
  ['NOMO', 1, 18],
  ['TIME', 1, 4],
  ['TIME', 8, 8],
  ['SIGN', 1, 9],
  ['CHART', 1, 2],
  ['CHART', 7, 10],
  ['DEV', 1, 1],
  ['OBS', 1, 1],
  ['BLEED', 0, 1],
  ['FALL', 1, 1],
  ['AE', 1, 1],
  ['INT', 1, 1],
  ['RECOM', 1, 1],
  ['HAND', 1, 1],
  ['EDU', 1, 3],
  ['AUDIT', 1, 1],
]

/** Every rule id of the clinical specification. */
export const everyRule = families.flatMap(idsOf)

/** The rules that the product serves today: none of these may wait for its test. */
export const servedRules = served.flatMap(idsOf)

function idsOf([name, first, last]: Family): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => `${name}-${first + step}`)
}

/** What is wrong between the rules, the titles of the tests and the list of those not yet tested; empty when all is well. */
export function ruleCoverageFaults({
  rules,
  titles,
  notYetTested,
}: {
  readonly rules: readonly string[]
  readonly titles: readonly string[]
  readonly notYetTested: readonly string[]
}): string[] {
  const tested = new Set(titles.flatMap((title) => title.match(/\b[A-Z]+-\d+\b/g) ?? []))
  const waiting = new Set(notYetTested)
  return [
    ...rules
      .filter((rule) => !tested.has(rule) && !waiting.has(rule))
      .map((rule) => `${rule} has no test that names it`),
    ...notYetTested
      .filter((rule) => tested.has(rule))
      .map((rule) => `${rule} has a test now: take it off the list`),
    ...notYetTested
      .filter((rule) => !rules.includes(rule))
      .map((rule) => `${rule} is no rule of the specification`),
    ...notYetTested
      .filter((rule, at) => notYetTested.indexOf(rule) !== at)
      .map((rule) => `${rule} stands twice in the list`),
  ]
}
