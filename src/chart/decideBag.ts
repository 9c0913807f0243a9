/** Hanging a bag, withholding a bolus (CHART-9, BOL). */
import { BAG } from '../protocols/ward.ts'
import { type Instant, isoOf, plusHours } from '../time.ts'
import { isInTenths } from '../units.ts'
import { type Ask, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import { bagBar } from './bagAt.ts'
import type { Chart } from './chart.ts'
import type { Refusal } from './decision.ts'
import { pendingAt } from './pending.ts'
import { recommencingOrder } from './recommencingOrder.ts'
import { refuse } from './refuse.ts'

const ISO_DATE_LENGTH = 10

export const bagRules: RulesFor<'hangBag' | 'withholdBolus'> = { hangBag, withholdBolus }

/** Any bag that hangs is recorded, a wrong one too: the record follows the pump (CHART-9, CHART-10). */
function hangBag(ask: Ask<'hangBag'>): Refusal | null {
  const { chart, command } = ask
  return firstRefusal([
    () => statusRefusal(chart),
    () => labelRefusal(command),
    () => expiryRefusal(command.expiry, statedAt(ask)),
  ])
}

/** The first bag comes with the start; after a cease one is hung only for recommencing (RECOM-1). */
function statusRefusal(chart: Chart): Refusal | null {
  const { status } = chart.infusion
  const isForRecommencing = status === 'ceased' && recommencingOrder(chart) !== null
  if (status === 'not-started') return refuse('bag-with-the-start', {})
  return status === 'ceased' && !isForRecommencing ? refuse('no-bag-after-cease', {}) : null
}

function labelRefusal({ units, volumeMl }: { units: number; volumeMl: number }): Refusal | null {
  const isLabel = Number.isSafeInteger(units) && units > 0 && isInTenths(volumeMl) && volumeMl > 0
  return isLabel ? null : refuse('no-such-label', { units, volumeMl })
}

/**
 * CHART-9: not after its last day. The engine knows no time zone: the day is over as soon as it is over anywhere, so
 * a bag on its last day may be refused hours early, never late.
 */
export function expiryRefusal(expiry: string | undefined, at: Instant): Refusal | null {
  if (expiry === undefined) return null
  const today = isoOf(plusHours(at, BAG.expiryHoursAheadOfUtc)).slice(0, ISO_DATE_LENGTH)
  return expiry < today ? refuse('bag-expired', { expiry }) : null
}

/** A bolus that is not given, with its reason: the order is closed for good. */
function withholdBolus({ chart, command, at }: Ask<'withholdBolus'>): Refusal | null {
  const order = chart.bolusOrders.find(({ seq }) => seq === command.orderSeq)
  const pending = pendingAt(chart, at)
  if (!order) return refuse('no-such-order', { orderSeq: command.orderSeq })
  if (order.givenBy !== null) return refuse('bolus-lapsed', { lapse: 'given' })
  if (order.withheldBy !== null) return refuse('bolus-lapsed', { lapse: 'withheld' })
  const isAtTheLine =
    pending?.step === 'read-back' &&
    pending.entry.kind === 'bolusGiven' &&
    pending.entry.orderSeq === order.seq
  return isAtTheLine ? refuse('finish-read-back', {}, ['SIGN-9']) : null
}

/** CHART-9: with any other bag a rate in mL/hr means another dose: nothing is signed, ordered or given. */
export function bagRefusal(chart: Chart): Refusal | null {
  const bar = bagBar(chart)
  return bar ? refuse('wrong-bag-hangs', { why: bar.why, since: bar.at }) : null
}
