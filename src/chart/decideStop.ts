/**
 * Stops and ceases (SIGN-5): never refused for who signs, what the chart has become or how late it is said. What
 * they freeze: the rate in effect at the actual stop, the hold's end, the restart rate (NOMO-10).
 */

import { advise } from '../nomogram/advise.ts'
import { protocolFor } from '../protocols/register.ts'
import { type Instant, isoOf, plusMinutes } from '../time.ts'
import { type Ask, statedAt } from './ask.ts'
import { bagBar } from './bagAt.ts'
import type { Chart } from './chart.ts'
import { lastEvent } from './draft.ts'
import { isStopOutrun } from './isOvertaken.ts'
import { isMedicalOfficer } from './people.ts'
import { protocolOf, type ResultView, resultAt } from './results.ts'
import { SETS_RATE, wholeMinutes } from './samples.ts'

interface Frozen {
  readonly rateBeforeMlPerHour: number | null
  readonly restartNotBefore: string | null
  readonly restartRateMlPerHour: number | null
}

/** What an `infusionStopped` entry freezes. Without a hold the stop is provisional: an MO decides. */
export function stopFrozen(ask: Ask<'stopInfusion'>): Frozen {
  const { chart } = ask
  const provisional = provisionalFrozen(chart, statedAt(ask))
  const { rateBeforeMlPerHour } = provisional
  const stoppedAt = standingStop(chart)?.at ?? statedAt(ask)
  if (!isNomogramStop(ask)) return provisional
  const hold = holdFrom(chart, stoppedAt)
  if (hold === null) return provisional
  return {
    rateBeforeMlPerHour,
    restartNotBefore: isoOf(hold),
    restartRateMlPerHour: hasOtherStrengthSince(chart, stoppedAt)
      ? null
      : restartRate(chart, rateBeforeMlPerHour),
  }
}

/** What a provisional stop freezes: the base rate, and no way back without an MO (SIGN-5). */
export function provisionalFrozen(chart: Chart, stated: Instant): Frozen {
  const stop = standingStop(chart)
  return {
    rateBeforeMlPerHour: stop ? stop.rateBeforeMlPerHour : rateAt(chart, stated),
    restartNotBefore: null,
    restartRateMlPerHour: null,
  }
}

/** The stop that a further one leaves as it is (SIGN-5); one that the pump was set after is over (NOMO-10). */
function standingStop(chart: Chart): Chart['infusion']['stop'] {
  return isStopOutrun(chart) ? null : chart.infusion.stop
}

/** The hold counts where the nomogram advises the stop, or an MO chooses the stop row (NOMO-9, NOMO-17, SIGN-5). */
function isNomogramStop(ask: Ask<'stopInfusion'>): boolean {
  const { chart, command, by, at } = ask
  if (command.reason !== 'nomogram') return false
  // A base rate of another strength is none to restart from: an MO decides (CHART-9).
  if (bagBar(chart)) return false
  const { status } = chart.infusion
  if (status === 'ceased' || status === 'not-started') return false
  const view = resultAt(chart, command.resultSeq, at)
  if (!view) return false
  const byMo = by.identity === 'confirmed' && isMedicalOfficer(by)
  return isAdvised(view, status) || (byMo && mayChooseStop(view))
}

function isAdvised({ use, inStopBand }: ResultView, status: Chart['infusion']['status']): boolean {
  return inStopBand && status !== 'stopped' && (use === 'usable' || use === 'old')
}

function mayChooseStop({ use, couldStop }: ResultView): boolean {
  return couldStop && use !== 'struck-out' && use !== 'baseline'
}

function holdFrom(chart: Chart, stoppedAt: Instant): Instant | null {
  const top = protocolOf(chart)?.nomogram.at(-1)
  return top?.kind === 'stop' ? plusMinutes(stoppedAt, top.stopMinutes) : null
}

/** CHART-9: another bag ran at the stop than hangs now; less two of its rate is no rate of this one. */
function hasOtherStrengthSince({ events }: Chart, stoppedAt: Instant): boolean {
  return events.some(({ kind, at }) => kind === 'bag-change' && wholeMinutes(stoppedAt, at) >= 0)
}

/** The base rate less the stop row's step, or null where that gives none (NOMO-5). */
function restartRate({ prescription }: Chart, base: number | null): number | null {
  if (!prescription || base === null) return null
  const protocol = protocolFor(prescription.entry.protocol, prescription.entry.protocolVersion)
  const advice = advise(protocol, { kind: 'unclottable' }, base)
  return advice.kind === 'stop' ? advice.restartRateMlPerHour : null
}

/** The rate in effect at the stated time, never a pending one (NOMO-10). */
export function rateAt({ infusion, events }: Chart, at: Instant): number | null {
  if (infusion.rateUnconfirmed) return null
  if (infusion.interruption) return infusion.interruption.rateBeforeMlPerHour
  const setter = lastEvent(
    events,
    ({ kind, at: eventAt }) => SETS_RATE.has(kind) && wholeMinutes(eventAt, at) >= 0,
  )
  return infusion.rateMlPerHour === null ? null : (setter?.rateMlPerHour ?? infusion.rateMlPerHour)
}
