import type { StoreApi } from 'zustand/vanilla'
import { readerRefused } from './readsOnly.ts'
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

/**
 * Sends nothing that authorises a dose from a screen that may be behind the record (H34); a stop always goes. What was
 * sent before and is unanswered may be on the record: it is looked up, never said to be unsigned (SIGN-8). Nor anything
 * at all for who only reads what a locked tablet kept.
 */
export function signsOnlyLive<
  T extends Pick<Sending, 'send' | 'sendCheck' | 'openChart' | 'lookUp'>,
>(state: StoreApi<State>, sending: T): T {
  function isBehind(): boolean {
    const { connection, outdated } = state.getState()
    return connection === 'stale' || outdated
  }
  function isUnanswered({ commandId }: { readonly commandId: string }): boolean {
    return state.getState().unanswered.some((sent) => sent.commandId === commandId)
  }
  return {
    ...sending,
    async send(chartId, act, again) {
      const isRefused = STOPS.has(act.kind) ? null : readerRefused(state.getState())
      if (isRefused) return isRefused
      if (!isBehind() || !isSigned(act)) return sending.send(chartId, act, again)
      return again && isUnanswered(again) ? sending.lookUp(chartId, again.commandId) : refused()
    },
    async sendCheck(chartId, check, again) {
      if (!isBehind()) return sending.sendCheck(chartId, check, again)
      return again ? { kind: 'unknown', ...again } : refused()
    },
    async openChart(opening, again) {
      return readerRefused(state.getState()) ?? sending.openChart(opening, again)
    },
  }
}

function refused() {
  return { kind: 'problem', problem: NOT_LIVE } as const
}

function isSigned(act: Act): boolean {
  return 'signature' in act && !STOPS.has(act.kind)
}
