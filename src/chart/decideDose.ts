/** The dose acts of two signatures: start, bolus, change, keep, restart, resume, recommence. */
import { BAG, INTERRUPTION_TIMES } from '../protocols/ward.ts'
import { type Instant, laterOf, minutesBetween } from '../time.ts'
import {
  type Ask,
  firstRefusal,
  questionRefusal,
  rateRefusal,
  statedAt,
  suspendedRefusal,
  unconfirmedRefusal,
} from './ask.ts'
import type { Chart, RateOrder, Stop } from './chart.ts'
import type { Refusal } from './decision.ts'
import { deviationAt } from './deviationAt.ts'
import { openRateOrders } from './dueAptt.ts'
import { lateFrom } from './dueMo.ts'
import { bolusLapse } from './orders.ts'
import { isMedicalOfficer } from './policy.ts'
import { refuse } from './refuse.ts'
import { type ResultView, resultAt } from './results.ts'
import { lastAnchor, lastStaling, wholeMinutes } from './samples.ts'

const MINUTES_PER_HOUR = 60

function statusRefusal(
  { infusion }: Chart,
  wanted: readonly Chart['infusion']['status'][],
): Refusal | null {
  return wanted.includes(infusion.status)
    ? null
    : refuse('infusion-not-in-this-state', { status: infusion.status })
}

function figureRefusal(keyed: number, ordered: number | null): Refusal | null {
  return keyed === ordered ? null : refuse('figure-differs', { keyed, ordered })
}

export function startInfusion({ chart, command }: Ask<'startInfusion'>): Refusal | null {
  const { prescription } = chart
  const { bag, rateMlPerHour } = command
  return firstRefusal([
    () => statusRefusal(chart, ['not-started']),
    () => (prescription ? null : refuse('not-prescribed', {})),
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () =>
      bag.units === BAG.units && bag.volumeMl === BAG.volumeMl
        ? null
        : refuse('wrong-bag', { units: bag.units, volumeMl: bag.volumeMl }),
    () => rateRefusal(rateMlPerHour),
    () => figureRefusal(rateMlPerHour, prescription?.entry.rateMlPerHour ?? null),
  ])
}

export function giveBolus({ chart, command, at }: Ask<'giveBolus'>): Refusal | null {
  const order = chart.bolusOrders.find(({ seq }) => seq === command.orderSeq)
  return firstRefusal([
    () => (order ? null : refuse('no-such-order', { orderSeq: command.orderSeq })),
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () => {
      const lapse = order && bolusLapse(chart, order, at)
      return lapse ? refuse('bolus-lapsed', { lapse }) : null
    },
    () => figureRefusal(command.units, order?.units ?? null),
  ])
}

export function changeRate(ask: Ask<'changeRate'>): Refusal | null {
  const { chart, command } = ask
  const { newRateMlPerHour, resultSeq, orderSeq } = command
  return firstRefusal([
    () => statusRefusal(chart, ['running']),
    () => unconfirmedRefusal(chart),
    () =>
      (resultSeq === undefined) === (orderSeq === undefined)
        ? refuse('name-result-or-order', {})
        : null,
    () => rateRefusal(newRateMlPerHour),
    () => (resultSeq === undefined ? onOrder(ask) : onResult(ask, resultSeq)),
    () => increaseRefusal(chart, newRateMlPerHour),
  ])
}

function increaseRefusal(chart: Chart, newRate: number): Refusal | null {
  const { rateMlPerHour } = chart.infusion
  if (rateMlPerHour === null || newRate <= rateMlPerHour) return null
  return suspendedRefusal(chart) ?? questionRefusal(chart)
}

function onResult(ask: Ask<'changeRate'>, resultSeq: number): Refusal | null {
  const view = resultAt(ask.chart, resultSeq, ask.at)
  if (!view) return refuse('no-such-result', { resultSeq })
  const refusal = usableRefusal(ask, view)
  if (refusal) return refusal
  const { advice } = view
  if (advice?.kind === 'stop') return refuse('result-says-stop', {})
  if (advice?.kind === 'no-change') return refuse('result-says-keep', {})
  if (advice?.kind !== 'change') return refuse('mo-decides-result', {})
  return advice.newRateMlPerHour === ask.command.newRateMlPerHour
    ? null
    : refuse('figure-not-advised', { keyed: ask.command.newRateMlPerHour })
}

const STATES = {
  rejected: 'sample-rejected',
  baseline: 'sample-baseline',
  off: 'sample-off',
  stale: 'stale-sample',
  superseded: 'sample-superseded',
  line: 'sample-line',
  early: 'sample-early',
  old: 'sample-old',
  acted: 'sample-acted',
  'struck-out': 'result-struck-out',
} as const

/** NOMO-9 to NOMO-11: no state but usable titrates by itself. */
function usableRefusal(ask: Ask<'changeRate' | 'keepRate'>, view: ResultView): Refusal | null {
  const { chart, at } = ask
  const { use, result } = view
  if (use !== 'usable') {
    const changedAt = (use === 'early' ? lastAnchor(chart) : lastStaling(chart))?.at ?? null
    return refuse(STATES[use], {
      collectedAt: result.collectedAt,
      changedAt,
      decidedBy: result.decidedBy,
    })
  }
  if (result.underDeviation || deviationAt(chart, at)) return refuse('deviation-in-force', {})
  return wholeMinutes(result.collectedAt, statedAt(ask)) < 0
    ? refuse('before-its-sample', { collectedAt: result.collectedAt })
    : null
}

function onOrder({ chart, command, at }: Ask<'changeRate'>): Refusal | null {
  const order = openRateOrders(chart).find(({ seq }) => seq === command.orderSeq)
  if (!order) return refuse('no-such-order', { orderSeq: command.orderSeq ?? null })
  const outdated = newerUsable(chart, order, at)
  if (outdated) return refuse('order-outdated', { collectedAt: outdated.result.collectedAt })
  if (command.newRateMlPerHour === chart.infusion.rateMlPerHour)
    return refuse('result-says-keep', {})
  return figureRefusal(command.newRateMlPerHour, order.entry.rateMlPerHour)
}

function newerUsable(chart: Chart, order: RateOrder, at: Instant): ResultView | null {
  if (order.entry.deviation?.until !== undefined) return null
  const newest = chart.results.findLast(({ seq, struck }) => seq > order.seq && !struck)
  const view = resultAt(chart, newest?.seq, at)
  return view?.use === 'usable' ? view : null
}

export function keepRate(ask: Ask<'keepRate'>): Refusal | null {
  const { chart, command, at } = ask
  const view = resultAt(chart, command.resultSeq, at)
  return firstRefusal([
    () => statusRefusal(chart, ['running']),
    () => unconfirmedRefusal(chart),
    () =>
      view ? usableRefusal(ask, view) : refuse('no-such-result', { resultSeq: command.resultSeq }),
    () => (view?.advice?.kind === 'no-change' ? null : refuse('result-says-change', {})),
  ])
}

export function restartInfusion(ask: Ask<'restartInfusion'>): Refusal | null {
  const { chart, command } = ask
  const { stop } = chart.infusion
  if (chart.infusion.status !== 'stopped' || !stop) return statusRefusal(chart, ['stopped'])
  return firstRefusal([
    () => suspendedRefusal(chart),
    () => questionRefusal(chart),
    () => rateRefusal(command.rateMlPerHour),
    () => (command.orderSeq === null ? restartAsAdvised(ask, stop) : restartAsOrdered(ask, stop)),
  ])
}

function restartAsAdvised(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  if (stop.restartNotBefore === null) return refuse('provisional-stop', {})
  return firstRefusal([
    () => holdRefusal(ask, stop),
    () => (stop.restartRateMlPerHour === null ? refuse('no-restart-rate', {}) : null),
    () => figureRefusal(ask.command.rateMlPerHour, stop.restartRateMlPerHour),
    () => lateRefusal(ask, stop),
  ])
}

/** TIME-3: only a deviation written beforehand shortens the hold or goes without the assessment. */
function restartAsOrdered(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  const order = openRateOrders(ask.chart).find(({ seq }) => seq === ask.command.orderSeq)
  if (!order) return refuse('no-such-order', { orderSeq: ask.command.orderSeq })
  if (stop.restartNotBefore === null) return refuse('provisional-stop', {})
  return firstRefusal([
    () => (order.entry.deviation ? null : holdRefusal(ask, stop)),
    () => figureRefusal(ask.command.rateMlPerHour, order.entry.rateMlPerHour),
  ])
}

function holdRefusal(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  const { assessment } = ask.chart
  const holdEnd = stop.restartNotBefore
  if (holdEnd === null) return null
  const earliest = laterOf(holdEnd, assessment?.until ?? holdEnd)
  if (statedAt(ask) < earliest || ask.at < earliest) return refuse('hold-not-over', { earliest })
  if (!assessment) return refuse('not-assessed', { stoppedAt: stop.at })
  return assessment.plan === 'stay-off' ? refuse('stays-off', { until: assessment.until }) : null
}

function lateRefusal(ask: Ask<'restartInfusion'>, stop: Stop): Refusal | null {
  const holdEnd = stop.restartNotBefore
  if (holdEnd === null) return null
  const limit = lateFrom(laterOf(holdEnd, ask.chart.assessment?.until ?? holdEnd))
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
    () => questionRefusal(chart),
    () => (interruption || isMedicalOfficer(by) ? null : refuse('mo-resumes', {})),
    () =>
      interruption && hours > INTERRUPTION_TIMES.recommenceAfterHours
        ? refuse('off-too-long', { since: off.at })
        : null,
    () => (hours < 0 ? refuse('resumed-before-off', { since: off.at }) : null),
    () => rateRefusal(command.rateMlPerHour),
    () => figureRefusal(command.rateMlPerHour, off.rateBeforeMlPerHour),
  ])
}

export function recommenceInfusion({ chart, command }: Ask<'recommenceInfusion'>): Refusal | null {
  const { prescription } = chart
  const ordered = prescription?.afterCease && prescription.seq === command.orderSeq
  return firstRefusal([
    () => statusRefusal(chart, ['ceased']),
    () => suspendedRefusal(chart),
    () => questionRefusal(chart),
    () => (ordered ? null : refuse('not-prescribed', {}, ['RECOM-1'])),
    () => rateRefusal(command.rateMlPerHour),
    () => figureRefusal(command.rateMlPerHour, prescription?.entry.rateMlPerHour ?? null),
  ])
}
