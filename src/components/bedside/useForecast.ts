import type { Command } from '../../chart/commands.ts'
import { decide } from '../../chart/decide.ts'
import { refusalText } from '../../chart/refusals.ts'
import type { ProblemShown } from '../rules/Problem.tsx'
import { useBedside } from './BedsideContext.ts'
import type { BareAct } from './useSending.ts'

const NO_ID = '00000000-0000-4000-8000-000000000000'

/**
 * What the server would refuse an act for at this moment, before anybody signs: the same rules, run here. Null: it
 * would be taken, as far as the chart goes.
 */
export function useForecast(act: BareAct | null): ProblemShown | null {
  const { chart, user, zone, serverNow } = useBedside()
  if (act === null) return null
  const command = { ...act, commandId: NO_ID, signature: { pin: '' } } as Command
  const decision = decide(chart, command, { ...user, identity: 'confirmed' }, serverNow())
  if (decision.kind !== 'refused') return null
  const { refusal } = decision
  return { ...refusalText(refusal, zone), rules: refusal.rules }
}
