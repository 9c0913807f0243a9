/** What striking an entry out does to the chart (CHART-1). */
import { instantOf } from '../time.ts'
import type { Chart, Suspension } from './chart.ts'
import { addOwed, type Draft } from './draft.ts'
import type { Entry, EntryKind, EntryOf } from './entries.ts'
import { bagStruck, type StruckBag, struckBagOf } from './foldBag.ts'
import { boundResultSeq } from './foldFacts.ts'

/** Entries that bear a dose: struck out, they are countersigned (CHART-1). */
const doseBearing: ReadonlySet<EntryKind> = new Set([
  'infusionPrescribed',
  'bolusGiven',
  'infusionStarted',
  'rateChanged',
  'rateKept',
  'rateOrdered',
  'bolusOrdered',
  'infusionStopped',
  'infusionCeased',
  'infusionInterrupted',
  'infusionResumed',
  'infusionRecommenced',
  'infusionRestarted',
  'bedsideFactRecorded',
  'bagHung',
])

/** What a strike-out means to the chart that it is signed on. */
export interface Strike {
  readonly struckSeq: number
  /** The struck entry had set the running rate or a stop. */
  readonly unconfirms: boolean
  /** The pending act was bound to it and had not been checked. */
  readonly voids: boolean
  readonly bearsDose: boolean
  /** What followed from it is marked for MO review. */
  readonly asks: boolean
  /** The bag on the pump, if the struck entry had hung it (CHART-9). */
  readonly bag: StruckBag | null
  /** Open at the time: striking the cause out does not clear them (BLEED-0). */
  readonly suspensions: readonly Suspension[]
}

/** Works out a strike-out on the chart as it stood before it. */
export function strikeOf(before: Chart, { struckSeq }: EntryOf<'entryStruckOut'>): Strike {
  const struck = before.entries.find(({ seq }) => seq === struckSeq)
  const bearsDose = struck !== undefined && doseBearing.has(struck.kind)
  const decided = before.results.some(
    (each) =>
      each.decidedBy !== null && (each.seq === struckSeq || each.collectionSeq === struckSeq),
  )
  const { infusion, pending, suspensions } = before
  const unconfirms = infusion.setBySeq === struckSeq && infusion.status !== 'not-started'
  return {
    struckSeq,
    unconfirms,
    // Every act is bound to the running rate or to the stop that it leads back from (SIGN-8).
    voids: pending?.matched === null && (unconfirms || isBound(before, struckSeq)),
    bearsDose,
    asks: bearsDose || decided,
    bag: struckBagOf(before, struckSeq),
    suspensions: [...suspensions],
  }
}

/** Puts a strike-out into effect on the chart derived without the struck entry. */
export function applyStrike(draft: Draft, strike: Strike, entry: Entry): void {
  if (strike.unconfirms) {
    draft.infusion = { ...draft.infusion, rateMlPerHour: null, rateUnconfirmed: true }
  }
  if (strike.bag) bagStruck(draft, entry, strike.bag)
  if (strike.voids) draft.pending = null
  for (const open of strike.suspensions) {
    if (!draft.suspensions.some(({ reason }) => reason === open.reason)) {
      draft.suspensions.push(open)
    }
  }
  if (strike.bearsDose) addOwed(draft, entry, 'strike-out')
  if (strike.asks) {
    draft.moQuestions.push({ seq: entry.seq, at: instantOf(entry.happenedAt), about: 'strike-out' })
  }
}

function isBound(before: Chart, struckSeq: number): boolean {
  const { pending } = before
  if (!pending) return false
  const act = pending.entry
  const orderSeq = 'orderSeq' in act ? act.orderSeq : null
  const resultSeq = boundResultSeq(before)
  const result = before.results.find(({ seq }) => seq === resultSeq)
  return [act.seq, orderSeq, resultSeq, result?.collectionSeq, before.prescription?.seq].includes(
    struckSeq,
  )
}
