/**
 * What is sent so that it comes to the record in the end: a stop is kept on the tablet before it leaves, goes by the
 * session's way, then by the tablet's own, and then waits there (SIGN-5, H23); a sample or an observation waits where
 * the server cannot be reached (CHART-10). Everything else needs its answer now.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { Command } from '../chart/commands.ts'
import type { Emergency } from '../chart/fields.ts'
import { isoOf } from '../time.ts'
import type { Api, Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { NewItem, Outbox } from './outbox.ts'
import { isCapturedFactKind, isStopKind } from './outboxItem.ts'
import type { Act, Sending, SendResult } from './sending.ts'
import type { State } from './state.ts'
import type { TabletChart } from './stopList.ts'

interface KeptSendingParts {
  readonly state: StoreApi<State>
  readonly sending: Sending
  readonly outbox: Outbox
  readonly api: Pick<Api, 'sendCommand'>
  readonly clock: ServerClock
  readonly newId: () => string
  /** Every reply passes here: a session that has ended is seen wherever it shows. */
  readonly heed: <T>(asked: Promise<Reply<T>>) => Promise<Reply<T>>
}

export interface KeptSending extends Sending {
  /** A stop with nobody signed in, from a tablet that the ward knows; a session that stands is its author. */
  stopFrom(chart: TabletChart, reason: StopReason): Promise<SendResult>
  /** The page that has sent a stop is left. */
  leaveStop(): void
}

type StopReason = Emergency | 'concern'

export function createKeptSending(parts: KeptSendingParts): KeptSending {
  const { state, sending, outbox, api, clock, newId, heed } = parts
  const { getState, setState } = state

  function authorNow(): NewItem['author'] {
    const { session, lockedFor, readsOnly } = getState()
    if (session.status !== 'signed-in' || lockedFor !== null || readsOnly) return null
    const { userId, name, role } = session.session.user
    return { userId, name, role }
  }

  /** Null where the tablet does not know whose chart it is. */
  function itemOf(chartId: string, act: Act): Omit<NewItem, 'id'> | null {
    const chart = chartNow(getState(), chartId)
    if (chart === null) return null
    const { patient, bed, seq } = chart
    const { signature: _, ...command } = act as Act & { signature?: object }
    return {
      chartId,
      patient,
      bed,
      author: authorNow(),
      command: command as NewItem['command'],
      seenSeq: seq,
    }
  }

  /** The tablet's own way, once the session's way has not taken it. */
  async function bring(id: string): Promise<SendResult> {
    const { kind } = await outbox.bring(id)
    if (kind === 'kept') return { kind: 'kept', commandId: id }
    const entry = outbox.state.getState().recorded.find((each) => each.id === id)?.entry
    return entry
      ? { kind: 'accepted', entry, version: entry.version }
      : { kind: 'kept', commandId: id }
  }

  function keepStop(item: NewItem): void {
    void outbox.keep(item)
    setState({ stopSent: item.id })
  }

  /** Whatever the answer was, an ended session or a refusal among them: the tablet's own way is tried next. */
  async function sendStop(item: NewItem, act: Act): Promise<SendResult> {
    const { id, chartId } = item
    keepStop(item)
    return outbox.inHand(id, async () => {
      // The session's way would make it the act of the person that the tablet is locked for.
      if (item.command.happenedAt === undefined || getState().readsOnly) return bring(id)
      const reply = await heed(api.sendCommand(chartId, { ...act, commandId: id } as Command))
      if (reply.kind !== 'ok') return bring(id)
      const { entry, version } = reply.value
      void outbox.settle(id, entry)
      return { kind: 'accepted', entry, version }
    })
  }

  async function keepFact(item: Omit<NewItem, 'id'>, commandId: string): Promise<SendResult> {
    await outbox.keep({ ...item, id: commandId })
    // What the browser refused to keep is at least looked up after a reload.
    const isOnlyHere = outbox.state.getState().onlyHere.includes(commandId)
    if (!isOnlyHere) sending.handOver(commandId)
    return { kind: 'kept', commandId }
  }

  return {
    ...sending,
    async send(chartId, act, again) {
      const isStop = isStopKind(act.kind)
      const item = isStop || isCapturedFactKind(act.kind) ? itemOf(chartId, act) : null
      if (item !== null && isStop) {
        return sendStop({ ...item, id: again?.commandId ?? newId() }, act)
      }
      const result = await sending.send(chartId, act, again)
      return item === null || result.kind !== 'unknown' ? result : keepFact(item, result.commandId)
    },
    async stopFrom({ chartId, patient, bed, seq, version }, reason) {
      const id = newId()
      const command = {
        kind: reason === 'concern' ? 'stopInfusion' : 'ceaseInfusion',
        reason,
        expectedVersion: version,
        // Without the server's time the outbox gives it one with the first answer.
        ...(clock.isKnown() ? { happenedAt: isoOf(clock.now()) } : {}),
      } as const
      keepStop({ id, chartId, patient, bed, author: authorNow(), command, seenSeq: seq })
      return outbox.inHand(id, () => bring(id))
    },
    leaveStop: () => setState({ stopSent: null }),
  }
}

/** Whose chart it is, from the chart itself or the board. */
function chartNow({ charts, board }: State, chartId: string): Omit<TabletChart, 'version'> | null {
  const record = charts[chartId]
  if (record?.status === 'ready') {
    const { patient, bed, seq } = record.chart
    return { chartId, patient: identityOf(patient), bed, seq }
  }
  const row = board?.charts.find((each) => each.chartId === chartId)
  return row
    ? { chartId, patient: identityOf(row.patient), bed: row.bed, seq: row.seq ?? null }
    : null
}

function identityOf({ surname, given, dateOfBirth, mrn }: TabletChart['patient']) {
  return { surname, given, dateOfBirth, mrn }
}
