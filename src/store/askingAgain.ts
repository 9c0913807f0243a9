/** Who is signed in, asked until the server answers; in between what this tablet kept is shown, for reading. */
import type { StoreApi } from 'zustand/vanilla'
import type { Api } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { Keeping } from './keeping.ts'
import type { KeptReach } from './keptReach.ts'
import type { LiveSources } from './live.ts'
import type { State } from './state.ts'
import { LOCKING } from './tabletLock.ts'
import type { Problem, Session } from './wire.ts'

/** While the server is out of reach it is asked again after so long, and up to as much more by chance. */
const ASK_AGAIN_AFTER_MS = 5_000

export interface AskingAgain {
  /** Asks once, and goes on asking while there is no answer. */
  ask(): Promise<void>
  /** A locked tablet without the server, which alone could unlock it: shows what is kept, for reading; false: nothing is. */
  readKept(): Promise<boolean>
  /** Without the server: another ward of those that this tablet kept. */
  chooseKept(wardId: string): Promise<void>
}

interface AskingAgainParts {
  readonly state: StoreApi<State>
  readonly api: Pick<Api, 'readSession' | 'ask'>
  readonly clock: ServerClock
  readonly live: Pick<LiveSources, 'after' | 'chance'>
  readonly keeping: Keeping
  readonly signedIn: (session: Session) => Promise<void>
  /** The server answers, and nobody may go on: signed out, or locked. */
  readonly refused: (problem: Problem) => void
}

export function createAskingAgain(parts: AskingAgainParts): AskingAgain {
  const { state, api, clock, live, keeping, signedIn, refused } = parts
  let keptReach: Promise<KeptReach | null> | null = null
  let cancelAsking = () => {}

  /** Fetched only where it is needed; null where it cannot be. */
  function withoutServer(): Promise<KeptReach | null> {
    keptReach ??= import('./keptReach.ts')
      .then(({ createKeptReach }) => createKeptReach({ state, clock, keeping }))
      .catch(() => {
        keptReach = null
        return null
      })
    return keptReach
  }
  async function enter(): Promise<boolean> {
    return (await (await withoutServer())?.enter()) ?? false
  }
  function askLater(): void {
    cancelAsking()
    const ms = ASK_AGAIN_AFTER_MS * (1 + live.chance())
    cancelAsking = live.after(ms, () => void ask())
  }
  /** A session that stands unlocks nothing: the server may not have heard of the lock. */
  async function goOn(session: Session): Promise<void> {
    const { readsOnly, reach } = state.getState()
    if (!readsOnly) return signedIn(session)
    const { userId, name, role } = session.user
    state.setState({ lockedFor: { userId, name, role } })
    // Of a page that was only loaded anew it is not: another page of the tablet may have been unlocked, and be in use.
    if (reach === 'kept') void api.ask(LOCKING)
  }
  async function ask(): Promise<void> {
    cancelAsking()
    const { session } = state.getState()
    const reply = await api.readSession()
    // Somebody signed in or out while the answer was on its way: it tells of a session that has ended.
    if (state.getState().session !== session) return
    if (reply.kind === 'ok') return goOn(reply.value)
    if (reply.kind === 'problem') return refused(reply.problem)
    if (state.getState().reach !== 'kept' && !(await enter())) {
      state.setState({ session: { status: 'unreachable' } })
    }
    askLater()
  }

  return {
    ask,
    async readKept() {
      const isShown = await enter()
      if (isShown) {
        state.setState({ lockedFor: null, readsOnly: true })
        // The server, once it answers, says that the session is locked.
        askLater()
      }
      return isShown
    },
    async chooseKept(wardId) {
      if (wardId !== state.getState().wardId) await (await withoutServer())?.choose(wardId)
    },
  }
}
