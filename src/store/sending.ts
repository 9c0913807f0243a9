/** Sending commands: each under an id that is kept before anything leaves, and never told twice as two. */
import type { StoreApi } from 'zustand/vanilla'
import type { CheckRequest, Command, OpenChart } from '../chart/commands.ts'
import type { Entry } from '../chart/entries.ts'
import type { Api, Reply } from './api.ts'
import { type TabStorage, writeKept } from './keptCommands.ts'
import type { OpenCharts } from './openCharts.ts'
import { lookUpOnce, type Pause, type Settled, settle } from './settle.ts'
import type { State } from './state.ts'
import type { Accepted, Problem } from './wire.ts'

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
  /** Not on the record yet: in the outbox, which goes on trying. */
  | { readonly kind: 'kept'; readonly commandId: string }
  | Unsettled
export type CheckResult =
  | { readonly kind: 'matched'; readonly setPumpToMlPerHour: number | null }
  | Unsettled

export interface Sending {
  /** `isFirst`: the caller has named the command, which was never sent before. */
  send(
    chartId: string,
    act: Act,
    again?: { commandId: string; isFirst?: boolean },
  ): Promise<SendResult>
  sendCheck(chartId: string, check: Check, again?: { commandId: string }): Promise<CheckResult>
  openChart(opening: Opening, again?: { commandId: string }): Promise<SendResult>
  lookUp(chartId: string, commandId: string): Promise<SendResult>
  /** The outbox has it from here: nobody needs to look it up. */
  handOver(commandId: string): void
}

interface SendingParts {
  readonly state: StoreApi<State>
  readonly api: Api
  readonly openCharts: OpenCharts
  readonly storage: TabStorage
  readonly newId: () => string
  readonly pause: Pause
  /** Every reply passes here: a session that has ended is seen wherever it shows. */
  readonly heed: <T>(asked: Promise<Reply<T>>) => Promise<Reply<T>>
  readonly refreshBoardSoon: () => void
}

export function createSending(parts: SendingParts): Sending {
  const { api, storage, newId, pause, heed, refreshBoardSoon } = parts
  const { getState, setState } = parts.state
  const { isLoaded, receive, loadChart } = parts.openCharts

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

  return {
    async send(chartId, act, again) {
      const commandId = again?.commandId ?? newId()
      keep(chartId, commandId, act.kind)
      const sent = await heed(api.sendCommand(chartId, { ...act, commandId } as Command))
      const settled = await settle(
        sent,
        () => heed(api.lookUpCommand(chartId, commandId)),
        pause,
        again !== undefined && again.isFirst !== true,
      )
      // A refusal may have left its entry (SIGN-4), or come from what others did meanwhile.
      if (settled.kind === 'problem' && isLoaded(chartId)) void loadChart(chartId)
      return end(commandId, settled)
    },
    handOver: (commandId) => setUnanswered(withoutCommand(commandId)),
    async lookUp(chartId, commandId) {
      return end(commandId, await lookUpOnce(() => heed(api.lookUpCommand(chartId, commandId))))
    },
    async sendCheck(chartId, check, again) {
      const commandId = again?.commandId ?? newId()
      const sent = await heed(api.sendCheck(chartId, { ...check, commandId }))
      const settled = await settle(
        sent,
        () => heed(api.lookUpCheck(chartId, commandId)),
        pause,
        again !== undefined,
      )
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
        await settle(
          sent,
          () => heed(api.lookUpCommand(commandId, commandId)),
          pause,
          again !== undefined,
        ),
      )
    },
  }
}
