import { useLayoutEffect, useState } from 'react'
import type { Entry } from '../../chart/entries.ts'
import { type Basis, type DraftName, draftKey, type KeptDraft } from '../../store/drafts.ts'
import { type HalfDone, type Resumed, useKeptDraft } from '../../store/halfDone.ts'
import { useChartStore, useZone } from '../../store/useChart.ts'
import type { DraftShapes } from './draftShape.ts'
import { type Restored, restoreDraft } from './restoreDraft.ts'

/** The fields, a setter that merges, a way to forget them, and how the page says that they were there before. */
type Draft<T> = readonly [T, (change: Partial<T>) => void, () => void, HalfDone]

const OF_NO_CHART: Basis = { seq: 0, version: 0, restsOn: {} }

const NO_ENTRIES: readonly Entry[] = []

interface DraftStands<T> {
  readonly basis?: Basis
  /** The chart's record: what was sent without a reply may turn up there. */
  readonly entries?: readonly Entry[]
  readonly shapes?: DraftShapes<T>
}

/**
 * What a person types, kept on this tablet for them alone until the step is done (see `src/store/drafts.ts`).
 * Never give it a PIN, a password or a figure of a second check.
 */
export function useDraft<T extends object>(
  name: DraftName,
  empty: T,
  { basis = OF_NO_CHART, entries = NO_ENTRIES, shapes }: DraftStands<T> = {},
): Draft<T> {
  const { drafts, clock } = useChartStore()
  const zone = useZone()
  const key = draftKey(name)
  const nowKept = () => drafts.state.getState()[key]

  const open = (): Opened<T> => {
    const before = nowKept()
    if (before === undefined) return { key, found: null, left: null }
    const restored = restoreDraft(before, empty, {
      restsOn: basis.restsOn,
      ...(shapes === undefined ? {} : { shapes }),
      now: clock.now(),
      zone,
    })
    return { key, found: { before, restored, foundOn: basis }, left: null }
  }
  const [state, setState] = useState(open)
  let opened = state
  if (state.key !== key) {
    // Another person or chart on the same mounted page begins with what is theirs.
    opened = open()
    setState(opened)
  }

  const sentBefore = opened.found?.before.sentAs ?? null
  const recorded = entries.find(({ commandId }) => commandId === sentBefore) ?? null
  const isDone = (each: KeptDraft | undefined) => recorded !== null && each?.sentAs === sentBefore
  const stored = useKeptDraft(key)
  const kept = isDone(stored) ? undefined : stored
  useLayoutEffect(() => {
    if (stored !== kept) drafts.forget(key)
  })

  const fieldsOf = (each: KeptDraft | undefined): T => {
    if (each === undefined) return opened.left ?? empty
    // Only what this page found comes from another page; everything later was written here.
    return each === opened.found?.before ? opened.found.restored.fields : (each.fields as T)
  }
  const put = (fields: T, change: Partial<KeptDraft> = {}) => {
    const now = clock.now()
    const begun = nowKept() ?? { begunAt: now, changedAt: now, basis, sentAs: null }
    drafts.keep(key, { ...begun, ...change, fields: fields as KeptDraft['fields'] })
  }
  const forget = () => {
    if (opened.left !== null) setState({ ...opened, left: null })
    drafts.forget(key)
  }
  const set = (change: Partial<T>) => {
    const fields = { ...fieldsOf(nowKept()), ...change }
    // Emptied by hand: there is nothing left to go on with.
    if (JSON.stringify(fields) === JSON.stringify(empty)) forget()
    else put(fields, { changedAt: clock.now() })
  }
  const halfDone: HalfDone = {
    resumed: resumedOf(opened, kept),
    recorded,
    goOn() {
      const now = nowKept()
      if (now !== undefined) {
        // Whoever goes on has looked for what was sent before; what this page has sent is still on its way.
        const sentAs = now.sentAs === sentBefore ? null : now.sentAs
        put(fieldsOf(now), { basis, changedAt: clock.now(), sentAs })
      }
      setState({ key, found: null, left: null })
    },
    startAgain: forget,
    sent(commandId) {
      const now = nowKept()
      if (now !== undefined) put(fieldsOf(now), { sentAs: commandId })
    },
    left(commandId) {
      const now = nowKept()
      if (now?.sentAs !== commandId) return
      setState({ ...opened, left: fieldsOf(now) })
      drafts.forget(key)
    },
  }
  return [fieldsOf(kept), set, forget, halfDone]
}

/** What a page found when it opened. */
interface Opened<T> {
  readonly key: string
  readonly found: {
    readonly before: KeptDraft
    readonly restored: Restored<T>
    readonly foundOn: Basis
  } | null
  /** What stands on the page after it has left the tablet's keeping. */
  readonly left: T | null
}

function resumedOf<T>({ found }: Opened<T>, kept: KeptDraft | undefined): Resumed | null {
  if (found === null || kept?.begunAt !== found.before.begunAt) return null
  const { before, restored, foundOn } = found
  const { fields: _, ...asks } = restored
  const { begunAt, changedAt, basis: typedOn, sentAs } = before
  return { ...asks, begunAt, changedAt, typedOn, foundOn, wasSent: sentAs !== null }
}
