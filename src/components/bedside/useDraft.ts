import { useCallback, useState } from 'react'

/** Whose half-typed input it is, and where: never offered to another person, page or chart. */
export interface DraftName {
  readonly userId: string
  readonly chartId: string
  readonly page: string
}

const keyOf = ({ userId, chartId, page }: DraftName) => `draft:${userId}:${chartId}:${page}`

/**
 * Half-typed input that survives a reload of the tablet, kept for this tab only. Never give it a PIN.
 * @returns the draft, a setter that merges, and a way to forget it
 */
export function useDraft<T extends object>(
  name: DraftName,
  empty: T,
): readonly [T, (change: Partial<T>) => void, () => void] {
  const key = keyOf(name)
  const [state, setState] = useState(() => ({ key, draft: readDraft(key, empty) }))
  // Another person or chart on the same mounted page starts from their own draft.
  const current = state.key === key ? state.draft : readDraft(key, empty)
  const set = useCallback(
    (change: Partial<T>) => {
      setState((before) => {
        const base = before.key === key ? before.draft : readDraft(key, empty)
        const draft = { ...base, ...change }
        sessionStorage.setItem(key, JSON.stringify(draft))
        return { key, draft }
      })
    },
    [key, empty],
  )
  const clear = useCallback(() => {
    sessionStorage.removeItem(key)
    setState({ key, draft: empty })
  }, [key, empty])
  return [current, set, clear]
}

function readDraft<T extends object>(key: string, empty: T): T {
  const kept = sessionStorage.getItem(key)
  if (kept === null) return empty
  try {
    const parsed: unknown = JSON.parse(kept)
    return typeof parsed === 'object' && parsed !== null ? { ...empty, ...parsed } : empty
  } catch {
    return empty
  }
}
