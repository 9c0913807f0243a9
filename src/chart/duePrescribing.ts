/** What a prescription leaves to be done (DEV-1, INIT-6). */
import { WEIGHING_TIMES } from '../protocols/ward.ts'
import { instantOf, plusHours } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function duePrescribing(chart: Chart): Unstamped[] {
  return [...deviationsToExplain(chart), ...weighAgain(chart)]
}

/** Each deviation waits to be explained and copied to the health care record: at once, and never overdue. */
function deviationsToExplain({ unexplained }: Chart): Unstamped[] {
  return unexplained.map(({ seq, at }) => ({
    kind: 'deviation-explained',
    dueAt: at,
    overdueAt: null,
    owner: 'mo',
    rules: ['DEV-1'],
    anchor: { seq, at },
  }))
}

/** INIT-6, CHART-1: the weight prescribed for was struck out and there is no other: at once, overdue as late as an estimate is due. */
function weighAgain({ weight, prescription, infusion, struck, entries }: Chart): Unstamped[] {
  if (weight !== null || prescription === null || infusion.status === 'ceased') return []
  const strikeSeq = struck.get(prescription.entry.weightSeq ?? 0)
  const strike = entries.find(({ seq }) => seq === strikeSeq)
  if (!strike) return []
  const { seq, happenedAt } = strike
  const at = instantOf(happenedAt)
  const overdueAt = plusHours(at, WEIGHING_TIMES.dueAfterHours)
  const anchor = { seq, at }
  return [{ kind: 'weigh', dueAt: at, overdueAt, owner: 'nurse', rules: ['INIT-6'], anchor }]
}
