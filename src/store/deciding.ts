/** What a person decides on an item that the server did not take by itself: record it now, or let it go (CHART-10). */
import type { StoreApi } from 'zustand/vanilla'
import { type Instant, isoOf } from '../time.ts'
import type { Api, Reply } from './api.ts'
import { afterRefusal } from './bringItem.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxItem } from './outboxItem.ts'
import { readerRefused } from './readsOnly.ts'
import type { State } from './state.ts'
import { type Accepted, accepted, type Problem } from './wire.ts'

const NOT_FOUND = 404

/** Null: done. */
export type Decided = Problem | 'unknown' | null

export interface Deciding {
  /** Puts a fact on the record by whoever is signed in and has looked at the chart as it is now. */
  relay(item: OutboxItem): Promise<Decided>
  /** Leaves a note on the chart that says what was not recorded and why, and then lets the item go. */
  letGo(item: OutboxItem, text: string): Promise<Decided>
}

interface DecidingParts {
  readonly state: StoreApi<State>
  readonly outbox: Outbox
  readonly api: Pick<Api, 'ask' | 'sendCommand' | 'lookUpCommand'>
  readonly newId: () => string
  readonly now: () => Instant
  readonly heed: <T>(asked: Promise<Reply<T>>) => Promise<Reply<T>>
}

export function createDeciding(parts: DecidingParts): Deciding {
  const { state, outbox, api, newId, now, heed } = parts

  async function becomes(item: OutboxItem, reply: Reply<Accepted>): Promise<Decided> {
    if (reply.kind === 'ok') {
      await outbox.settle(item.id, reply.value.entry)
      return null
    }
    if (reply.kind === 'unknown') return 'unknown'
    await outbox.change(item.id, { ...afterRefusal(reply.problem), needsPerson: true })
    return reply.problem
  }

  async function letGoWith(
    item: OutboxItem,
    note: NonNullable<OutboxItem['note']>,
  ): Promise<Decided> {
    await outbox.change(item.id, { note })
    const reply = await heed(
      api.sendCommand(item.chartId, { kind: 'writeNote', expectedVersion: 0, ...note }),
    )
    if (reply.kind === 'ok') {
      await outbox.settle(item.id, null)
      return null
    }
    if (reply.kind === 'unknown') return 'unknown'
    await outbox.change(item.id, { note: null })
    return reply.problem
  }

  return {
    async relay(item) {
      const refused = readerRefused(state.getState())
      if (refused) return refused.problem
      const record = state.getState().charts[item.chartId]
      if (record?.status !== 'ready') return 'unknown'
      return outbox.inHand(item.id, async () => {
        // It may have come to the record with its answer lost, and says something else now.
        const before = await heed(api.lookUpCommand(item.chartId, item.id))
        if (before.kind !== 'problem') return becomes(item, before)
        const { version, seq } = record.chart
        const command = { ...item.command, commandId: item.id, expectedVersion: version }
        const reply = await heed(
          api.ask({
            path: `/api/charts/${encodeURIComponent(item.chartId)}/relayed`,
            reader: accepted,
            body: { author: item.author?.userId ?? null, command, seenSeq: seq },
          }),
        )
        return becomes(item, reply)
      })
    },
    async letGo(item, text) {
      const refused = readerRefused(state.getState())
      if (refused) return refused.problem
      const note = item.note ?? { commandId: newId(), text, happenedAt: isoOf(now()) }
      return outbox.inHand(item.id, async () => {
        // Another page may have put it on the record: a note that it is missing would then be false.
        const before = await heed(api.lookUpCommand(item.chartId, item.id))
        if (before.kind !== 'problem') return becomes(item, before)
        if (before.problem.status !== NOT_FOUND) return before.problem
        return letGoWith(item, note)
      })
    },
  }
}
