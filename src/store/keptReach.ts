/** The store without the server: what this tablet kept, for reading, until the server answers again. */
import type { StoreApi } from 'zustand/vanilla'
import type { ServerClock } from './clock.ts'
import type { Keeping } from './keeping.ts'
import { keptBoard } from './keptBoard.ts'
import { KEPT_FOR_MS } from './keptCharts.ts'
import { emptyState, ofTablet, type State } from './state.ts'

export interface KeptReach {
  /** Shows what is kept; false where nothing is. */
  enter(): Promise<boolean>
  /** Another ward of the kept session. */
  choose(wardId: string): Promise<void>
}

interface KeptReachParts {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  readonly keeping: Pick<Keeping, 'readSession' | 'readWard' | 'forget'>
}

export function createKeptReach({ state, clock, keeping }: KeptReachParts): KeptReach {
  const { getState, setState } = state
  let unsubscribe = () => {}

  /** What is due goes on by the time; a day without a word from the server ends it. */
  function followTime(): void {
    unsubscribe()
    unsubscribe = clock.subscribe(() => {
      const { reach, wardId, charts, asOf } = getState()
      if (reach !== 'kept' || wardId === null) return unsubscribe()
      if (asOf !== null && clock.now() - asOf > KEPT_FOR_MS) return end()
      setState({ board: keptBoard(wardId, charts, clock.now()) })
    })
  }
  function end(): void {
    unsubscribe()
    void keeping.forget()
    setState({ ...emptyState, ...ofTablet(getState()), session: { status: 'unreachable' } })
  }
  async function show(wardId: string): Promise<boolean> {
    const ward = await keeping.readWard(wardId)
    if (ward === null) return false
    const clockBasis = clock.resume(ward.told)
    setState({
      wardId,
      board: keptBoard(wardId, ward.charts, clock.now()),
      charts: ward.charts,
      notKept: ward.missing,
      asOf: ward.told.now,
      connection: 'stale',
      reach: 'kept',
      clockBasis,
    })
    followTime()
    return true
  }

  return {
    async enter() {
      const kept = await keeping.readSession()
      if (kept === null || !(await show(kept.wardId))) return false
      setState({ session: { status: 'signed-in', session: kept.session } })
      return true
    },
    async choose(wardId) {
      if (await show(wardId)) return
      const { asOf } = getState()
      setState({ wardId, board: null, charts: {}, notKept: [], asOf })
    },
  }
}
