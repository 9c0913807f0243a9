/** The outbox in its place: what is sent passes it, and it tries again whenever there is a reason to hope. */
import type { StoreApi } from 'zustand/vanilla'
import { type Instant, instantOf } from '../time.ts'
import type { Api, Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import { createDeciding, type Deciding } from './deciding.ts'
import { createKeptSending, type KeptSending } from './keptSending.ts'
import type { LiveSources } from './live.ts'
import type { OpenCharts } from './openCharts.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { OutboxPlace } from './outboxPlace.ts'
import type { Sending } from './sending.ts'
import type { State } from './state.ts'
import { type StopList, stillShown, tabletChartsReply, withBoard } from './stopList.ts'

/** Whose infusions may run. `known`: whether the ward knows this tablet; `isKept`: the server could not be asked. */
export interface StopChoice extends StopList {
  readonly known: boolean
  readonly isKept: boolean
}

export interface TabletOutbox extends KeptSending, Deciding {
  readonly outbox: Outbox
  /** The list of the stop without a session; null: the server does not answer. */
  readStopChoice(): Promise<StopChoice | null>
  /** The list that this tablet kept; null: there is none, or it is of yesterday. */
  readKeptStopChoice(): Promise<StopChoice | null>
}

interface TabletOutboxParts {
  readonly state: StoreApi<State>
  readonly api: Api
  readonly clock: ServerClock
  readonly wall: () => number
  readonly live: LiveSources
  readonly newId: () => string
  readonly place: OutboxPlace
  readonly sending: Sending
  readonly openCharts: OpenCharts
  readonly refreshBoardSoon: () => void
  readonly heed: <T>(asked: Promise<Reply<T>>) => Promise<Reply<T>>
}

export function createTabletOutbox(parts: TabletOutboxParts): TabletOutbox {
  const { state, api, clock, wall, live, newId, place, sending, openCharts, heed } = parts
  const outbox = createOutbox({
    place,
    api,
    clock,
    wall,
    after: live.after,
    onRecorded(entry) {
      if (openCharts.isLoaded(entry.chartId)) openCharts.receive(entry.chartId, [entry])
      if (state.getState().session.status === 'signed-in') parts.refreshBoardSoon()
    },
  })

  state.subscribe((now, before) => {
    const { board, wardId } = now
    if (board !== before.board && board && wardId !== null && now.reach === 'server') {
      void place.keepStopList((kept) => withBoard(kept, wardId, board))
    }
    const isBack = now.connection === 'live' && before.connection !== 'live'
    // A tablet is known from its first sign-in on.
    const isNewSession = now.session !== before.session && now.session.status === 'signed-in'
    if (isBack || isNewSession) void outbox.flush()
  })

  function timeNow(): Instant | null {
    return clock.told() === null ? null : clock.now()
  }

  return {
    outbox,
    ...createKeptSending({ state, sending, outbox, api, clock, newId, heed }),
    ...createDeciding({ state, outbox, api, newId, now: clock.now, heed }),
    async readStopChoice() {
      const reply = await api.ask({ path: '/api/tablet/charts', reader: tabletChartsReply })
      if (reply.kind !== 'ok') return null
      const { now, known, charts } = reply.value
      clock.sync(instantOf(now))
      const list = { at: now, charts }
      if (known) void place.keepStopList(() => list)
      return { ...list, known, isKept: false }
    },
    async readKeptStopChoice() {
      const kept = await place.stopList()
      const shown = kept && stillShown(kept, timeNow())
      return shown && { ...shown, known: true, isKept: true }
    },
  }
}
