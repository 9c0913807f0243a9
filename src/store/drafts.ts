/**
 * What people have typed in half-done steps, kept on this tablet over a reload, a kill and a new build. A draft belongs
 * to the person who typed it and to one page of one chart: nobody else is ever offered it. It ends when its step is
 * signed or sent, by hand, with its chart, at its person's sign-out, and half a day after the last key; one whose reply
 * was lost ends on its page, which says so once its command is on the record. Never a PIN, a password, a tick of "seen
 * at the bedside" or a figure of a second check: those are not drafts.
 */
import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Instant, minutesBetween, plusHours } from '../time.ts'
import type { ServerClock } from './clock.ts'
import type { OutboxGround } from './outboxPlace.ts'
import type { ChartRecord } from './state.ts'

/** Whose half-typed input it is, and where. `chartId` is a ward's or a word of its own where it is of no chart. */
export interface DraftName {
  readonly userId: string
  readonly chartId: string
  readonly page: string
}

/** What somebody typed on: how far the chart had come, and per field what else the field rests on, as text. */
export interface Basis {
  readonly seq: number
  readonly version: number
  readonly restsOn: Readonly<Record<string, string>>
}

const basis = z.object({
  seq: z.number(),
  version: z.number(),
  restsOn: z.record(z.string(), z.string()),
})
const keptDraft = z.object({
  /** As the form that wrote them has them; another build may read them. */
  fields: z.record(z.string(), z.unknown()),
  begunAt: z.number(),
  changedAt: z.number(),
  basis,
  /** The id under which the step was sent, while nobody knows whether it arrived. */
  sentAs: z.nullable(z.string()),
})

/** A draft as it is kept; its instants are the server's. */
export interface KeptDraft {
  readonly fields: Readonly<Record<string, unknown>>
  readonly begunAt: Instant
  readonly changedAt: Instant
  readonly basis: Basis
  readonly sentAs: string | null
}

export interface Drafts {
  /** All drafts on this tablet by their key. */
  readonly state: StoreApi<Readonly<Record<string, KeptDraft>>>
  keep(key: string, draft: KeptDraft): void
  forget(key: string): void
  /** At their sign-out. */
  forgetPerson(userId: string): void
  /** A chart as it now stands: one that is closed has no half-done step. */
  heed(chartId: string, record: ChartRecord): void
}

interface DraftsGround {
  /** `localStorage`; a browser that refuses it keeps nothing over a reload. */
  readonly texts: OutboxGround['texts']
  readonly clock: Pick<ServerClock, 'now' | 'subscribe'>
  /** Calls back with the key that another page of this browser has removed; null: all. */
  readonly onRemoved?: (call: (key: string | null) => void) => void
}

/** As long as a session lasts at the longest: whoever goes on after it has given a password again. */
export const DRAFT_KEPT_FOR_HOURS = 12
/** A draft from the future tells no age. */
const CLOCKS_DIFFER_MINUTES = 2

const PREFIX = 'heparin-chart.draft/'
const of = (...parts: readonly string[]) => `${PREFIX}${parts.map(encodeURIComponent).join('/')}`

/** Where a draft lies. */
export function draftKey({ userId, chartId, page }: DraftName): string {
  return of(userId, chartId, page)
}

export function createDrafts({ texts, clock, onRemoved }: DraftsGround): Drafts {
  const state = createStore<Readonly<Record<string, KeptDraft>>>(() => readAll(texts))
  const { getState, setState } = state

  function keep(key: string, draft: KeptDraft): void {
    setState({ [key]: draft })
    try {
      texts.setItem(key, JSON.stringify(draft))
    } catch {
      // Full or refused: it lives as long as the page.
    }
  }
  function drop(isOver: (key: string, draft: KeptDraft) => boolean): void {
    const all = Object.entries(getState())
    const over = all.filter(([key, draft]) => isOver(key, draft))
    if (over.length === 0) return
    const gone = new Set(over.map(([key]) => key))
    setState(Object.fromEntries(all.filter(([key]) => !gone.has(key))), true)
    for (const key of gone) remove(texts, key)
  }

  // The server's time is told before anybody is signed in, and moves on by the minute.
  clock.subscribe(() => drop((_, draft) => isTooOld(draft, clock.now())))
  onRemoved?.((removed) => drop((key) => removed === null || key === removed))

  return {
    state,
    keep,
    forget: (forgotten) => drop((key) => key === forgotten),
    forgetPerson: (userId) => drop((key) => key.startsWith(`${of(userId)}/`)),
    heed(chartId, record) {
      if (record.status !== 'ready' || record.chart.open) return
      const place = `/${encodeURIComponent(chartId)}/`
      drop((key) => key.includes(place))
    },
  }
}

function isTooOld({ changedAt }: KeptDraft, now: Instant): boolean {
  return (
    now >= plusHours(changedAt, DRAFT_KEPT_FOR_HOURS) ||
    minutesBetween(now, changedAt) > CLOCKS_DIFFER_MINUTES
  )
}

function remove(texts: DraftsGround['texts'], key: string): void {
  try {
    texts.removeItem(key)
  } catch {
    // Refused: nothing was kept there either.
  }
}

/** All that this build can read; the rest is let go, as nobody could go on with it. */
function readAll(texts: DraftsGround['texts']): Record<string, KeptDraft> {
  const drafts: Record<string, KeptDraft> = {}
  try {
    const keys = Array.from({ length: texts.length }, (_, index) => texts.key(index) ?? '')
    for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
      const draft = readOne(texts.getItem(key))
      if (draft === null) remove(texts, key)
      else drafts[key] = draft
    }
  } catch {
    // Refused: nothing is kept.
  }
  return drafts
}

function readOne(text: string | null): KeptDraft | null {
  try {
    const read = keptDraft.safeParse(JSON.parse(text ?? 'null'))
    return read.success ? (read.data as KeptDraft) : null
  } catch {
    return null
  }
}
