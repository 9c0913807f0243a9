/** The first screen, and what may wait until it stands: on a slow tablet everything else would hold it up. */
import type { StoreApi } from 'zustand/vanilla'
import type { State } from './state.ts'

/** Whether there is something to look at: a ward's board, or all there will be of it while the server is silent. */
export function isFirstScreenThere({ session, lockedFor, board, connection }: State): boolean {
  if (lockedFor !== null || board !== null || connection === 'stale') return true
  if (session.status === 'signed-in') return session.session.wards.length === 0
  return session.status !== 'asking'
}

/** Is kept once the first screen is there; on a silent server after 15 s at the latest. */
export function firstScreen(state: StoreApi<State>): Promise<void> {
  return new Promise((resolve) => {
    const leave = state.subscribe(look)
    function look(now: State): void {
      if (!isFirstScreenThere(now)) return
      leave()
      resolve()
    }
    look(state.getState())
  })
}
