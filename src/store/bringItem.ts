/** One try to bring what a tablet kept to the record: by the tablet's own way, which asks for no session (SIGN-5). */
import * as z from 'zod/mini'
import { type Entry, entry as entrySchema } from '../chart/entries.ts'
import { type Instant, instantOf, isoOf, MS_PER_MINUTE } from '../time.ts'
import type { Api } from './api.ts'
import type { OutboxItem } from './outboxItem.ts'
import { tabletChartsReply } from './stopList.ts'
import type { Problem } from './wire.ts'

/** What one try made of an item; `changes`: what it is now, where it is not on the record. */
type Became =
  | { readonly kind: 'recorded'; readonly entry: Entry | null }
  | { readonly kind: 'kept'; readonly changes: Partial<OutboxItem> }

interface BringingWith {
  readonly api: Pick<Api, 'ask'>
  readonly wall: () => number
  /** Keeps the item as it will be sent, before it is: sent again it must say the same. */
  readonly keep: (item: OutboxItem) => Promise<void>
}

const UNAUTHORISED = 401
/** More than a day was not waited: somebody has put the tablet's clock right (H11). */
const LONGEST_KEPT_MS = 24 * 60 * MS_PER_MINUTE
const COUNTED = 'The clock of the tablet that kept it gave the time; nobody stated it.'
const LATE_UNKNOWN = 'Kept on the tablet until it could be sent; when it happened is not known.'

/** A reply is an acknowledgement also where a newer server's entry cannot be read by this build. */
const acknowledged = z.looseObject({ entry: z.looseObject({ seq: z.int() }) })

export async function bringItem(item: OutboxItem, tools: BringingWith): Promise<Became> {
  const whole = await timed(item, tools)
  if (whole === null) return { kind: 'kept', changes: {} }
  const { id, author, command, seenSeq, chartId, isTimeCounted } = whole
  const reply = await tools.api.ask({
    path: `/api/charts/${encodeURIComponent(chartId)}/captured`,
    reader: acknowledged,
    body: {
      author: author?.userId ?? null,
      command: { ...command, commandId: id },
      ...(seenSeq === null ? {} : { seenSeq }),
      ...(isTimeCounted === true ? { isTimeCounted } : {}),
    },
  })
  if (reply.kind === 'ok') return { kind: 'recorded', entry: readEntry(reply.value.entry) }
  const changes = reply.kind === 'unknown' ? { sent: true } : afterRefusal(reply.problem)
  return { kind: 'kept', changes }
}

/** Gives an item its time, once, where the tablet did not know the server's when it was captured. */
async function timed(
  item: OutboxItem,
  { api, wall, keep }: BringingWith,
): Promise<OutboxItem | null> {
  if (item.command.happenedAt !== undefined) return item
  const reply = await api.ask({ path: '/api/tablet/charts', reader: tabletChartsReply })
  if (reply.kind !== 'ok') return null
  const now = reply.value.now
  const ago = wall() - item.keptWall
  const when =
    ago >= 0 && ago <= LONGEST_KEPT_MS
      ? {
          happenedAt: isoOf((instantOf(now) - ago) as Instant),
          ...(ago < MS_PER_MINUTE ? {} : { lateReason: COUNTED }),
        }
      : { happenedAt: now, lateReason: LATE_UNKNOWN }
  const whole = { ...item, command: { ...item.command, ...when }, isTimeCounted: true }
  await keep(whole)
  return whole
}

/** A tablet that is not known will be with the next sign-in; everything else a person looks at. */
export function afterRefusal({ status, title, detail, next }: Problem): Partial<OutboxItem> {
  return {
    needsPerson: status !== UNAUTHORISED,
    refusal: {
      status,
      title,
      ...(detail === undefined ? {} : { detail }),
      ...(next === undefined ? {} : { next }),
    },
  }
}

function readEntry(value: unknown): Entry | null {
  const read = entrySchema.safeParse(value)
  return read.success ? (read.data as Entry) : null
}
