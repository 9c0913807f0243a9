/** The ward that the tablet follows: its board, and its stream with what that brings to the charts that are open. */
import type { StoreApi } from 'zustand/vanilla'
import type { Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { Keeping } from './keeping.ts'
import { lastSeq } from './lastSeq.ts'
import { followWard, type LiveSources } from './live.ts'
import type { OpenCharts } from './openCharts.ts'
import type { State } from './state.ts'
import type { Board } from './wire.ts'

const BOARD_AFTER_MS = 300
/** A board that has just come is not read again at once, whatever it says of its next change. */
const TURN_AFTER_MS = 1_000
/** Whatever became of the timer for its next change, a board is not older than that. */
const LONGEST_TURN_MS = 15 * 60 * 1_000
/** A live ward may be behind for so many beats, 5 s each, while what is missing is read again. */
const BEATS_BEHIND = 2

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
  readonly keeping: Pick<Keeping, 'ward' | 'entry' | 'beat'>
  readonly readBoard: (wardId: string) => Promise<Reply<Board>>
}

export function createFollowedWard(parts: FollowedWardParts): FollowedWard {
  const { clock, live, readBoard, keeping } = parts
  const { getState, setState } = parts.state
  const { isLoaded, receive, loadChart } = parts.openCharts
  /** How far the server has said that each chart of the ward has come. */
  const told = new Map<string, number>()
  const reading = new Set<string>()
  let isBoardRead = true
  let boardsAsked = 0
  let boardShown = 0
  /** The ward was just chosen: its first board was asked for together with its stream. */
  let isOpening = false
  /** The stream began before that board has come. */
  let isBoardAwaited = false
  let beatsBehind = 0
  let unfollow = () => {}
  let cancelBoard = () => {}
  let cancelTurn = () => {}

  function follow(wardId: string): void {
    unfollow()
    unfollow = followWard(wardId, live, {
      onWard(charts) {
        told.clear()
        for (const { chartId, seq } of charts) told.set(chartId, seq)
        catchUp()
        letGo()
        readMoved(wardId)
        heedOpening()
        keeping.ward(wardId, charts)
      },
      onEntry(chartId, entry) {
        tell(chartId, entry.seq)
        if (isLoaded(chartId)) receive(chartId, [entry])
        refreshBoardSoon()
        keeping.entry(wardId, entry)
      },
      onBeat(now) {
        clock.sync(now)
        judge()
        keeping.beat(wardId)
        if (!isBoardRead) void refreshBoard()
        catchUp()
      },
      onStale() {
        goStale()
        // Where the server answers although the stream is silent: a session that has ended or is locked shows here.
        void refreshBoard()
      },
      onUnreadable: () => setState({ outdated: true }),
    })
  }

  function tell(chartId: string, seq: number): void {
    told.set(chartId, Math.max(seq, told.get(chartId) ?? 0))
  }
  function chartsBehind(): string[] {
    const { charts } = getState()
    return [...told.keys()].filter(
      (chartId) => isLoaded(chartId) && lastSeq(charts[chartId]) < (told.get(chartId) ?? 0),
    )
  }
  function catchUp(): void {
    for (const chartId of chartsBehind()) if (!reading.has(chartId)) void read(chartId)
  }
  async function read(chartId: string): Promise<void> {
    reading.add(chartId)
    await loadChart(chartId)
    reading.delete(chartId)
    judgeCaughtUp()
  }
  /** An open chart that the ward no longer names was closed, or went to another ward, while nothing was heard. */
  function readMoved(wardId: string): void {
    for (const [chartId, record] of Object.entries(getState().charts)) {
      const isHere =
        record.status === 'ready' && record.chart.open && record.chart.wardId === wardId
      if (isHere && !told.has(chartId)) void loadChart(chartId)
    }
  }
  /** A chart that is here and no longer among those of the ward was moved or closed unseen: the server is asked. */
  function letGo(): void {
    const gone = Object.keys(getState().charts).filter((chartId) => !told.has(chartId))
    for (const chartId of gone) if (isLoaded(chartId)) void loadChart(chartId)
  }
  /** Live is a ward that beats and whose board and open charts hold all that the server has told of. */
  function judge(): void {
    beatsBehind = isCaughtUp() ? 0 : beatsBehind + 1
    if (beatsBehind === 0) goLive()
    else if (beatsBehind > BEATS_BEHIND) goStale()
  }
  function judgeCaughtUp(): void {
    if (beatsBehind > 0 && isCaughtUp()) judge()
  }
  function isCaughtUp(): boolean {
    return isBoardRead && chartsBehind().length === 0
  }
  function goLive(): void {
    if (getState().connection === 'live') return
    setState({ connection: 'live', asOf: null, clockBasis: 'server' })
  }
  function goStale(): void {
    if (getState().connection === 'stale') return
    setState({ connection: 'stale', asOf: clock.told()?.now ?? null })
  }

  async function refreshBoard(): Promise<void> {
    const { wardId } = getState()
    if (wardId === null) return
    boardsAsked += 1
    const place = boardsAsked
    const reply = await readBoard(wardId)
    // A board that comes late never takes the place of one that was asked for after it.
    if (getState().wardId !== wardId || place < boardShown) return
    boardShown = place
    isBoardRead = reply.kind === 'ok'
    if (reply.kind === 'ok') show(reply.value)
  }
  function show(board: Board): void {
    clock.sync(board.now)
    const isBehind = isBoardAwaited && isBoardBehind(board)
    isBoardAwaited = false
    setState({ board })
    readWhenItTurns(board)
    for (const { chartId, seq } of board.charts) if (seq !== undefined) tell(chartId, seq)
    catchUp()
    judgeCaughtUp()
    if (isBehind) refreshBoardSoon()
  }
  /** A board that was asked for with the stream is not asked for again where it holds all that the stream told. */
  function heedOpening(): void {
    const { board } = getState()
    isBoardAwaited = isOpening && board === null && boardShown < boardsAsked
    if (!isBoardAwaited && !(isOpening && board !== null && !isBoardBehind(board))) {
      void refreshBoard()
    }
    isOpening = false
  }
  function isBoardBehind({ charts }: Board): boolean {
    return (
      charts.length !== told.size || charts.some(({ chartId, seq }) => told.get(chartId) !== seq)
    )
  }
  /** Counted from the server's own time on the board: what falls due by the hour alone is on the tablet in that second. */
  function readWhenItTurns({ now, changesAt }: Board): void {
    const wait = changesAt ? changesAt - now : LONGEST_TURN_MS
    cancelTurn()
    cancelTurn = live.after(
      Math.min(Math.max(wait, TURN_AFTER_MS), LONGEST_TURN_MS),
      () => void refreshBoard().then(clock.refresh),
    )
  }
  function refreshBoardSoon(): void {
    cancelBoard()
    cancelBoard = live.after(BOARD_AFTER_MS, () => void refreshBoard())
  }

  return {
    choose(wardId) {
      if (getState().wardId === wardId) return
      setState({ wardId, board: null, connection: 'connecting' })
      told.clear()
      isBoardRead = true
      isOpening = true
      beatsBehind = 0
      follow(wardId)
      void refreshBoard()
    },
    refreshBoard,
    refreshBoardSoon,
    wake() {
      const { wardId } = getState()
      if (wardId === null) return
      goStale()
      setState({ clockBasis: clock.wake() })
      follow(wardId)
    },
    leave() {
      // A read that is still on its way says nothing of a ward that nobody follows.
      told.clear()
      beatsBehind = 0
      unfollow()
      unfollow = () => {}
      cancelBoard()
      cancelTurn()
    },
  }
}
