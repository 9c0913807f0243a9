/** What a reply says of the session in which it was asked for: that it is locked, or that it has ended. */
import type { StoreApi } from 'zustand/vanilla'
import { personOnEntry } from '../chart/people.ts'
import type { Reply } from './api.ts'
import type { State } from './state.ts'

export interface SessionHeed {
  /** Covers the screen where the reply says that the session is locked, and signs out where it has ended. */
  heed<T>(asked: Promise<Reply<T>>): Promise<Reply<T>>
  /** The same of a lock alone, and of a tablet that another person has taken. */
  heedLock(asked: Promise<Reply<unknown>>): Promise<void>
}

interface SessionHeedParts {
  readonly state: StoreApi<State>
  /** Nothing more is asked of the ward, and no stream is open. */
  readonly leave: () => void
  readonly signedOut: () => void
}

const UNAUTHORISED = 401

export function createSessionHeed({ state, leave, signedOut }: SessionHeedParts): SessionHeed {
  /** Goes on with every sign-in and sign-out, lock and unlocking. */
  let turn = 0
  state.subscribe((now, before) => {
    if (now.session !== before.session || now.lockedFor !== before.lockedFor) turn += 1
  })

  /** The reply, and whether it is of the turn that still lasts: a late one tells of what is over, and locks nobody out. */
  async function inTurn<T>(asked: Promise<Reply<T>>) {
    const then = turn
    const reply = await asked
    return { reply, isNow: turn === then }
  }
  /** Whether a reply says that the session is locked; then the screen is covered, and nobody is signed out. */
  function isLock(reply: Reply<unknown>): boolean {
    if (reply.kind !== 'problem' || reply.problem.type !== '/problems/session-locked') return false
    const by = personOnEntry.safeParse(reply.problem.facts)
    if (!by.success) return false
    state.setState({ lockedFor: by.data })
    leave()
    return true
  }

  return {
    async heed(asked) {
      const { reply, isNow } = await inTurn(asked)
      if (!isNow || isLock(reply)) return reply
      if (reply.kind === 'problem' && reply.problem.status === UNAUTHORISED) signedOut()
      return reply
    },
    async heedLock(asked) {
      const { reply, isNow } = await inTurn(asked)
      if (isNow && !isLock(reply) && isTaken(reply)) signedOut()
    },
  }
}

/** Somebody else has signed in on another page of this tablet: this one is nobody's (H15). */
function isTaken(reply: Reply<unknown>): boolean {
  return reply.kind === 'problem' && reply.problem.type === '/problems/another-person'
}
