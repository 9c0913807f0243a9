/** The ward that the tablet follows: its board, and its stream with what that brings to the charts that are open. */
import type { StoreApi } from 'zustand/vanilla'
import type { Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import { lastSeq } from './lastSeq.ts'
import { followWard, type LiveSources } from './live.ts'
import type { OpenCharts } from './openCharts.ts'
import type { State } from './state.ts'
import type { Board } from './wire.ts'

const BOARD_AFTER_MS = 300

export interface FollowedWard {
  /** Follows a ward from now on. */
  choose(wardId: string): void
  refreshBoard(): Promise<void>
  /** The same in a moment, once for all that happens until then. */
  refreshBoardSoon(): void
  /** Nothing on the tablet counts as up to date before the next beat. */
  wake(): void
  leave(): void
}

interface FollowedWardParts {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  readonly live: LiveSources
  readonly openCharts: OpenCharts
  readonly readBoard: (wardId: string) => Promise<Reply<Board>>
}

export function createFollowedWard(parts: FollowedWardParts): FollowedWard {
  const { clock, live, readBoard } = parts
  const { getState, setState } = parts.state
  const { isLoaded, receive, loadChart } = parts.openCharts
  let unfollow = () => {}
  let cancelBoard = () => {}

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
    const reply = await readBoard(wardId)
    if (reply.kind !== 'ok' || getState().wardId !== wardId) return
    clock.sync(reply.value.now)
    setState({ board: reply.value })
  }
  function refreshBoardSoon(): void {
    cancelBoard()
    cancelBoard = live.after(BOARD_AFTER_MS, () => void refreshBoard())
  }

  return {
    choose(wardId) {
      if (getState().wardId === wardId) return
      setState({ wardId, board: null, connection: 'connecting' })
      follow(wardId)
      void refreshBoard()
    },
    refreshBoard,
    refreshBoardSoon,
    wake() {
      const { wardId } = getState()
      if (wardId === null) return
      setState({ connection: 'stale' })
      follow(wardId)
    },
    leave() {
      unfollow()
      unfollow = () => {}
      cancelBoard()
    },
  }
}
