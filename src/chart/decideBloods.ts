/** Bloods, platelet counts and the HIT alert (CHART-5, TIME-5, HIT-1). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const bloodsRules: RulesFor<
  'orderBloods' | 'recordBloods' | 'reviewBloods' | 'answerPlateletAlert'
> = {
  orderBloods: nothing,
  recordBloods: nothing,
  reviewBloods: nothing,
  answerPlateletAlert: nothing,
}
