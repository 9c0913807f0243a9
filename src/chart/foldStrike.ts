/** What striking an entry out does to the chart (CHART-1). */
import { instantOf } from '../time.ts'
import type { Chart, Suspension } from './chart.ts'
import { addOwed, type Draft, lastEvent } from './draft.ts'
import type { Entry, EntryKind, EntryOf } from './entries.ts'
import { bagStruck, type StruckBag, struckBagOf } from './foldBag.ts'
import { boundResultSeq } from './foldFacts.ts'
import { SETS_RATE } from './samples.ts'

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
  /** From here nobody knows what the pump does, until it is read. */
  readonly unconfirms: boolean
  /** The pending act rested on it and had not been checked. */
  readonly voids: boolean
  readonly bearsDose: boolean
  /** What followed from it is marked for MO review. */
  readonly asks: boolean
  /** The bag on the pump, if the struck entry had hung it (CHART-9). */
  readonly bag: StruckBag | null
  /** Open at the time: striking the cause out does not clear them (BLEED-0). */
  readonly suspensions: readonly Suspension[]
}

/** Works out a strike-out from the chart as it stood before it and as it reads without the struck entry. */
export function strikeOf(
  before: Chart,
  without: Chart,
  { seq: strikeSeq, struckSeq }: EntryOf<'entryStruckOut'>,
): Strike {
  const struck = before.entries.find(({ seq }) => seq === struckSeq)
  const bearsDose = struck !== undefined && doseBearing.has(struck.kind)
  const decided = before.results.some(
    (each) =>
      each.decidedBy !== null && (each.seq === struckSeq || each.collectionSeq === struckSeq),
  )
  const { pending, suspensions, prescription } = before
  const hasNeverRun = without.infusion.status === 'not-started' && !wasEverSet(before, strikeSeq)
  const unconfirms = !hasNeverRun && leavesInDoubt(before, without, struckSeq)
  const rests = isBound(before, struckSeq) || isBarredAgain(before, without)
  // The dose was worked out from the weight prescribed for (INIT-6, H16).
  const asks = bearsDose || decided || prescription?.entry.weightSeq === struckSeq
  return {
    struckSeq,
    unconfirms,
    // Every act is bound to the running rate or to the stop that it leads back from (SIGN-8).
    voids: pending?.matched === null && (unconfirms || rests || (asks && !isDecrease(before))),
    bearsDose,
    asks,
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

/** H47: the pump's state is shown as known only where it was, and as the same; striking a line out sets no pump. */
function leavesInDoubt(before: Chart, without: Chart, struckSeq: number): boolean {
  const { infusion } = before
  const { status, rateMlPerHour } = without.infusion
  if (infusion.rateUnconfirmed || infusion.setBySeq === struckSeq) return true
  if (status !== infusion.status || rateMlPerHour !== infusion.rateMlPerHour) return true
  return infusion.interruption !== null && losesRateBefore(before, without, struckSeq)
}

/** INT-1: it is resumed at the rate that the pump was set to before; the entry that says so must stand. */
function losesRateBefore(before: Chart, without: Chart, struckSeq: number): boolean {
  const setter = lastEvent(before.events, ({ kind }) => SETS_RATE.has(kind))
  return setter?.actSeq === struckSeq || rateBefore(before) !== rateBefore(without)
}

function rateBefore({ infusion }: Chart): number | null {
  return infusion.interruption?.rateBeforeMlPerHour ?? null
}

/** Whether anybody was sent to set the pump, or found it running, by an entry struck out or not; else there is none to read. */
function wasEverSet({ entries }: Chart, strikeSeq: number): boolean {
  return entries.some((entry) => {
    if (entry.seq >= strikeSeq) return false
    if (entry.kind === 'bedsideFactRecorded') return entry.fact === 'pump-found-at'
    const isSigned = entry.kind === 'countersigned' || entry.kind === 'secondCheckMatched'
    return isSigned && entries[entry.actSeq - 1]?.kind === 'infusionStarted'
  })
}

/** A suspension is open again (BLEED-0), or a waiting restart has lost the MO's assessment (TIME-3). */
function isBarredAgain({ suspensions, assessment, pending }: Chart, without: Chart): boolean {
  const wasOpen = new Set(suspensions.map(({ reason }) => reason))
  if (without.suspensions.some(({ reason }) => !wasOpen.has(reason))) return true
  return pending?.entry.kind === 'infusionRestarted' && without.assessment?.seq !== assessment?.seq
}

/** Until the MO has answered only a decrease goes on (CHART-1, TIME-8). */
function isDecrease({ pending, infusion }: Chart): boolean {
  const act = pending?.entry
  const { rateMlPerHour } = infusion
  if (act?.kind !== 'rateChanged' || rateMlPerHour === null) return false
  return act.newRateMlPerHour <= rateMlPerHour
}

function isBound(before: Chart, struckSeq: number): boolean {
  const { pending } = before
  if (!pending) return false
  const act = pending.entry
  const orderSeq = 'orderSeq' in act ? act.orderSeq : null
  const resultSeq = boundResultSeq(before)
  const result = before.results.find(({ seq }) => seq === resultSeq)
  const { seq, entry } = before.prescription ?? { seq: null, entry: null }
  return [act.seq, orderSeq, resultSeq, result?.collectionSeq, seq, entry?.weightSeq].includes(
    struckSeq,
  )
}
