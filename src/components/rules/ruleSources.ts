import type { RuleSource } from './ruleBook.ts'

/** Whose word a rule is, as it stands beside it. */
export const ruleSources: Readonly<Record<RuleSource, string>> = {
  procedure: 'From the procedure.',
  both: 'From the procedure, with local decisions.',
  local: 'Local decision.',
}
