/**
 * The server's HTTP face as the store uses it. Every call answers one of three things: the reply, a problem
 * (RFC 9457), or `unknown`: no readable answer came back in time, so nobody can say whether the server did it.
 * A PIN passes through on its way out and is kept nowhere.
 */
import * as z from 'zod/mini'
import type { CheckRequest, Command, OpenChart } from '../chart/commands.ts'
import { SERVER_LOCKS_AFTER_MINUTES } from './locksAfter.ts'
import {
  type Accepted,
  accepted,
  type Board,
  board,
  type Checked,
  checked,
  type EntriesPage,
  entriesPage,
  type Problem,
  problem,
  type Session,
  type SignInPage,
  session,
  signInPage,
} from './wire.ts'

export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unknown' }

const REPLY_WITHIN_MS = 10_000
/** What only reads may be asked again, so it is given up sooner. */
const READ_WITHIN_MS = 4_000
const SERVER_FAULT = 500
const UNKNOWN = { kind: 'unknown' } as const

export interface Api {
  readSession(): Promise<Reply<Session>>
  signIn(userId: string, password: string): Promise<Reply<Session>>
  signOut(): Promise<Reply<null>>
  readSignInPage(): Promise<Reply<SignInPage>>
  readBoard(wardId: string): Promise<Reply<Board>>
  readEntries(chartId: string, afterSeq: number): Promise<Reply<EntriesPage>>
  /** The same for the tablet to keep: nobody looks at it. */
  readToKeep(chartId: string, afterSeq: number): Promise<Reply<EntriesPage>>
  openChart(command: OpenChart): Promise<Reply<Accepted>>
  sendCommand(chartId: string, command: Command): Promise<Reply<Accepted>>
  sendCheck(chartId: string, request: CheckRequest): Promise<Reply<Checked>>
  /** The reply that a command got, or a 404 problem: it is not on the record. */
  lookUpCommand(chartId: string, commandId: string): Promise<Reply<Accepted>>
  lookUpCheck(chartId: string, commandId: string): Promise<Reply<Checked>>
  /** Anything else that a page of its own asks of the server. */
  ask<T>(question: Question<T>): Promise<Reply<T>>
  /** From now on each request says whom the page shows, so that it is not taken for that of another person (H15). */
  sayWhom(shown: () => string | null): void
}

/** What a page that is loaded by itself asks: with a body it is sent, without one read. */
export interface Question<T> {
  readonly path: string
  readonly reader: Reader<T>
  readonly body?: object
  /** Only where it is neither reading nor posting. */
  readonly method?: 'PUT' | 'DELETE'
}

const noContent = z.null()
const SHOWN_USER_HEADER = 'shown-user'

/** Checks a reply at the door. */
interface Reader<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

/** The server's face over a `fetch`. */
export function createApi(fetchNow: typeof fetch): Api {
  let shownUser: () => string | null = () => null

  function headersOf(body: unknown): Record<string, string> {
    const shown = shownUser()
    return {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(shown === null ? {} : { [SHOWN_USER_HEADER]: encodeURIComponent(shown) }),
    }
  }
  async function ask<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    reader: Reader<T>,
    body?: unknown,
    withinMs = method === 'GET' ? READ_WITHIN_MS : REPLY_WITHIN_MS,
  ): Promise<Reply<T>> {
    try {
      const response = await fetchNow(path, {
        method,
        headers: headersOf(body),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(withinMs),
        cache: 'no-store',
      })
      return await readReply(reader, response)
    } catch {
      // No network, no answer in time, or an answer that is no JSON: nobody can say what the server did.
      return UNKNOWN
    }
  }
  const chart = (chartId: string) => `/api/charts/${encodeURIComponent(chartId)}`
  const lookUp = (chartId: string, commandId: string) =>
    `${chart(chartId)}/commands/${encodeURIComponent(commandId)}`

  return {
    readSession: () => ask('GET', '/api/session', session),
    signIn: (userId, password) =>
      ask('POST', '/api/session', session, {
        userId,
        password,
        locksAfterMinutes: SERVER_LOCKS_AFTER_MINUTES,
      }),
    signOut: () => ask('DELETE', '/api/session', noContent),
    readSignInPage: () => ask('GET', '/api/sign-in-page', signInPage),
    readBoard: (wardId) => ask('GET', `/api/wards/${encodeURIComponent(wardId)}/board`, board),
    readEntries: (chartId, afterSeq) =>
      ask('GET', `${chart(chartId)}/entries?after=${afterSeq}`, entriesPage),
    readToKeep: (chartId, afterSeq) =>
      ask('GET', `${chart(chartId)}/entries?after=${afterSeq}&keep=1`, entriesPage),
    openChart: (command) => ask('POST', '/api/charts', accepted, command),
    sendCommand: (chartId, command) => ask('POST', `${chart(chartId)}/commands`, accepted, command),
    sendCheck: (chartId, request) => ask('POST', `${chart(chartId)}/checks`, checked, request),
    lookUpCommand: (chartId, commandId) => ask('GET', lookUp(chartId, commandId), accepted),
    lookUpCheck: (chartId, commandId) => ask('GET', lookUp(chartId, commandId), checked),
    // A ward's audit reads many charts: it has the time that a command has.
    ask: ({ path, reader, body, method }) =>
      ask(method ?? (body === undefined ? 'GET' : 'POST'), path, reader, body, REPLY_WITHIN_MS),
    sayWhom(shown) {
      shownUser = shown
    },
  }
}

async function readReply<T>(reader: Reader<T>, response: Response): Promise<Reply<T>> {
  if (response.status >= SERVER_FAULT) return UNKNOWN
  const text = await response.text()
  const value: unknown = text === '' ? null : JSON.parse(text)
  return response.ok ? readWith(reader, value) : readProblem(value)
}

function readWith<T>(reader: Reader<T>, value: unknown): Reply<T> {
  const read = reader.safeParse(value)
  return read.success ? { kind: 'ok', value: read.data } : UNKNOWN
}

function readProblem(value: unknown): Reply<never> {
  const read = problem.safeParse(value)
  return read.success ? { kind: 'problem', problem: read.data } : UNKNOWN
}
