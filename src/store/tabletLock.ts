/**
 * The lock of a shared tablet, and who switches in on it. The page locks itself when nobody touches it and tells the
 * server, which from then on tells a locked session nothing; and it locks where the server says that it has. What was
 * typed stays with its page. No PIN and nothing that proves one is kept: only the server can unlock.
 */
import * as z from 'zod/mini'
import type { StoreApi } from 'zustand/vanilla'
import { type PersonOnEntry, personOnEntry } from '../chart/people.ts'
import type { Api, Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { SessionHeed } from './heedSession.ts'
import type { LiveSources } from './live.ts'
import { followLockedAlarms, type LockedWard } from './lockedAlarms.ts'
import { SERVER_LOCKS_AFTER_MINUTES } from './locksAfter.ts'
import type { State } from './state.ts'
import { type Problem, type Session, session } from './wire.ts'

/** What unlocking or switching came to: null, it is done; `unknown`, the server did not answer. */
type Opened = Problem | 'unknown' | null

export interface TabletLock {
  /** Covers the screen at once, and tells the server. */
  lock(): void
  /** Tells the server that somebody has touched the tablet. */
  touched(): void
  unlock(pin: string): Promise<Opened>
  /** Who may switch in by their PIN; null while the server cannot be asked. */
  readPeople(): Promise<readonly PersonOnEntry[] | null>
  switchTo(userId: string, pin: string): Promise<Opened>
  /** What alarms on the ward while the tablet is locked, until the returned function is called. */
  followAlarms(hear: (ward: LockedWard) => void): () => void
  /** Reads anew what is open to the person signed in, and follows it. */
  renewSession(): Promise<void>
}

interface TabletLockParts {
  readonly state: StoreApi<State>
  readonly api: Pick<Api, 'ask'>
  readonly clock: ServerClock
  readonly live: LiveSources
  /** Nothing more is asked of the ward, and no stream is open. */
  readonly leave: () => void
  /** Covers the screen where a reply says that the session is locked. */
  readonly heedLock: SessionHeed['heedLock']
  /** The same person goes on where they were. */
  readonly goOn: (session: Session) => void
  /** Another person begins. */
  readonly begin: (session: Session) => void
}

const nothing = z.null()
/** Has the server lock the session too. */
export const LOCKING = { method: 'PUT', path: '/api/session/lock', reader: nothing } as const
const people = z.object({ people: z.array(personOnEntry) })

export function createTabletLock(parts: TabletLockParts): TabletLock {
  const { state, api, clock, live, leave, heedLock, goOn, begin } = parts
  const { getState, setState } = state

  function opened(reply: Reply<Session>, onward: (session: Session) => void): Opened {
    if (reply.kind === 'unknown') return 'unknown'
    if (reply.kind === 'problem') return reply.problem
    setState({ lockedFor: null })
    onward(reply.value)
    return null
  }

  return {
    lock() {
      const { session: now, lockedFor } = getState()
      if (now.status !== 'signed-in' || lockedFor !== null) return
      const { userId, name, role } = now.session.user
      setState({ lockedFor: { userId, name, role } })
      leave()
      void api.ask(LOCKING)
    },

    touched() {
      if (getState().lockedFor !== null) return
      void heedLock(api.ask({ method: 'PUT', path: '/api/session/use', reader: nothing }))
    },

    async unlock(pin) {
      const asked = api.ask({ path: '/api/session/unlock', reader: session, body: { pin } })
      await heedLock(asked)
      return opened(await asked, goOn)
    },

    async readPeople() {
      const reply = await api.ask({ path: '/api/session/people', reader: people })
      return reply.kind === 'ok' ? reply.value.people : null
    },

    async switchTo(userId, pin) {
      const body = { userId, pin, locksAfterMinutes: SERVER_LOCKS_AFTER_MINUTES }
      return opened(await api.ask({ path: '/api/session/switch', reader: session, body }), begin)
    },

    followAlarms: (hear) =>
      followLockedAlarms({ api, clock, after: live.after }, getState().wardId, hear),

    async renewSession() {
      const reply = await api.ask({ path: '/api/session', reader: session })
      if (reply.kind !== 'ok') return
      setState({ session: { status: 'signed-in', session: reply.value } })
      goOn(reply.value)
    },
  }
}
