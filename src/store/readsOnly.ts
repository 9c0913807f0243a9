/**
 * The kept charts of a locked tablet, opened without a secret: for reading. Nothing is entered in the name that it is
 * locked for, and a stop is nobody's, until a PIN or a password opens it (ADR 0009).
 */
import type { StoreApi } from 'zustand/vanilla'
import type { TabStorage } from './keptCommands.ts'
import type { State } from './state.ts'
import type { Problem } from './wire.ts'

const KEY = 'heparin-chart.locked'
const YES = 'yes'

const READS_ONLY: Problem = {
  type: '/problems/reads-only',
  title: 'Not recorded: the tablet is locked',
  status: 503,
  detail: 'What it kept is shown for reading. Who enters something has to unlock it first.',
  next: 'Use the paper chart until the server can be reached. STOP is taken.',
}

/** What is said to whoever would enter something; null: somebody has shown who they are. */
export function readerRefused({ readsOnly }: State) {
  return readsOnly ? ({ kind: 'problem', problem: READS_ONLY } as const) : null
}

/** Loading a locked page anew is no unlocking: the tab keeps that it was locked, and nothing of whom. */
export function keepLock(state: StoreApi<State>, storage: TabStorage): void {
  let isKept = wasLocked(storage)
  state.setState({ readsOnly: isKept })
  state.subscribe(({ lockedFor, readsOnly }) => {
    const isLocked = lockedFor !== null || readsOnly
    if (isLocked === isKept) return
    isKept = isLocked
    try {
      storage.setItem(KEY, isLocked ? YES : '')
    } catch {
      // A browser that keeps nothing: the server still locks the session that nobody uses.
    }
  })
}

function wasLocked(storage: TabStorage): boolean {
  try {
    return storage.getItem(KEY) === YES
  } catch {
    return false
  }
}
