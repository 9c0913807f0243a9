/** A text that has no place in the tree, and why. */
interface LooseEnd {
  readonly found: RegExp
  readonly why: string
}

const looseEnds: readonly LooseEnd[] = [
  { found: /\b(TODO|FIXME|XXX)\b/, why: 'unfinished work' },
  { found: /\.(only|skip|todo|fixme)\(/, why: 'a test that is left out' },
  { found: /waitForTimeout/, why: 'a sleep in a test' },
  { found: /toMatch(Inline)?Snapshot/, why: 'a snapshot' },
  { found: /\bas any\b(?! [a-z])/, why: 'a type thrown away' },
  { found: /@ts-(ignore|nocheck|expect-error)/, why: 'a type error hidden' },
  { found: /(^|[^\w.$}/])\/(work|root|home|Users)\//, why: "a machine's path" },
  { found: /\bregistry\.\w+\.\w+/, why: "a registry's address" },
  { found: /'unsafe-(inline|eval)'/, why: 'a hole in the content security policy' },
]

/** The loose ends in one text, each with its line. */
export function looseEndsIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      looseEnds
        .filter(({ found }) => found.test(line))
        .map(({ why }) => `line ${at + 1}: ${why}: ${line.trim()}`),
    )
}
