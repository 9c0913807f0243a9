/** The families of rules in the clinical specification. */
type RuleFamily =
  | 'INIT'
  | 'BOL'
  | 'NOMO'
  | 'TIME'
  | 'SIGN'
  | 'CHART'
  | 'DEV'
  | 'RECOM'
  | 'INT'
  | 'HAND'
  | 'OBS'
  | 'HIT'
  | 'BLEED'
  | 'FALL'
  | 'PROC'
  | 'AE'
  | 'EDU'
  | 'AUDIT'

/** The id of a clinical rule, e.g. `NOMO-5`: what answers, refusals, due items and tests cite. */
export type RuleId = `${RuleFamily}-${number}`
