import { produce } from 'immer'
import type { Entry } from '../../src/chart/entries.ts'
import { type ByHand, openedByHand, stepByHand } from '../yardsticks/mutatingFold.ts'

/** Immer's own way: each entry by one `produce`, whose recipe is the yardstick's step. */
export function immerStep(state: ByHand, entry: Entry): ByHand {
  return produce(state, (draft: ByHand) => {
    stepByHand(draft, entry)
  })
}

/** A replay by Immer, entry by entry. */
export function immerFold(entries: readonly Entry[]): ByHand {
  let state = openedByHand(entries[0])
  for (const entry of entries.slice(1)) state = immerStep(state, entry)
  return state
}
