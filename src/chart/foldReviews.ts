/** What reviews do to the chart, and which titrations still lack the MO told (TIME-4, SIGN-2, SIGN-6). */

import { type Instant, instantOf } from '../time.ts'
import type { Draft, Handlers } from './draft.ts'
import type { EntryOf } from './entries.ts'
import { isMedicalOfficer } from './people.ts'

export const reviewHandlers = {
  infusionReviewed(draft, { seq, happenedAt }) {
    draft.moReviews = inOrder(draft.moReviews, { seq, at: instantOf(happenedAt) })
  },
  pharmacistReviewed(draft, { seq, happenedAt, by, concern }) {
    const review = { seq, at: instantOf(happenedAt), by, concern }
    draft.pharmacistReviews = inOrder(draft.pharmacistReviews, review)
  },
  moToldNamed(draft, { actSeq }) {
    draft.moUntold = draft.moUntold.filter((each) => each.actSeq !== actSeq)
  },
} satisfies Handlers

/** By clinical time, one recorded late sorted in (SIGN-7). */
function inOrder<T extends { readonly at: Instant }>(before: readonly T[], added: T): T[] {
  return [...before, added].sort((a, b) => a.at - b.at)
}

/**
 * SIGN-2: a nurse's titration in effect names the MO told. An MO who signed it, or whose order it carries out, knows.
 */
export function noteMoUntold(
  draft: Draft,
  act: EntryOf<'rateChanged' | 'rateKept'>,
  at: Instant,
): void {
  const ordered = 'orderSeq' in act && act.orderSeq !== undefined
  if (act.moTold !== undefined || ordered || isMedicalOfficer(act.by)) return
  draft.moUntold.push({ actSeq: act.seq, at })
}

/** SIGN-2: an MO who signed second has been told by it. */
export function dropIfMoSigned(draft: Draft, { by, actSeq }: EntryOf<'countersigned'>): void {
  if (isMedicalOfficer(by)) draft.moUntold = draft.moUntold.filter((e) => e.actSeq !== actSeq)
}
