import { type Instant, instantOf } from '../time.ts'
import type { Chart } from './chart.ts'
import { dueItems } from './due.ts'
import type { DueItem, DueKind } from './dueItem.ts'
import { fold } from './fold.ts'

/** A due time that a late entry moved: what it was, and the entry that moved it. */
export interface DueMove {
  readonly from: Instant
  readonly bySeq: number
}

/** The due times, by kind, that the last late entry moved and nothing has moved since (SIGN-7). */
export function dueMoved(chart: Chart, now: Instant): ReadonlyMap<DueKind, DueMove> {
  const moved = new Map<DueKind, DueMove>()
  const index = chart.entries.findLastIndex(
    ({ lateReason, seq }) => lateReason !== undefined && !chart.struck.has(seq),
  )
  const late = chart.entries[index]
  if (!late || index === 0) return moved
  const at = instantOf(late.recordedAt)
  const before = dueItems(fold(chart.entries.slice(0, index)), at)
  const after = dueItems(fold(chart.entries.slice(0, index + 1)), at)
  for (const item of dueItems(chart, now)) {
    const was = only(before, item.kind)
    const became = only(after, item.kind)
    if (!was || was.dueAt === item.dueAt || became?.dueAt !== item.dueAt) continue
    moved.set(item.kind, { from: was.dueAt, bySeq: late.seq })
  }
  return moved
}

/** The item of a kind where there is just one: of several, nobody could say which one moved. */
function only(items: readonly DueItem[], kind: DueKind): DueItem | null {
  const [one, another] = items.filter((item) => item.kind === kind)
  return one && !another ? one : null
}
