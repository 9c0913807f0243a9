import { useState } from 'react'
import { type Basis, type DraftName, draftKey, type KeptDraft } from '../../store/drafts.ts'
import { type HalfDone, type Resumed, useKeptDraft } from '../../store/halfDone.ts'
import { useChartStore, useZone } from '../../store/useChart.ts'
import type { DraftShapes } from './draftShape.ts'
import { type Restored, restoreDraft } from './restoreDraft.ts'

/** The fields, a setter that merges, a way to forget them, and how the page says that they were there before. */
type Draft<T> = readonly [T, (change: Partial<T>) => void, () => void, HalfDone]

const OF_NO_CHART: Basis = { seq: 0, version: 0, restsOn: {} }

interface DraftStands<T> {
  readonly basis?: Basis
  readonly shapes?: DraftShapes<T>
}

/**
 * What a person types, kept on this tablet for them alone until the step is done (see `src/store/drafts.ts`).
 * Never give it a PIN, a password or a figure of a second check.
 */
export function useDraft<T extends object>(
  name: DraftName,
  empty: T,
  { basis = OF_NO_CHART, shapes }: DraftStands<T> = {},
): Draft<T> {
  const { drafts, clock } = useChartStore()
  const zone = useZone()
  const key = draftKey(name)
  const kept = useKeptDraft(key)
  const nowKept = () => drafts.state.getState()[key]

  const open = (): Opened<T> => {
    const before = nowKept()
    if (before === undefined) return { key, found: null }
    const restored = restoreDraft(before, empty, {
      restsOn: basis.restsOn,
      ...(shapes === undefined ? {} : { shapes }),
      now: clock.now(),
      zone,
    })
    return { key, found: { before, restored, foundOn: basis } }
  }
  const [state, setState] = useState(open)
  let opened = state
  if (state.key !== key) {
    // Another person or chart on the same mounted page begins with what is theirs.
    opened = open()
    setState(opened)
  }

  const fieldsOf = (each: KeptDraft | undefined): T => {
    if (each === undefined) return empty
    // Only what this page found comes from another page; everything later was written here.
    return each === opened.found?.before ? opened.found.restored.fields : (each.fields as T)
  }
  const put = (fields: T, change: Partial<KeptDraft> = {}) => {
    const now = clock.now()
    const begun = nowKept() ?? { begunAt: now, changedAt: now, basis, sentAs: null }
    drafts.keep(key, { ...begun, ...change, fields: fields as KeptDraft['fields'] })
  }
  const forget = () => drafts.forget(key)
  const set = (change: Partial<T>) => {
    const fields = { ...fieldsOf(nowKept()), ...change }
    // Emptied by hand: there is nothing left to go on with.
    if (JSON.stringify(fields) === JSON.stringify(empty)) forget()
    else put(fields, { changedAt: clock.now() })
  }
  const halfDone: HalfDone = {
    resumed: resumedOf(opened, kept),
    goOn() {
      const now = nowKept()
      if (now !== undefined) put(fieldsOf(now), { basis, changedAt: clock.now(), sentAs: null })
      setState({ key, found: null })
    },
    startAgain: forget,
    sent(commandId) {
      const now = nowKept()
      if (now !== undefined) put(fieldsOf(now), { sentAs: commandId })
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
}

function resumedOf<T>({ found }: Opened<T>, kept: KeptDraft | undefined): Resumed | null {
  if (found === null || kept?.begunAt !== found.before.begunAt) return null
  const { before, restored, foundOn } = found
  const { fields: _, ...asks } = restored
  const { begunAt, changedAt, basis: typedOn, sentAs } = before
  return { ...asks, begunAt, changedAt, typedOn, foundOn, wasSent: sentAs !== null }
}
