/** The MO's orders on a rate or bolus (NOMO-5, NOMO-17, BOL-6, DEV-1), assessments and clearances (TIME-3, BLEED-0). */
import { type Advice, adviseChosenRow } from '../nomogram/advise.ts'
import { type Instant, instantOf } from '../time.ts'
import {
  type Ask,
  aheadRefusal,
  bolusRefusal,
  deviationRefusal,
  firstRefusal,
  questionRefusal,
  rateRefusal,
  statedAt,
  suspendedRefusal,
} from './ask.ts'
import { ceasedForCause } from './ceasedForCause.ts'
import type { Chart } from './chart.ts'
import { bagRefusal } from './decideBag.ts'
import { bolusBar } from './decidePrescription.ts'
import type { Refusal } from './decision.ts'
import { hasBolusOrder, resultBolusLapse } from './orders.ts'
import { pendingAt } from './pending.ts'
import { refuse } from './refuse.ts'
import { protocolOf, type ResultView, resultAt } from './results.ts'
import { wholeMinutes } from './samples.ts'

/** The rates that an MO may choose on a result without deviating: the rows shown, or staying (NOMO-17). */
export function ratesShown(chart: Chart, view: ResultView): number[] {
  const { rateMlPerHour: running } = chart.infusion
  const { use, advice } = view
  if (running === null || !protocolOf(chart)) return []
  // A result that the nomogram does not answer, or that was acted on: the MO lets the rate stand, or stops (NOMO-17).
  if (advice === null || !CHOSEN_FROM.has(use)) return [running]
  if (advice.kind === 'refer') return ratesReferred(chart, view, advice, running)
  const isReferred = use !== 'usable'
  if (advice.kind === 'change') {
    return isReferred ? [running, advice.newRateMlPerHour] : [advice.newRateMlPerHour]
  }
  return advice.kind === 'no-change' || isReferred ? [running] : []
}

const CHOSEN_FROM: ReadonlySet<ResultView['use']> = new Set(['usable', 'early', 'old'])

function ratesReferred(
  chart: Chart,
  { result: { parsed } }: ResultView,
  { because }: Extract<Advice, { kind: 'refer' }>,
  running: number,
): number[] {
  const protocol = protocolOf(chart)
  // Where the row itself gives no rate, every figure is a deviation (NOMO-5, NOMO-17).
  if (!protocol || because.code !== 'limit-spans-bands') return []
  const chosen = because.rows.map(({ index }) => adviseChosenRow(protocol, parsed, running, index))
  return [running, ...chosen.flatMap(rateOf)]
}

function rateOf(chosen: Advice): number[] {
  return chosen.kind === 'change' ? [chosen.newRateMlPerHour] : []
}

export function orderRate(ask: Ask<'orderRate'>): Refusal | null {
  const { chart, command, at } = ask
  return firstRefusal([
    () => deviationRefusal(ask, command.deviation),
    () => bagRefusal(chart),
    () => rateRefusal(command.rateMlPerHour),
    () =>
      pendingAt(chart, at)?.step === 'read-back'
        ? refuse('finish-read-back', {}, ['SIGN-9'])
        : null,
    () => orderedWhile(ask),
    () => beforeSampleRefusal(ask, resultAt(chart, command.resultSeq ?? undefined, at)),
    () => (command.deviation ? null : orderedFigure(ask)),
  ])
}

function orderedWhile({ chart, command }: Ask<'orderRate'>): Refusal | null {
  const { status, rateMlPerHour } = chart.infusion
  if (status === 'stopped') return suspendedRefusal(chart)
  if (status !== 'running') return refuse('infusion-not-in-this-state', { status })
  const isIncrease = rateMlPerHour !== null && command.rateMlPerHour > rateMlPerHour
  return isIncrease ? suspendedRefusal(chart) : null
}

/** SIGN-7: an order on a sample is not older than the sample. */
function beforeSampleRefusal(
  ask: Ask<'orderRate' | 'orderBolus'>,
  view: ResultView | null,
): Refusal | null {
  const { collectedAt } = view?.result ?? {}
  return collectedAt !== undefined && wholeMinutes(collectedAt, statedAt(ask)) < 0
    ? refuse('before-its-sample', { collectedAt })
    : null
}

/** Without a deviation: a row shown, staying as it is, or (stopped) the restart rate (NOMO-17, TIME-3). */
function orderedFigure({ chart, command, at }: Ask<'orderRate'>): Refusal | null {
  const { rateMlPerHour: keyed, resultSeq } = command
  const { stop, rateMlPerHour } = chart.infusion
  const facts = { keyed }
  if (stop)
    return keyed === stop.restartRateMlPerHour ? null : refuse('order-needs-deviation', facts)
  if (resultSeq === null)
    return keyed === rateMlPerHour ? null : refuse('order-needs-deviation', facts)
  const view = resultAt(chart, resultSeq, at)
  if (!view || view.use === 'struck-out') return refuse('no-such-result', { resultSeq })
  return ratesShown(chart, view).includes(keyed) ? null : refuse('order-needs-deviation', facts)
}

export function orderBolus(ask: Ask<'orderBolus'>): Refusal | null {
  const { chart, command, at } = ask
  const view = resultAt(chart, command.resultSeq, at)
  const protocol = protocolOf(chart)
  return firstRefusal([
    () => (view && protocol ? null : refuse('no-such-result', { resultSeq: command.resultSeq })),
    () => bagRefusal(chart),
    () => suspendedRefusal(chart),
    () => questionRefusal(chart),
    () => bolusRefusal(command.units),
    () => causeRefusal(chart),
    () => bolusBar(chart.restrictions, command.adviceFrom),
    () =>
      aheadRefusal(
        command.adviceFrom.map((advice) => advice.at),
        at,
      ),
    () => beforeSampleRefusal(ask, view),
    () => (view ? advisedBolus(chart, view, command.units) : null),
    () => {
      const lapse = resultBolusLapse(chart, command.resultSeq, at)
      return lapse ? refuse('bolus-lapsed', { lapse }) : null
    },
    () => (view && hasBolusOrder(chart, view.result) ? refuse('bolus-already-ordered', {}) : null),
  ])
}

/** RECOM-1: no bolus after a bleed, a head injury or HIT, at recommencing and by the nomogram afterwards. */
function causeRefusal(chart: Chart): Refusal | null {
  const reason = ceasedForCause(chart)
  return reason ? refuse('no-bolus-after-cause', { reason }) : null
}

/** BOL-6: the row's own bolus; a stroke patient's is the neurologist's figure, on a result that asks for more (BOL-1). */
function advisedBolus(chart: Chart, { advice }: ResultView, units: number): Refusal | null {
  if (chart.restrictions.includes('stroke')) {
    const asksForMore = advice?.kind === 'change' && advice.changeMlPerHour > 0
    return asksForMore ? null : refuse('no-bolus-advised', {})
  }
  const advised = advice?.kind === 'change' ? advice.bolusUnits : null
  if (advised === null) return refuse('no-bolus-advised', {})
  return advised === units
    ? null
    : refuse('figure-differs', { keyed: units, ordered: advised }, ['BOL-6'])
}

/** TIME-3: at any time from the stop on. */
export function assessBleeding(ask: Ask<'assessBleeding'>): Refusal | null {
  const { chart, command, at } = ask
  const { status, stop } = chart.infusion
  if (status !== 'stopped' && status !== 'ceased')
    return refuse('nothing-stopped', { status }, ['TIME-3'])
  // What an MO saw of a major bleed is taken whatever the time says.
  if (stop && command.finding !== 'major' && wholeMinutes(stop.at, statedAt(ask)) < 0)
    return refuse('assessed-before-stop', { stoppedAt: stop.at })
  if (command.plan === 'later' && command.until === undefined) return refuse('until-missing', {})
  return command.until !== undefined && isPast(command.until, at) ? refuse('until-past', {}) : null
}

function isPast(until: string, at: Instant): boolean {
  return instantOf(until) < at
}

/** BLEED-0, SIGN-7: cleared by a look at the patient since it was last seen. */
export function clearSuspension(ask: Ask<'clearSuspension'>): Refusal | null {
  const { chart, command } = ask
  const open = chart.suspensions.find(({ reason }) => reason === command.reason)
  if (!open) return refuse('not-suspended', { reason: command.reason })
  const since = open.lastSeenAt ?? open.at
  return wholeMinutes(since, statedAt(ask)) < 0 ? refuse('reviewed-before-event', { since }) : null
}
