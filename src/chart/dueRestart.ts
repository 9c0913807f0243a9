/** What falls due after a stop: the MO's assessment, the restart, and what an MO decides instead (TIME-3, NOMO-5, SIGN-5). */
import { MO_TIMES, RESTART_TIMES } from '../protocols/ward.ts'
import { type Instant, laterOf, plusMinutes } from '../time.ts'
import type { Chart, Stop } from './chart.ts'
import type { DueOwner, Unstamped } from './dueItem.ts'
import { openRateOrders } from './dueTitration.ts'
import { hasCome, isOver, type Now } from './hasCome.ts'
import { moDecision } from './moDecision.ts'
import { lateFrom, restartLateFrom } from './restartLateFrom.ts'

/** What a stop asks of an MO beside the assessment. */
export function stopDecisions(chart: Chart, now: Now, stop: Stop): Unstamped[] {
  const anchor = { seq: stop.seq, at: stop.at }
  const holdEnd = stop.restartNotBefore
  // SIGN-5: until an MO decides, the infusion stays off and the item is overdue.
  if (holdEnd === null) return [moDecision('provisional-stop', anchor, ['SIGN-5'], 0)]
  return [
    ...noRestartRate(chart, now, stop),
    ...stayingOff(chart, anchor, holdEnd),
    ...late(chart, now, stop, holdEnd),
  ]
}

function noRestartRate(chart: Chart, now: Now, stop: Stop): Unstamped[] {
  if (stop.restartRateMlPerHour !== null || openRateOrders(chart, now).length > 0) return []
  const minutes = MO_TIMES.decisionOverdueAfterMinutes
  return [
    moDecision('no-restart-rate', { seq: stop.seq, at: stop.at }, ['NOMO-5', 'DEV-1'], minutes),
  ]
}

function stayingOff(
  { assessment }: Chart,
  anchor: Unstamped['anchor'],
  holdEnd: Instant,
): Unstamped[] {
  if (assessment?.plan !== 'stay-off') return []
  const dueAt = assessment.until ?? lateFrom(holdEnd)
  return [moDecision('stay-off', anchor, ['TIME-3'], 0, dueAt)]
}

function late(chart: Chart, now: Now, stop: Stop, holdEnd: Instant): Unstamped[] {
  const dueAt = restartLateFrom(chart, holdEnd, null)
  const [order = null] = openRateOrders(chart, now)
  return isOver(restartLateFrom(chart, holdEnd, order), now)
    ? [moDecision('restart-late', { seq: stop.seq, at: stop.at }, ['TIME-3'], 0, dueAt)]
    : []
}

/** TIME-3: the MO's assessment during a hold (not one of a major bleed since cleared); nobody answers: the registrar, then the AMO. */
export function bleedingAssessment(chart: Chart, now: Now): Unstamped[] {
  const { infusion, assessment, suspensions } = chart
  const isDone = assessment && (assessment.finding !== 'major' || suspensions.length > 0)
  const holdEnd = infusion.stop?.restartNotBefore
  if (!infusion.stop || !holdEnd || isDone) return []
  const { seq, at } = infusion.stop
  return [
    {
      kind: 'bleeding-assessment',
      dueAt: plusMinutes(holdEnd, -RESTART_TIMES.assessmentBeforeHoldEndMinutes),
      overdueAt: holdEnd,
      owner: assessor(holdEnd, now),
      rules: ['TIME-3'],
      anchor: { seq, at },
    },
  ]
}

function assessor(holdEnd: Instant, now: Now): DueOwner {
  if (!hasCome(holdEnd, now)) return 'mo'
  const amoFrom = plusMinutes(holdEnd, RESTART_TIMES.amoAfterHoldEndMinutes)
  return hasCome(amoFrom, now) ? 'amo' : 'registrar'
}

/** TIME-3: restart, due and overdue from the hold's end or the later time an MO chose; never while suspended, kept off, or while the pump has to be read (CHART-1). */
export function restart({ infusion, assessment, suspensions }: Chart): Unstamped[] {
  const { stop } = infusion
  if (!stop || stop.restartNotBefore === null || suspensions.length > 0) return []
  if (infusion.rateUnconfirmed || assessment?.plan === 'stay-off') return []
  const dueAt = laterOf(stop.restartNotBefore, assessment?.until ?? stop.restartNotBefore)
  const anchor = { seq: stop.seq, at: stop.at }
  return [{ kind: 'restart', dueAt, overdueAt: dueAt, owner: 'nurse', rules: ['TIME-3'], anchor }]
}
