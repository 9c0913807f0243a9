/** What became of a request whose reply was lost: the server is asked by the command's id, never told again. */
import type { Reply } from './api.ts'

const NOT_FOUND = 404
const UNAUTHORISED = 401
/** Pauses before each look-up: the lost request may still be on its way. */
const LOOK_UP_AFTER_MS = [0, 1_000, 2_000] as const

/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<void>

export type Settled<T> = Reply<T> | { readonly kind: 'not-recorded' }

/**
 * The reply itself, or what the look-ups say became of it; `unknown` when the server cannot be asked. Of a command that
 * was sent before, a session that has ended meanwhile says nothing: the earlier copy may be on the record.
 */
export async function settle<T>(
  first: Reply<T>,
  lookUp: () => Promise<Reply<T>>,
  pause: Pause,
  wasSentBefore = false,
): Promise<Settled<T>> {
  if (first.kind !== 'unknown' && !(wasSentBefore && isSessionOver(first))) return first
  let last: Settled<T> = first
  for (const ms of LOOK_UP_AFTER_MS) {
    await pause(ms)
    last = await lookUpOnce(lookUp)
    if (last.kind === 'ok' || last.kind === 'problem') return last
  }
  return last
}

/** One look-up: a 404 says that the command is not on the record; a session that has ended could not ask. */
export async function lookUpOnce<T>(lookUp: () => Promise<Reply<T>>): Promise<Settled<T>> {
  const reply = await lookUp()
  if (isSessionOver(reply)) return { kind: 'unknown' }
  const isMissing = reply.kind === 'problem' && reply.problem.status === NOT_FOUND
  return isMissing ? { kind: 'not-recorded' } : reply
}

function isSessionOver(reply: Reply<unknown>): boolean {
  return reply.kind === 'problem' && reply.problem.status === UNAUTHORISED
}
