/** What bags and withheld boluses do to the chart. */
import { minuteOf } from '../time.ts'
import { bagBar, bagOnPump, isStandardBag } from './bagAt.ts'
import type { Bag } from './care.ts'
import type { Chart } from './chart.ts'
import {
  addEvent,
  addOwed,
  type Draft,
  effectOf,
  type Handlers,
  voidUnlessMatched,
} from './draft.ts'
import type { Entry, EntryOf } from './entries.ts'

export const bagHandlers = {
  bagHung(draft, entry) {
    const wasBarred = bagBar(draft) !== null
    const { units, volumeMl, batch, expiry } = entry
    const bag: Bag = { ...effectOf(entry), units, volumeMl, batch, expiry }
    hang(draft, bag)
    addOwed(draft, entry, 'bag')
    if (!isStandardBag(bag)) askAboutWrongBag(draft, entry)
    if (wasBarred || !isStandardBag(bag)) changesStrength(draft, entry, bag)
  },
  bolusWithheld(draft, entry) {
    draft.bolusOrders = draft.bolusOrders.map((order) =>
      order.seq === entry.orderSeq ? { ...order, withheldBy: entry.seq } : order,
    )
    const act = draft.pending?.entry
    if (act?.kind === 'bolusGiven' && act.orderSeq === entry.orderSeq) voidUnlessMatched(draft)
  },
} satisfies Handlers

/** Puts a bag into the order of hanging; the later entry is the later bag where the minute is the same. The last one is on the pump: with it nothing is in doubt. */
export function hang(draft: Draft, { seq, at, units, volumeMl, batch, expiry }: Bag): void {
  const bag = { seq, at, units, volumeMl, batch, expiry }
  const place = draft.bags.findIndex((each) => minuteOf(each.at) > minuteOf(at))
  if (place >= 0) draft.bags.splice(place, 0, bag)
  else {
    draft.bags.push(bag)
    draft.bagInDoubt = null
  }
}

/** SIGN-4: two people read the label of what hangs differently; until they agree nobody knows its strength (CHART-9). */
export function labelsDiffer(draft: Draft, entry: EntryOf<'secondCheckMismatched'>): void {
  if (bagOnPump(draft)?.seq !== entry.actSeq || draft.bagInDoubt) return
  if (!draft.owed.some(({ kind, actSeq }) => kind === 'bag' && actSeq === entry.actSeq)) return
  const { seq, at } = effectOf(entry)
  draft.bagInDoubt = { why: 'labels-differ', bagSeq: entry.actSeq, seq, at }
  voidUnlessMatched(draft)
}

/** Both have read the label alike after all. */
export function labelsAgree(draft: Draft, bagSeq: number): void {
  const { bagInDoubt } = draft
  if (bagInDoubt?.why === 'labels-differ' && bagInDoubt.bagSeq === bagSeq) draft.bagInDoubt = null
}

/** CHART-1: what hung last was struck out; until a bag is hung nobody knows what does. */
export function bagStruck(draft: Draft, entry: Entry, { bagSeq, isWrong }: StruckBag): void {
  const { seq, at } = effectOf(entry)
  draft.bagInDoubt = { why: isWrong ? 'wrong-struck' : 'struck', bagSeq, seq, at }
}

/** The bag on the pump, where the entry that is struck out had hung it. */
export interface StruckBag {
  readonly bagSeq: number
  /** It was not the ready-made one, or it was in doubt. */
  readonly isWrong: boolean
}

/** The bag that a strike-out takes off the record, on the chart as it stood before; null: another entry is struck. */
export function struckBagOf(before: Chart, struckSeq: number): StruckBag | null {
  if (bagOnPump(before)?.seq !== struckSeq) return null
  return { bagSeq: struckSeq, isWrong: bagBar(before) !== null }
}

/** CHART-9: nothing that waits may go on, and an MO looks at what ran, also when the right bag hangs again. */
function askAboutWrongBag(draft: Draft, entry: EntryOf<'bagHung'>): void {
  voidUnlessMatched(draft)
  const { seq, at } = effectOf(entry)
  draft.moQuestions.push({ seq, at, about: 'wrong-bag' })
}

/**
 * Another strength from here, or the right one again: what runs is another dose, so earlier samples do not measure it.
 * A wrong bag entered late, after the right one was hung, changed the strength back when that was hung. Changed while
 * the infusion is off, it counts as well: a short interruption ends nothing else, and a stop keeps its base rate.
 */
function changesStrength(draft: Draft, entry: EntryOf<'bagHung'>, bag: Bag): void {
  const { status } = draft.infusion
  if (status === 'not-started' || status === 'ceased') return
  const last = bagOnPump(draft)
  const at = last && last.seq !== bag.seq ? last.at : bag.at
  addEvent(draft, 'bag-change', { ...effectOf(entry), at }, draft.infusion.rateMlPerHour)
}
