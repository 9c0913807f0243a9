/** Reviews and the MO told (TIME-4, SIGN-2, SIGN-6). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const reviewRules: RulesFor<'reviewInfusion' | 'reviewAsPharmacist' | 'nameMoTold'> = {
  reviewInfusion: nothing,
  reviewAsPharmacist: nothing,
  nameMoTold: nothing,
}
