import type { RuleId } from '../../protocols/ruleId.ts'

/** What a page is for, in two to four sentences, by which rules, what comes next, and whom to call. */
export interface Help {
  readonly title: string
  readonly does: string
  readonly next: string
  readonly call: string
  readonly rules: readonly RuleId[]
}

export const CALL = {
  mo: 'The medical officer (MO) of the ward; then the registrar, then the AMO.',
  checker: 'Another trained person: MO, nurse or pharmacist with the learning package.',
  pharmacist: 'The ward’s pharmacist; out of hours the one on call.',
  haematology: 'The haematology consultant or registrar on call.',
  administrator: 'Your administrator: the person who keeps accounts and wards here.',
  inCharge: 'The nurse in charge of the shift.',
  emergency: 'Your hospital’s emergency call, then the MO.',
} as const
