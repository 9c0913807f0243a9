/** What a prescription, or the want of one, leaves to be done (DEV-1, INIT-6, CHART-1). */
import { MO_TIMES, WEIGHING_TIMES } from '../protocols/ward.ts'
import { instantOf, plusHours, plusMinutes } from '../time.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

export function duePrescribing(chart: Chart): Unstamped[] {
  return [...deviationsToExplain(chart), ...weighAgain(chart), ...noProtocol(chart)]
}

/** CHART-1, CHART-10: it has run and no protocol is in force; only a prescription answers that, no order does. */
function noProtocol(chart: Chart): Unstamped[] {
  const { prescription, infusion, moQuestions } = chart
  const hasRun = infusion.status !== 'not-started' && infusion.status !== 'ceased'
  // What asks an MO already is answered first.
  if (prescription !== null || !hasRun || moQuestions.length > 0) return []
  const anchor = lostAt(chart)
  const overdueAt = plusMinutes(anchor.at, MO_TIMES.decisionOverdueAfterMinutes)
  const about = 'no-protocol'
  const times = { dueAt: anchor.at, overdueAt, anchor }
  return [{ kind: 'mo-decision', ...times, owner: 'mo', rules: ['CHART-1'], about }]
}

/** The strike-out of the last prescription, or where there was none what made the infusion run. */
function lostAt({ entries, struck, infusion, seq, openedAt }: Chart): Unstamped['anchor'] {
  const prescribed = entries.findLast(({ kind }) => kind === 'infusionPrescribed')
  const strikeSeq = prescribed && struck.get(prescribed.seq)
  const strike = entries.find((entry) => entry.seq === strikeSeq)
  if (strike) return { seq: strike.seq, at: instantOf(strike.happenedAt) }
  return { seq: infusion.setBySeq ?? seq, at: infusion.since ?? openedAt }
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
