/**
 * What the screens stand on: who is signed in, the ward board, the open charts as their entries folded, and
 * whether the ward is live.
 *
 * Sending. `send(chartId, act)` gives the act a command id, keeps that id over a reload, posts it, and answers
 *
 *     { kind: 'accepted', entry, version }  it is on the record; the chart in the store already holds it
 *     { kind: 'problem', problem }          the server refused: RFC 9457, to be shown with `Problem`
 *     { kind: 'not-recorded', commandId }   no reply came, and the server has no such command: send the same act
 *                                           again with `{ commandId }`, which can never record it twice
 *     { kind: 'unknown', commandId }        no reply came and the server cannot be asked: `lookUp` later, and say
 *                                           so; never sign a second time as if nothing had happened
 *
 * `sendCheck` answers the same way with `{ kind: 'matched', setPumpToMlPerHour }` for accepted. An act carries
 * the `expectedVersion` of the chart its screen opened with (`chart.version` then, not now), so that a chart that
 * moved on refuses the signature and the change is shown first. A PIN is in the act only while it is sent.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CheckRequest, Command, OpenChart } from '../chart/commands.ts'
import type { Entry } from '../chart/entries.ts'
import type { Api, Question, Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import { readKept, type TabStorage, writeKept } from './keptCommands.ts'
import { lastSeq } from './lastSeq.ts'
import { followWard, type LiveSources } from './live.ts'
import { createOpenCharts } from './openCharts.ts'
import { lookUpOnce, type Pause, type Settled, settle } from './settle.ts'
import { emptyState, type SessionState, type State } from './state.ts'
import type { Accepted, Problem, Session, SignInPage } from './wire.ts'

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never
/** A command as a screen makes it: the store adds the command id. */
export type Act = Without<Command, 'commandId'>
export type Opening = Without<OpenChart, 'commandId' | 'kind'>
export type Check = Without<CheckRequest, 'commandId'>

type Unsettled =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'not-recorded' | 'unknown'; readonly commandId: string }
export type SendResult =
  | { readonly kind: 'accepted'; readonly entry: Entry; readonly version: number }
  | Unsettled
export type CheckResult =
  | { readonly kind: 'matched'; readonly setPumpToMlPerHour: number | null }
  | Unsettled

export interface ChartStore {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  /** Asks who is signed in, and looks up what a reload left unanswered. */
  start(): Promise<void>
  /** What the sign-in page shows; null while the server cannot be asked. */
  readSignInPage(): Promise<SignInPage | null>
  signIn(userId: string, password: string): Promise<Problem | 'unknown' | null>
  /** `unknown`: the server could not be asked, the session may stand. */
  signOut(): Promise<Reply<null>['kind']>
  /** Follows a ward from now on: its board and its stream. */
  chooseWard(wardId: string): void
  refreshBoard(): Promise<void>
  /** The tablet was asleep for nobody knows how long: nothing on it counts as up to date before the next beat. */
  wake(): void
  /** Loads a chart, or reads what is new in it. */
  loadChart(chartId: string): Promise<void>
  send(chartId: string, act: Act, again?: { commandId: string }): Promise<SendResult>
  sendCheck(chartId: string, check: Check, again?: { commandId: string }): Promise<CheckResult>
  /** The new chart's id is the entry's `chartId`. */
  openChart(opening: Opening, again?: { commandId: string }): Promise<SendResult>
  lookUp(chartId: string, commandId: string): Promise<SendResult>
  /** Anything else that a page of its own asks of the server. */
  ask<T>(question: Question<T>): Promise<Reply<T>>
  newId(): string
}

export interface Surroundings {
  readonly api: Api
  readonly clock: ServerClock
  readonly live: LiveSources
  readonly storage: TabStorage
  readonly newId: () => string
  readonly pause: Pause
}

const UNAUTHORISED = 401
const BOARD_AFTER_MS = 300

/** The store over its surroundings; `main.tsx` gives the browser's, tests give their own. */
export function createChartStore(surroundings: Surroundings): ChartStore {
  const { api, clock, live, storage, newId, pause } = surroundings
  const state = createStore<State>(() => emptyState)
  const { getState, setState } = state
  const { isLoaded, receive, loadChart } = createOpenCharts({
    state,
    clock,
    readEntries: (chartId, afterSeq) => heed(api.readEntries(chartId, afterSeq)),
  })
  let unfollow = () => {}
  let cancelBoard = () => {}

  /** Every reply passes here: a session that has ended is seen wherever it shows. */
  async function heed<T>(asked: Promise<Reply<T>>): Promise<Reply<T>> {
    const reply = await asked
    if (reply.kind === 'problem' && reply.problem.status === UNAUTHORISED) signedOut()
    return reply
  }
  function signedOut(): void {
    unfollow()
    unfollow = () => {}
    cancelBoard()
    const { unanswered } = getState()
    setState({ ...emptyState, session: { status: 'signed-out' }, unanswered })
  }
  function signedIn(session: Session): void {
    clock.sync(session.now)
    setState({ session: { status: 'signed-in', session } })
    const [first] = session.wards
    if (first) chooseWard(first.wardId)
  }

  function chooseWard(wardId: string): void {
    if (getState().wardId === wardId) return
    setState({ wardId, board: null, connection: 'connecting' })
    follow(wardId)
    void refreshBoard()
  }
  function follow(wardId: string): void {
    unfollow()
    unfollow = followWard(wardId, live, {
      onWard(charts) {
        for (const { chartId, seq } of charts) {
          if (isLoaded(chartId) && lastSeq(getState().charts[chartId]) < seq)
            void loadChart(chartId)
        }
        void refreshBoard()
      },
      onEntry(chartId, entry) {
        if (isLoaded(chartId)) receive(chartId, [entry])
        refreshBoardSoon()
      },
      onBeat(now) {
        clock.sync(now)
        if (getState().connection !== 'live') setState({ connection: 'live' })
      },
      onStale: () => setState({ connection: 'stale' }),
      onUnreadable: () => setState({ outdated: true }),
    })
  }

  async function refreshBoard(): Promise<void> {
    const { wardId } = getState()
    if (wardId === null) return
    const reply = await heed(api.readBoard(wardId))
    if (reply.kind !== 'ok' || getState().wardId !== wardId) return
    clock.sync(reply.value.now)
    setState({ board: reply.value })
  }
  function refreshBoardSoon(): void {
    cancelBoard()
    cancelBoard = live.after(BOARD_AFTER_MS, () => void refreshBoard())
  }

  function keep(chartId: string, commandId: string, kind: string): void {
    setUnanswered([...withoutCommand(commandId), { chartId, commandId, kind }])
  }
  function withoutCommand(commandId: string) {
    return getState().unanswered.filter((kept) => kept.commandId !== commandId)
  }
  function setUnanswered(unanswered: State['unanswered']): void {
    writeKept(storage, unanswered)
    setState({ unanswered })
  }

  /** The one end of every sent command, by its own reply or by a look-up. */
  function end(commandId: string, settled: Settled<Accepted>): SendResult {
    if (settled.kind === 'unknown') return { kind: 'unknown', commandId }
    setUnanswered(withoutCommand(commandId))
    if (settled.kind === 'not-recorded') return { kind: 'not-recorded', commandId }
    if (settled.kind === 'problem') return settled
    const { entry, version } = settled.value
    if (isLoaded(entry.chartId)) receive(entry.chartId, [entry])
    refreshBoardSoon()
    return { kind: 'accepted', entry, version }
  }

  async function send(chartId: string, act: Act, again?: { commandId: string }) {
    const commandId = again?.commandId ?? newId()
    keep(chartId, commandId, act.kind)
    const sent = await heed(api.sendCommand(chartId, { ...act, commandId } as Command))
    const settled = await settle(sent, () => heed(api.lookUpCommand(chartId, commandId)), pause)
    // A refusal may have left its entry (SIGN-4), or come from what others did meanwhile.
    if (settled.kind === 'problem' && isLoaded(chartId)) void loadChart(chartId)
    return end(commandId, settled)
  }

  async function lookUp(chartId: string, commandId: string): Promise<SendResult> {
    return end(commandId, await lookUpOnce(() => heed(api.lookUpCommand(chartId, commandId))))
  }

  return {
    state,
    clock,
    chooseWard,
    refreshBoard,
    wake() {
      const { wardId } = getState()
      if (wardId === null) return
      setState({ connection: 'stale' })
      follow(wardId)
    },
    loadChart,
    send,
    lookUp,
    newId,
    ask: (question) => heed(api.ask(question)),
    async start() {
      setState({ unanswered: readKept(storage) })
      const reply = await api.readSession()
      setState({ session: sessionStateOf(reply) })
      if (reply.kind !== 'ok') return
      signedIn(reply.value)
      await Promise.all(getState().unanswered.map((kept) => lookUp(kept.chartId, kept.commandId)))
    },
    async readSignInPage() {
      const reply = await api.readSignInPage()
      return reply.kind === 'ok' ? reply.value : null
    },
    async signIn(userId, password) {
      const reply = await api.signIn(userId, password)
      if (reply.kind === 'ok') signedIn(reply.value)
      if (reply.kind === 'unknown') return 'unknown'
      return reply.kind === 'problem' ? reply.problem : null
    },
    async signOut() {
      const reply = await api.signOut()
      if (reply.kind === 'ok') signedOut()
      return reply.kind
    },
    async sendCheck(chartId, check, again) {
      const commandId = again?.commandId ?? newId()
      const sent = await heed(api.sendCheck(chartId, { ...check, commandId }))
      const settled = await settle(sent, () => heed(api.lookUpCheck(chartId, commandId)), pause)
      if (isLoaded(chartId)) void loadChart(chartId)
      if (settled.kind === 'problem') return settled
      if (settled.kind !== 'ok') return { kind: settled.kind, commandId }
      return { kind: 'matched', setPumpToMlPerHour: settled.value.setPumpToMlPerHour }
    },
    async openChart(opening, again) {
      const commandId = again?.commandId ?? newId()
      keep(commandId, commandId, 'openChart')
      const sent = await heed(api.openChart({ ...opening, kind: 'openChart', commandId }))
      return end(
        commandId,
        await settle(sent, () => heed(api.lookUpCommand(commandId, commandId)), pause),
      )
    },
  }
}

function sessionStateOf(reply: Reply<Session>): SessionState {
  if (reply.kind === 'ok') return { status: 'signed-in', session: reply.value }
  return { status: reply.kind === 'problem' ? 'signed-out' : 'unreachable' }
}
