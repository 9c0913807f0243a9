/** What the store holds. The present time is not in it: `clock.ts` has that. */
import type { Chart } from '../chart/chart.ts'
import type { Entry } from '../chart/entries.ts'
import type { PersonOnEntry } from '../chart/people.ts'
import type { Instant } from '../time.ts'
import type { ClockBasis } from './clock.ts'
import type { KeptCommand } from './keptCommands.ts'
import type { Board, Session } from './wire.ts'

type SessionState =
  | { readonly status: 'asking' | 'unreachable' }
  /** `lastHere`: whose session on this page it was that has ended. */
  | { readonly status: 'signed-out'; readonly lastHere?: string }
  | { readonly status: 'signed-in'; readonly session: Session }

/** A chart in the store. `refused`: the server answers 404, there is no such chart for this person. */
export type ChartRecord =
  | { readonly status: 'loading' | 'refused' | 'unreachable' }
  | { readonly status: 'ready'; readonly entries: readonly Entry[]; readonly chart: Chart }

/** `stale`: what is shown may be behind the record, so nothing that authorises a dose is signed on it. */
type Connection = 'connecting' | 'live' | 'stale'

/**
 * Where session, board and charts come from: the server, or what this tablet kept, as the server could not be reached
 * when the page was opened. With `kept` the connection is `stale` as well.
 */
type Reach = 'server' | 'kept'

export interface State {
  readonly session: SessionState
  /** Whose session is locked: nothing of a patient is shown until it is unlocked or another person switches in. */
  readonly lockedFor: PersonOnEntry | null
  /** The kept charts of a locked tablet are read: nobody has unlocked it, so nothing is entered but a stop. */
  readonly readsOnly: boolean
  readonly wardId: string | null
  readonly board: Board | null
  readonly connection: Connection
  readonly reach: Reach
  /** While stale: up to when the server was heard. Null while it is live, and before it was ever heard. */
  readonly asOf: Instant | null
  /** What the shown time stands on while the server is silent. */
  readonly clockBasis: ClockBasis
  /** Charts of the ward that this tablet has not kept whole; known only with `reach: 'kept'`. */
  readonly notKept: readonly string[]
  /** The browser refuses to keep anything: without the server there will be no charts here. */
  readonly keepsNothing: boolean
  /** A newer build of this product waits on the tablet; null: none. */
  readonly newBuild: { readonly take: () => void } | null
  /** The server sent what this page cannot read: it must be loaded anew before it can be relied on. */
  readonly outdated: boolean
  readonly charts: Readonly<Record<string, ChartRecord>>
  readonly unanswered: readonly KeptCommand[]
  /** The command id of the stop that the page in sight has sent: it says how that stands, whatever becomes of the session. */
  readonly stopSent: string | null
}

export const emptyState: State = {
  session: { status: 'asking' },
  lockedFor: null,
  readsOnly: false,
  wardId: null,
  board: null,
  connection: 'connecting',
  reach: 'server',
  asOf: null,
  clockBasis: 'server',
  notKept: [],
  keepsNothing: false,
  newBuild: null,
  outdated: false,
  charts: {},
  unanswered: [],
  stopSent: null,
}

/** What of the state is the tablet's own and stays when another person begins. */
export function ofTablet(state: State): Partial<State> {
  const { unanswered, keepsNothing, newBuild, stopSent } = state
  return { unanswered, keepsNothing, newBuild, stopSent }
}

/** What a session is once it has ended. */
export function endOf(session: SessionState): SessionState {
  if (session.status === 'signed-out') return session
  if (session.status !== 'signed-in') return { status: 'signed-out' }
  return { status: 'signed-out', lastHere: session.session.user.userId }
}
