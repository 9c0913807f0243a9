import { useCallback, useEffect, useRef, useState } from 'react'
import { useChartStore, useNow, useStoreState } from './useChart.ts'
import { readWardDue, type WardDue } from './wardDue.ts'

/** How far the due list of the ward has come; `unreachable` only while none has been read. */
export type WardDueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'ready'; readonly page: WardDue }

interface Read {
  readonly wardId: string
  readonly state: WardDueState
}

const LOADING: WardDueState = { kind: 'loading' }

/**
 * All that is due on the ward, read again whenever its board is: with each entry on its stream, and at each instant at
 * which time alone changes what is due; each minute only while the last reading failed.
 * What was read stays while a later reading fails: the band above the page says that it is out of date.
 */
export function useWardDue(): { readonly due: WardDueState; readonly again: () => void } {
  const store = useChartStore()
  const now = useNow()
  const wardId = useStoreState((state) => state.wardId)
  const board = useStoreState((state) => state.board)
  const [read, setRead] = useState<Read | null>(null)
  const asked = useRef(0)
  const answered = useRef(0)
  const [isMissed, setIsMissed] = useState(false)
  const minuteMissed = isMissed ? now : null

  const again = useCallback(() => {
    if (wardId === null) return
    asked.current += 1
    const turn = asked.current
    void readWardDue(store, wardId).then((reply) => {
      // A reply that a later one overtook tells of what was due before.
      if (turn < answered.current) return
      answered.current = turn
      setIsMissed(reply.kind !== 'ok')
      setRead((before) => {
        if (reply.kind === 'ok') return { wardId, state: { kind: 'ready', page: reply.value } }
        const kept = before?.wardId === wardId && before.state.kind === 'ready'
        return kept ? before : { wardId, state: { kind: 'unreachable' } }
      })
    })
  }, [store, wardId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new board means that what is due may differ, a minute that what was missed may be had
  useEffect(again, [again, board, minuteMissed])

  return { due: read?.wardId === wardId ? (read?.state ?? LOADING) : LOADING, again }
}
