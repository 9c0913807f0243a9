/** Hanging a bag, withholding a bolus (CHART-9, BOL). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const bagRules: RulesFor<'hangBag' | 'withholdBolus'> = {
  hangBag: nothing,
  withholdBolus: nothing,
}
