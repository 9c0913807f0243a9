/**
 * What the screens stand on: who is signed in, the ward board, the open charts as their entries folded, and
 * whether the ward is live.
 *
 * Sending. `send(chartId, act)` gives the act a command id, keeps that id over a reload, posts it, and answers
 *
 *     { kind: 'accepted', entry, version }  it is on the record; the chart in the store already holds it
 *     { kind: 'kept', commandId }           a stop, sample or observation that is in the outbox, not on the record yet
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
import type { Api, Question, Reply } from './api.ts'
import { createAskingAgain } from './askingAgain.ts'
import type { ServerClock } from './clock.ts'
import type { Drafts } from './drafts.ts'
import { firstScreen } from './firstScreen.ts'
import { createFollowedWard } from './followedWard.ts'
import { createSessionHeed } from './heedSession.ts'
import { createKeeping } from './keeping.ts'
import type { KeptCharts } from './keptCharts.ts'
import { readKept, type TabStorage } from './keptCommands.ts'
import type { LiveSources } from './live.ts'
import { createOpenCharts } from './openCharts.ts'
import type { OutboxPlace } from './outboxPlace.ts'
import { keepLock, readerRefused } from './readsOnly.ts'
import { createSending } from './sending.ts'
import type { Pause } from './settle.ts'
import { shownUser } from './shownUser.ts'
import { signsOnlyLive } from './signsOnlyLive.ts'
import { emptyState, endOf, ofTablet, type State } from './state.ts'
import { createTabletLock, type TabletLock } from './tabletLock.ts'
import { createTabletOutbox, type TabletOutbox } from './tabletOutbox.ts'
import type { Problem, Session, SignInPage } from './wire.ts'

export interface ChartStore extends TabletOutbox, TabletLock {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  /** What people have typed in half-done steps. */
  readonly drafts: Drafts
  /** Asks who is signed in, and looks up what a reload left unanswered. */
  start(): Promise<void>
  /** What the sign-in page shows; null while the server cannot be asked. */
  readSignInPage(): Promise<SignInPage | null>
  signIn(userId: string, password: string): Promise<Problem | 'unknown' | null>
  /** `unknown`: the server could not be asked, the session may stand. */
  signOut(): Promise<Reply<null>['kind']>
  /** A locked tablet that cannot reach the server: shows what it kept, for reading; false where nothing is. */
  readKept(): Promise<boolean>
  /** Follows a ward from now on: its board and its stream. */
  chooseWard(wardId: string): void
  refreshBoard(): Promise<void>
  /** The tablet was asleep for nobody knows how long: nothing on it counts as up to date before the next beat. */
  wake(): void
  /** Loads a chart, or reads what is new in it. */
  loadChart(chartId: string): Promise<void>
  /** Anything else that a page of its own asks of the server. */
  ask<T>(question: Question<T>): Promise<Reply<T>>
  newId(): string
}

export interface Surroundings {
  readonly api: Api
  readonly clock: ServerClock
  readonly live: LiveSources
  readonly storage: TabStorage
  /** What this tablet keeps for reading without the server; null where the browser refuses. */
  readonly openKept: () => Promise<KeptCharts | null>
  /** Where this tablet keeps what is not on the record yet. */
  readonly outbox: OutboxPlace
  readonly drafts: Drafts
  /** The tablet's own clock, milliseconds: `Date.now`. */
  readonly wall: () => number
  readonly newId: () => string
  readonly pause: Pause
}

/** The store over its surroundings; `main.tsx` gives the browser's, tests give their own. */
export function createChartStore(surroundings: Surroundings): ChartStore {
  const { api, clock, live, storage, newId, pause, openKept, wall, drafts } = surroundings
  const state = createStore<State>(() => emptyState)
  const { getState, setState } = state
  keepLock(state, storage)
  api.sayWhom(() => shownUser(getState()))
  const { heed, heedLock } = createSessionHeed({ state, leave: () => ward.leave(), signedOut })
  const openCharts = createOpenCharts({
    state,
    clock,
    readEntries: (chartId, afterSeq) => heed(api.readEntries(chartId, afterSeq)),
  })
  const keeping = createKeeping({
    open: openKept,
    shown: firstScreen(state),
    clock,
    wall,
    pause,
    readToKeep: (chartId, afterSeq) => heed(api.readToKeep(chartId, afterSeq)),
    onRefused: () => setState({ keepsNothing: true }),
  })
  const ward = createFollowedWard({
    state,
    clock,
    live,
    openCharts,
    keeping,
    readBoard: (wardId) => heed(api.readBoard(wardId)),
  })
  const { refreshBoardSoon } = ward
  const shared = { state, api, openCharts, newId, heed, refreshBoardSoon }
  const sending = createTabletOutbox({
    ...shared,
    clock,
    wall,
    live,
    place: surroundings.outbox,
    sending: signsOnlyLive(state, createSending({ ...shared, storage, pause })),
  })

  function signedOut(): void {
    ward.leave()
    const before = getState()
    setState({ ...emptyState, ...ofTablet(before), session: endOf(before.session) })
  }
  function signedIn(session: Session): void {
    clock.sync(session.now)
    const before = getState()
    const isSame = isSignedIn(before, session.user.userId)
    // What was kept is what the record begins with: only what is missing is read.
    const charts = isSame && before.reach === 'kept' ? before.charts : {}
    const wardId = isSame && before.reach === 'kept' ? before.wardId : null
    setState({
      ...emptyState,
      ...ofTablet(before),
      session: { status: 'signed-in', session },
      charts,
    })
    keeping.signedIn(session)
    const [first] = session.wards
    const chosen = session.wards.find((each) => each.wardId === wardId) ?? first
    if (chosen) ward.choose(chosen.wardId)
  }

  const tabletLock = createTabletLock({
    state,
    api,
    clock,
    live,
    leave: ward.leave,
    heedLock,
    goOn(session) {
      const before = getState()
      if (before.reach === 'kept' || !isSignedIn(before, session.user.userId)) signedIn(session)
      else {
        ward.wake()
        openCharts.readUnread()
      }
    },
    begin(session) {
      signedOut()
      signedIn(session)
    },
  })

  const asking = createAskingAgain({
    state,
    api,
    clock,
    live,
    keeping,
    async signedIn(session) {
      signedIn(session)
      await Promise.all(
        getState().unanswered.map((kept) => sending.lookUp(kept.chartId, kept.commandId)),
      )
    },
    refused: (problem) => void heed(Promise.resolve({ kind: 'problem', problem })),
  })

  state.subscribe(({ charts }, before) => {
    for (const [chartId, record] of Object.entries(charts)) {
      if (record !== before.charts[chartId]) drafts.heed(chartId, record)
    }
  })

  return {
    state,
    clock,
    drafts,
    ...sending,
    ...tabletLock,
    chooseWard(wardId) {
      if (getState().reach === 'server') ward.choose(wardId)
      else void asking.chooseKept(wardId)
    },
    async refreshBoard() {
      if (getState().reach === 'server') await ward.refreshBoard()
    },
    wake() {
      if (getState().reach === 'server') {
        ward.wake()
        // Locked or ended while it slept: that is seen now, not at the first missed beat.
        return void ward.refreshBoard()
      }
      setState({ clockBasis: clock.wake() })
      void asking.ask()
    },
    readKept: asking.readKept,
    loadChart: openCharts.loadChart,
    newId,
    async ask(question) {
      const isSending = question.body !== undefined || question.method !== undefined
      return (isSending ? readerRefused(getState()) : null) ?? heed(api.ask(question))
    },
    async start() {
      setState({ unanswered: readKept(storage) })
      void sending.outbox.start()
      await asking.ask()
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
      const { session } = getState()
      const reply = await heed(api.signOut())
      if (reply.kind !== 'ok') return reply.kind
      if (session.status === 'signed-in') drafts.forgetPerson(session.session.user.userId)
      signedOut()
      await keeping.forget()
      return reply.kind
    },
  }
}

function isSignedIn({ session }: State, userId: string): boolean {
  return session.status === 'signed-in' && session.session.user.userId === userId
}
