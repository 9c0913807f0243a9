/** Start, bolus, change of rate, no change. */
import { instantOf } from '../time.ts'
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
import { isStandardBag } from './bagAt.ts'
import type { Chart, RateOrder, Result } from './chart.ts'
import { expiryRefusal } from './decideBag.ts'
import { toldAheadRefusal } from './decideReviews.ts'
import type { Refusal } from './decision.ts'
import { deviationAt } from './deviationAt.ts'
import { openRateOrders } from './dueTitration.ts'
import { increaseBar } from './increaseBar.ts'
import { bolusLapse } from './orders.ts'
import { outdatedBy } from './outdatedOrder.ts'
import { afterProcedureRefusal, prescribedRefusal } from './procedureRefusal.ts'
import { refuse } from './refuse.ts'
import { type ResultView, resultAt, resultsAt } from './results.ts'
import { isSameSample } from './sampleOf.ts'
import { lastAnchor, lastStaling, wholeMinutes } from './samples.ts'

export function startInfusion(ask: Ask<'startInfusion'>): Refusal | null {
  const { chart, command, at } = ask
  const { prescription } = chart
  const { bag, rateMlPerHour } = command
  return firstRefusal([
    () => statusRefusal(chart, ['not-started']),
    () => (prescription ? null : refuse('not-prescribed', {})),
    () => suspendedRefusal(chart),
    () => unconfirmedRefusal(chart),
    () => questionRefusal(chart),
    () => prescribedRefusal(chart, { stated: statedAt(ask), at }),
    () => deviationOverRefusal(chart, at),
    () =>
      isStandardBag(bag) ? null : refuse('wrong-bag', { units: bag.units, volumeMl: bag.volumeMl }),
    () => expiryRefusal(command.bagLabel?.expiry, instantOf(command.happenedAt)),
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
    () => afterProcedureRefusal(chart),
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
    () => increaseRefusal(chart, newRateMlPerHour),
    () => (resultSeq === undefined ? onOrder(ask) : onResult(ask, resultSeq)),
    () => toldAheadRefusal(command, ask.at),
  ])
}

function increaseRefusal(chart: Chart, newRate: number): Refusal | null {
  return isIncrease(chart, newRate) ? (suspendedRefusal(chart) ?? questionRefusal(chart)) : null
}

function isIncrease({ infusion: { rateMlPerHour } }: Chart, newRate: number): boolean {
  return rateMlPerHour !== null && newRate > rateMlPerHour
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
  const bar = otherResultRefusal(ask, view)
  if (bar) return bar
  const ordered = orderedInstead(ask, resultSeq)
  if (ordered) return refuse('order-stands', { ordered: ordered.entry.rateMlPerHour })
  return advice.newRateMlPerHour === ask.command.newRateMlPerHour
    ? null
    : refuse('figure-not-advised', { keyed: ask.command.newRateMlPerHour })
}

/** NOMO-17, DEV-1: the MO has answered this result with another rate; only a decrease goes before that order. */
function orderedInstead(ask: Ask<'changeRate'>, resultSeq: number): RateOrder | undefined {
  if (!isIncrease(ask.chart, ask.command.newRateMlPerHour)) return undefined
  return openRateOrders(ask.chart, ask.at).find(
    ({ entry }) =>
      entry.resultSeq === resultSeq && entry.rateMlPerHour !== ask.command.newRateMlPerHour,
  )
}

/** NOMO-9, SIGN-9: no increase goes before what another result says; a decrease does (TIME-8). */
function otherResultRefusal(
  { chart, command, at }: Ask<'changeRate'>,
  own: ResultView,
): Refusal | null {
  if (!isIncrease(chart, command.newRateMlPerHour)) return null
  const bar = increaseBar(chart, own.result, resultsAt(chart, at))
  return bar ? refuse(bar.code, { collectedAt: bar.view.result.collectedAt }) : null
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
      decidedBy: decisionOn(chart, result),
    })
  }
  if (result.underDeviation || deviationAt(chart, at)) return refuse('deviation-in-force', {})
  return wholeMinutes(result.collectedAt, statedAt(ask)) < 0
    ? refuse('before-its-sample', { collectedAt: result.collectedAt })
    : null
}

/** The decision on this sample, also where an earlier version of its result was acted on (NOMO-11). */
function decisionOn({ results }: Chart, result: Result): number | null {
  const decided = results.find((each) => each.decidedBy !== null && isSameSample(each, result))
  return decided?.decidedBy ?? null
}

function onOrder({ chart, command, at }: Ask<'changeRate'>): Refusal | null {
  const order = openRateOrders(chart, at).find(({ seq }) => seq === command.orderSeq)
  if (!order) return refuse('no-such-order', { orderSeq: command.orderSeq ?? null })
  const outdated = outdatedBy(chart, order, at)
  if (outdated) {
    return refuse(outdated.code, { collectedAt: outdated.view.result.collectedAt })
  }
  if (command.newRateMlPerHour === chart.infusion.rateMlPerHour)
    return refuse('result-says-keep', {})
  return figureRefusal(command.newRateMlPerHour, order.entry.rateMlPerHour)
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
    () => toldAheadRefusal(command, at),
  ])
}
