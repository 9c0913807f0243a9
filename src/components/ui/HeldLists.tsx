import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import classes from './HeldLists.module.css'
import { HeldListsContext } from './HeldListsContext.ts'
import { createListHold } from './listHold.ts'

/** A finger that is on its way when the rows move was aimed at what stood there: for so long it meets nothing. */
const SETTLES_MS = 700

/**
 * The lists of a page. None of them changes its order under a finger (H15); that one has changed is said at the edge of
 * the screen, and it moves once nothing is touched. The keyboard stays on its row.
 */
export function HeldLists({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const focusAgain = useKeptRow(box)
  const [hold] = useState(() => createListHold(ground))
  useEffect(() => hold.hear(window), [hold])
  const isWaiting = useSyncExternalStore(hold.subscribe, hold.isWaiting)
  const held = useMemo(
    () => ({
      isHeld: hold.isHeld,
      wait: hold.wait,
      moved() {
        keepOff(box.current)
        focusAgain()
      },
    }),
    [hold, focusAgain],
  )
  return (
    <HeldListsContext value={held}>
      <div ref={box}>{children}</div>
      {isWaiting && (
        <p className={classes.sign} aria-hidden="true">
          The list has changed: it moves once nothing is touched
        </p>
      )}
    </HeldListsContext>
  )
}

/** Brings the keyboard back to its row, where that has come under another heading: there it is another element. */
function useKeptRow(box: RefObject<HTMLElement | null>): () => void {
  const focused = useRef<Focused | null>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      focused.current = box.current?.contains(target as Node) ? focusedIn(target as Element) : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [box])
  return useCallback(() => {
    const isLost = focused.current?.element.isConnected === false
    if (isLost && document.activeElement === document.body) focusRow(box.current, focused.current)
  }, [box])
}

const ground = {
  now: () => performance.now(),
  after(ms: number, call: () => void) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

function keepOff(box: HTMLElement | null): void {
  // A browser without animations lets the finger through.
  box?.animate?.({ pointerEvents: ['none', 'none'] }, SETTLES_MS)
}

interface Focused {
  readonly element: Element
  readonly row: string
  /** Which of the ways of its row. */
  readonly place: number
}

const WAYS = 'a, button, summary'

function focusedIn(target: Element): Focused | null {
  const row = target.closest<HTMLElement>('[data-row]')
  if (row === null) return null
  const place = [...row.querySelectorAll(WAYS)].indexOf(target)
  return { element: target, row: row.dataset['row'] ?? '', place }
}

function focusRow(box: HTMLElement | null, focused: Focused | null): void {
  const rows = [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const row = rows.find(({ dataset }) => dataset['row'] === focused?.row)
  const way = row?.querySelectorAll<HTMLElement>(WAYS)[focused?.place ?? 0]
  way?.focus({ preventScroll: true })
}
