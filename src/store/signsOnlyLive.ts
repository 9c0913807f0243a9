import type { StoreApi } from 'zustand/vanilla'
import type { Act, Sending } from './sending.ts'
import type { State } from './state.ts'
import type { Problem } from './wire.ts'

/** A stop is taken whatever the screen knows (SIGN-5). */
const STOPS: ReadonlySet<string> = new Set(['stopInfusion', 'ceaseInfusion'])

const NOT_LIVE: Problem = {
  type: '/problems/not-live',
  title: 'Not signed: this screen may be behind the record',
  status: 503,
  detail: 'There is no word from the server, so what was signed might not be what the chart says.',
  next: 'Go by the pump and the paper chart until the line above the page goes, then sign.',
}

/** Sends nothing that authorises a dose from a screen that may be behind the record (H34); a stop always goes. */
export function signsOnlyLive<T extends Pick<Sending, 'send' | 'sendCheck'>>(
  state: StoreApi<State>,
  sending: T,
): T {
  function isBehind(): boolean {
    const { connection, outdated } = state.getState()
    return connection === 'stale' || outdated
  }
  return {
    ...sending,
    send: async (chartId, act, again) =>
      isBehind() && isSigned(act) ? refused() : sending.send(chartId, act, again),
    sendCheck: async (chartId, check, again) =>
      isBehind() ? refused() : sending.sendCheck(chartId, check, again),
  }
}

function refused() {
  return { kind: 'problem', problem: NOT_LIVE } as const
}

function isSigned(act: Act): boolean {
  return 'signature' in act && !STOPS.has(act.kind)
}
