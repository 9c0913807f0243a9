import { type CSSProperties, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { HeldListsContext } from './HeldListsContext.ts'

/** What the element of a row carries. */
export interface RowPlace {
  readonly 'data-row': string
  /** It is in the list no more and keeps its place empty, so that none below it moves up under the finger. */
  readonly inert?: boolean
  readonly style?: CSSProperties
}

interface HeldRow<T> {
  readonly key: string
  readonly place: RowPlace
  /** As it is now; of one that has gone, as it was when the list was last put in order. */
  readonly row: T
  /** As it was when the list was last put in order: what it stands under. */
  readonly placed: T
  readonly isGone: boolean
}

const EMPTY = { inert: true, style: { visibility: 'hidden' } } as const

interface Identity<T> {
  readonly keyOf: (row: T) => string
  /** Where in the list it stands beside its place in the order, such as its group. */
  readonly groupOf?: (row: T) => string
}

/**
 * Rows in the order in which they may be shown: what they say is always the latest, where they stand is held while
 * somebody touches the page, so that a tap lands on the patient it was aimed at (H15). What a person chooses, such as
 * another filter, is another list: give it a key of its own.
 */
export function useHeldOrder<T>(rows: readonly T[], { keyOf, groupOf }: Identity<T>): HeldRow<T>[] {
  const held = useContext(HeldListsContext)
  if (held === null) throw new Error('A list of patients stands within HeldLists')
  const orderOf = (list: readonly T[]) =>
    list.map((row) => `${groupOf?.(row) ?? ''} ${keyOf(row)}`).join('\n')
  const [placed, setPlaced] = useState(rows)
  const order = orderOf(placed)
  const waits = order !== orderOf(rows)
  if (waits && !held.isHeld()) setPlaced(rows)

  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  useEffect(() => (waits ? held.wait(() => setPlaced(latest.current)) : undefined), [waits, held])
  const shown = useRef(order)
  useLayoutEffect(() => {
    if (shown.current !== order) held.moved()
    shown.current = order
  }, [held, order])

  const now = new Map(rows.map((row) => [keyOf(row), row]))
  return placed.map((was) => {
    const key = keyOf(was)
    const row = now.get(key)
    const isGone = row === undefined
    const place = { 'data-row': key, ...(isGone && EMPTY) }
    return { key, place, row: row ?? was, placed: was, isGone }
  })
}
