/** The ways back on: restart after a stop, resume after an interruption, recommencing after a cease. */

import { INTERRUPTION_TIMES } from '../protocols/ward.ts'
import { laterOf, minutesBetween } from '../time.ts'
import {
  type Ask,
  deviationOverRefusal,
  figureRefusal,
  firstRefusal,
  questionRefusal,
  rateRefusal,
  statedAt,
  statusRefusal,
  suspendedRefusal,
  unconfirmedRefusal,
} from './ask.ts'
import type { Chart, RateOrder, Stop } from './chart.ts'
import type { Refusal } from './decision.ts'
import { openRateOrders } from './dueTitration.ts'
import { isMedicalOfficer } from './people.ts'
import { backOnBar } from './procedureBar.ts'
import { barRefusal, prescribedRefusal } from './procedureRefusal.ts'
import { recommencingOrder } from './recommencingOrder.ts'
import { refuse } from './refuse.ts'
import { restartLateFrom } from './restartLateFrom.ts'
import { wholeMinutes } from './samples.ts'

const MINUTES_PER_HOUR = 60

export function restartInfusion(ask: Ask<'restartInfusion'>): Refusal | null {
  const { chart, command } = ask
  const { stop } = chart.infusion
  if (chart.infusion.status !== 'stopped' || !stop) return statusRefusal(chart, ['stopped'])
  return firstRefusal([
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () => rateRefusal(command.rateMlPerHour),
    () => (command.orderSeq === null ? restartAsAdvised(ask, stop) : restartAsOrdered(ask, stop)),
  ])
}

function restartAsAdvised(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  if (stop.restartNotBefore === null) return refuse('provisional-stop', {})
  return firstRefusal([
    () => holdRefusal(ask, stop),
    () => procedureRefusal(ask, null),
    () => (stop.restartRateMlPerHour === null ? refuse('no-restart-rate', {}) : null),
    () => figureRefusal(ask.command.rateMlPerHour, stop.restartRateMlPerHour),
    () => orderedInstead(ask),
    () => lateRefusal(ask, stop, null),
  ])
}

/** DEV-1: another rate ordered since the assessment comes before the advised one. */
function orderedInstead({ chart, command, at }: Ask<'restartInfusion'>): Refusal | null {
  const [order] = openRateOrders(chart, at)
  if (!order || order.seq < (chart.assessment?.seq ?? 0)) return null
  const { rateMlPerHour: ordered } = order.entry
  return ordered === command.rateMlPerHour ? null : refuse('order-stands', { ordered })
}

/** TIME-3: only a deviation written beforehand shortens the hold or goes without the assessment. */
function restartAsOrdered(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  const order = openRateOrders(ask.chart, ask.at).find(({ seq }) => seq === ask.command.orderSeq)
  if (!order) return refuse('no-such-order', { orderSeq: ask.command.orderSeq })
  if (stop.restartNotBefore === null) return refuse('provisional-stop', {})
  const lifted = liftsHold(order, stop) && !isHeldSince(ask.chart, order)
  return firstRefusal([
    () => (lifted ? null : holdRefusal(ask, stop)),
    () => procedureRefusal(ask, lifted ? order.seq : null),
    () => figureRefusal(ask.command.rateMlPerHour, order.entry.rateMlPerHour),
    () => lateRefusal(ask, stop, order),
  ])
}

/** A deviation lifts the hold, save one that had to be written because the nomogram gives no rate at all (NOMO-5). */
function liftsHold({ entry }: RateOrder, stop: Stop): boolean {
  return entry.deviation !== undefined && stop.restartRateMlPerHour !== null
}

/** TIME-3: an MO has found a bleed since the order, or has put the restart off. */
function isHeldSince({ assessment }: Chart, { seq }: RateOrder): boolean {
  if (!assessment || assessment.seq < seq) return false
  return assessment.plan !== 'restart' || assessment.finding === 'major'
}

/** PROC-1: a procedure that is under way, or ended during the stop or interruption, counts here as well. */
function procedureRefusal(
  ask: Ask<'restartInfusion'> | Ask<'resumeInfusion'>,
  deviationSeq: number | null,
): Refusal | null {
  const { chart, at } = ask
  return barRefusal(backOnBar(chart, { stated: statedAt(ask), at }), deviationSeq)
}

function holdRefusal(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  const { assessment } = ask.chart
  const holdEnd = stop.restartNotBefore
  if (holdEnd === null) return null
  const earliest = laterOf(holdEnd, assessment?.until ?? holdEnd)
  if (wholeMinutes(earliest, statedAt(ask)) < 0 || ask.at < earliest)
    return refuse('hold-not-over', { earliest })
  if (!assessment) return refuse('not-assessed', { stoppedAt: stop.at })
  if (assessment.finding === 'major') return refuse('assessed-major', {})
  return assessment.plan === 'stay-off' ? refuse('stays-off', { until: assessment.until }) : null
}

/** TIME-3: an MO orders first, and an order is good for as long as the hold's end is. */
function lateRefusal(
  ask: Ask<'restartInfusion'>,
  stop: Stop,
  order: RateOrder | null,
): Refusal | null {
  const holdEnd = stop.restartNotBefore
  if (holdEnd === null) return null
  const limit = restartLateFrom(ask.chart, holdEnd, order)
  return statedAt(ask) > limit ? refuse('restart-late', { holdEnd }) : null
}

/** INT-1, and the MO's way back from a provisional stop (SIGN-5). */
export function resumeInfusion(ask: Ask<'resumeInfusion'>): Refusal | null {
  const { chart, command, by } = ask
  const { interruption, stop } = chart.infusion
  const off = interruption ?? (stop?.restartNotBefore === null ? stop : null)
  if (!off) return statusRefusal(chart, ['interrupted'])
  const hours = minutesBetween(off.at, statedAt(ask)) / MINUTES_PER_HOUR
  return firstRefusal([
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () => (interruption || isMedicalOfficer(by) ? null : refuse('mo-resumes', {})),
    () =>
      interruption && hours > INTERRUPTION_TIMES.recommenceAfterHours
        ? refuse('off-too-long', { since: off.at })
        : null,
    () => (hours < 0 ? refuse('resumed-before-off', { since: off.at }) : null),
    () => procedureRefusal(ask, null),
    () => rateRefusal(command.rateMlPerHour),
    () => figureRefusal(command.rateMlPerHour, off.rateBeforeMlPerHour),
  ])
}

export function recommenceInfusion(ask: Ask<'recommenceInfusion'>): Refusal | null {
  const { chart, command, at } = ask
  const { prescription } = chart
  const isOrdered = prescription?.afterCease && prescription.seq === command.orderSeq
  return firstRefusal([
    () => statusRefusal(chart, ['ceased']),
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () => (isOrdered ? null : refuse('not-prescribed', {}, ['RECOM-1'])),
    () => (recommencingOrder(chart) ? null : refuse('ceased-since-prescribed', {})),
    () => prescribedRefusal(chart, { stated: statedAt(ask), at }),
    () => deviationOverRefusal(chart, at),
    () => rateRefusal(command.rateMlPerHour),
    () => figureRefusal(command.rateMlPerHour, prescription?.entry.rateMlPerHour ?? null),
  ])
}
