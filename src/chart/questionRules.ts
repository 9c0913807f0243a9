import type { RuleId } from '../protocols/ruleId.ts'
import type { Chart } from './chart.ts'

/** The rule by which a matter waits for an MO. */
export const QUESTION_RULES = {
  'bedside-fact': 'CHART-10',
  'strike-out': 'CHART-1',
  'wrong-bag': 'CHART-9',
} as const satisfies Record<Chart['moQuestions'][number]['about'], RuleId>
