import { createContext } from 'react'
import type { ListHold } from './listHold.ts'

interface HeldHere extends Pick<ListHold, 'isHeld' | 'wait'> {
  /** A list has taken another order. */
  readonly moved: () => void
}

/** The hold over the lists of the page; null outside `HeldLists`. */
export const HeldListsContext = createContext<HeldHere | null>(null)
