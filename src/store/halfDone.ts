/** The half-done steps of the page that is open, for what stands around them: its frame and its signature. */
import { useStore as useZustand } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Entry } from '../chart/entries.ts'
import type { Instant } from '../time.ts'
import type { Basis, KeptDraft } from './drafts.ts'
import { useChartStore } from './useChart.ts'

/** What a form finds that its person began before; the fields are filled with it. */
export interface Resumed {
  readonly begunAt: Instant
  readonly changedAt: Instant
  /** How far the chart had come when it was typed, and when this page opened. */
  readonly typedOn: Pick<Basis, 'seq' | 'version'>
  readonly foundOn: Pick<Basis, 'seq' | 'version'>
  /** It was sent, and nobody knows whether it arrived. */
  readonly wasSent: boolean
  /** A field that rests on the chart was let go, because the chart has moved on. */
  readonly asksField: boolean
  /** A clock time was let go, because by now it would mean another day. */
  readonly asksTime: boolean
  /** A field was let go, because another build kept in it what this one cannot read. */
  readonly asksUnread: boolean
  /** A time stands at "now", which is no longer when it was typed. */
  readonly saysNow: boolean
}

/** A half-done step as its page shows it and ends it. */
export interface HalfDone {
  /** Null: begun just now, or gone on with. */
  readonly resumed: Resumed | null
  /** What its person sent before, without a reply, and what has turned up on the record since. */
  readonly recorded: Entry | null
  /** What is new has been seen: what was typed stands on the chart as it is. */
  readonly goOn: () => void
  /** Lets go of all that was typed. */
  readonly startAgain: () => void
  /** Under which id it leaves; null: it did not arrive. */
  readonly sent: (commandId: string | null) => void
  /** It has left under this id, and is kept no longer; the page that is open goes on showing what it sent. */
  readonly left: (commandId: string) => void
}

/** The half-done steps of one page by name. */
export type HalfDoneSteps = StoreApi<Readonly<Record<string, HalfDone>>>

export function createHalfDoneSteps(): HalfDoneSteps {
  return createStore(() => ({}))
}

/** A part of the half-done steps of a page. */
export function useHalfDone<T>(
  steps: HalfDoneSteps,
  select: (all: Readonly<Record<string, HalfDone>>) => T,
): T {
  return useZustand(steps, select)
}

/** A draft as it is kept by now; undefined: there is none. */
export function useKeptDraft(key: string): KeptDraft | undefined {
  return useZustand(useChartStore().drafts.state, (all) => all[key])
}
