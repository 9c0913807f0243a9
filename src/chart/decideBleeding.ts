/** Observations, falls, adverse events and the steps of their guidelines (OBS-1, BLEED-0, BLEED-1, FALL-1, AE-1). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const bleedingRules: RulesFor<
  'recordObservation' | 'recordFall' | 'recordAdverseEvent' | 'tickStep' | 'reviewEvent'
> = {
  recordObservation: nothing,
  recordFall: nothing,
  recordAdverseEvent: nothing,
  tickStep: nothing,
  reviewEvent: nothing,
}
