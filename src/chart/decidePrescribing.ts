/** What surrounds a prescription: allergies, AMO, medicines, a second indication, deviations (CHART-3, CHART-6, DEV-1). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const prescribingRules: RulesFor<
  | 'recordAllergies'
  | 'changeAmo'
  | 'recordMedicines'
  | 'recordSecondIndication'
  | 'endDeviation'
  | 'explainDeviation'
> = {
  recordAllergies: nothing,
  changeAmo: nothing,
  recordMedicines: nothing,
  recordSecondIndication: nothing,
  endDeviation: nothing,
  explainDeviation: nothing,
}
