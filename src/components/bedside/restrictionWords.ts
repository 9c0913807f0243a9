import type { AdviceFrom, Restriction } from '../../chart/fields.ts'
import type { RuleId } from '../../protocols/ruleId.ts'

/** A bolus restriction: what is asked, and whose names lift it. */
export interface RestrictionWords {
  readonly question: string
  readonly liftedBy: readonly AdviceFrom['role'][]
  readonly rule: RuleId
}

/** The restrictions of BOL-9 in the order they are asked. */
export const RESTRICTION_WORDS: Readonly<Record<Restriction, RestrictionWords>> = {
  stroke: {
    question: 'A stroke patient?',
    liftedBy: ['neurologist'],
    rule: 'BOL-1',
  },
  neurosurgical: {
    question: 'A neurosurgical patient?',
    liftedBy: ['neurosurgeon', 'haematologist'],
    rule: 'BOL-2',
  },
  anticoagulated: {
    question:
      'Already anticoagulated: low molecular weight heparin, warfarin or another oral anticoagulant?',
    liftedBy: ['haematologist'],
    rule: 'BOL-3',
  },
  'post-procedure': {
    question: 'Recent surgery, a procedure, a lumbar puncture or a spinal or epidural catheter?',
    liftedBy: [],
    rule: 'BOL-5',
  },
}

export const RESTRICTION_ORDER: readonly Restriction[] = [
  'stroke',
  'neurosurgical',
  'anticoagulated',
  'post-procedure',
]
