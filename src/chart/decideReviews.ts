/** Reviews and the MO told (TIME-4, SIGN-2, SIGN-6). */
import { type Instant, instantOf } from '../time.ts'
import { type Ask, aheadRefusal, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import type { Chart } from './chart.ts'
import type { Refusal } from './decision.ts'
import { refuse } from './refuse.ts'
import { wholeMinutes } from './samples.ts'

/** TIME-4: a review of a running course; after a cease an MO may still write one. */
function reviewInfusion(ask: Ask<'reviewInfusion'>): Refusal | null {
  const { firstStartedAt } = ask.chart.infusion
  if (firstStartedAt === null) return refuse('nothing-to-review', {})
  const stated = statedAt(ask)
  return wholeMinutes(firstStartedAt, stated) < 0
    ? refuse('review-before-start', { stated, since: firstStartedAt })
    : null
}

/** SIGN-2: the act lacks its MO told, and the time told is one at which there was something to tell. */
function nameMoTold({ chart, command, at }: Ask<'nameMoTold'>): Refusal | null {
  const toldAt = instantOf(command.moTold.at)
  const resultedAt = resultOf(chart, command.actSeq)?.resultedAt
  return firstRefusal([
    () =>
      chart.moUntold.some(({ actSeq }) => actSeq === command.actSeq)
        ? null
        : refuse('no-mo-to-name', {}),
    () => toldAheadRefusal(command, at),
    () =>
      resultedAt !== undefined && wholeMinutes(resultedAt, toldAt) < 0
        ? refuse('told-before-result', { stated: toldAt, since: resultedAt })
        : null,
  ])
}

/** SIGN-7: nobody is told at a time to come. */
export function toldAheadRefusal(
  { moTold }: Pick<Ask<'changeRate' | 'keepRate' | 'nameMoTold'>['command'], 'moTold'>,
  at: Instant,
): Refusal | null {
  return moTold === undefined ? null : aheadRefusal([moTold.at], at)
}

/** The result that a titration answers. */
function resultOf({ results }: Chart, actSeq: number) {
  return results.find(({ decidedBy }) => decidedBy === actSeq)
}

export const reviewRules: RulesFor<'reviewInfusion' | 'reviewAsPharmacist' | 'nameMoTold'> = {
  reviewInfusion,
  reviewAsPharmacist: () => null,
  nameMoTold,
}
