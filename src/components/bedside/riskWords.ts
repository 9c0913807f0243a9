import type { RiskConsidered } from '../../chart/careFields.ts'

/** What a risk assessment considers (CHART-4). */
export const RISK_WORDS: Readonly<Record<RiskConsidered, string>> = {
  age: 'Age',
  'renal-function': 'Renal function',
  bleeding: 'Risk of bleeding',
  falls: 'Risk of falls',
  'other-medicines': 'Other medicines',
  'other-illness': 'Other illness',
}
