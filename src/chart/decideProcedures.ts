/** Planning procedures and recommencing after them (PROC-1). */
import type { RulesFor } from './ask.ts'

const nothing = () => null

export const procedureRules: RulesFor<
  'planProcedure' | 'moveProcedure' | 'endProcedure' | 'cancelProcedure'
> = {
  planProcedure: nothing,
  moveProcedure: nothing,
  endProcedure: nothing,
  cancelProcedure: nothing,
}
