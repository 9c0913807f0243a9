import type { KeptDraft } from '../../store/drafts.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { type DraftShape, fittedFields, isRecord } from './draftShape.ts'
import { NOW, readTime, type StatedTime } from './statedTime.ts'

/** What a draft is offered on: what its fields rest on by now, and when. */
interface RestoredOn {
  readonly restsOn: Readonly<Record<string, string>>
  readonly shapes?: Readonly<Record<string, DraftShape | undefined>>
  readonly now: Instant
  readonly zone: TimeZone
}

/** A draft as it is offered again, and what of it has to be said anew. */
export interface Restored<T> {
  readonly fields: T
  /** A field that rests on the chart was let go, because the chart has moved on. */
  readonly asksField: boolean
  /** A clock time was let go, because by now it would mean another day. */
  readonly asksTime: boolean
  /** A field was let go, because another build kept in it what this one cannot read. */
  readonly asksUnread: boolean
  /** A time stands at "now", which is no longer when the draft was typed. */
  readonly saysNow: boolean
}

/**
 * What was typed, as far as it may be offered again. Nothing is worked out here: what rests on a chart that has moved on
 * is empty, a clock time that would slide to another day is empty, and what this build cannot read is empty (H14, H36).
 */
export function restoreDraft<T extends object>(
  { fields, changedAt, basis }: KeptDraft,
  empty: T,
  { restsOn, shapes = {}, now, zone }: RestoredOn,
): Restored<T> {
  const { value, isWhole } = fittedFields(empty, fields, shapes)
  const read = value as T
  const moved = Object.keys(restsOn).filter((field) => basis.restsOn[field] !== restsOn[field])
  const steady = { ...read, ...pick(empty, moved) }
  const times = { lost: false, now: false }
  const anchored = overTimes(steady, (stated) => {
    if (stated.mode === 'now') {
      times.now = true
      return stated
    }
    if (stated.clock === '' || meansTheSame(stated, changedAt, now, zone)) return stated
    times.lost = true
    return { ...NOW, mode: 'stated' }
  }) as T
  return {
    fields: anchored,
    asksField: JSON.stringify(steady) !== JSON.stringify(read),
    asksTime: times.lost,
    asksUnread: !isWhole,
    saysNow: times.now,
  }
}

function pick<T extends object>(from: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(from).filter(([field]) => fields.includes(field)),
  ) as Partial<T>
}

function overTimes(value: unknown, change: (stated: StatedTime) => StatedTime): unknown {
  if (Array.isArray(value)) return value.map((each) => overTimes(each, change))
  if (!isRecord(value)) return value
  if (Object.keys(NOW).every((field) => field in value)) {
    return change(value as unknown as StatedTime)
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, overTimes(each, change)]),
  )
}

/** Whether a clock time means the same instant as when it was typed, of things past and of things ahead. */
function meansTheSame(stated: StatedTime, then: Instant, now: Instant, zone: TimeZone): boolean {
  return [false, true].every((ahead) => {
    const [before, after] = [then, now].map((at) => readTime(stated, at, zone, ahead))
    return JSON.stringify(instantsOf(before)) === JSON.stringify(instantsOf(after))
  })
}

function instantsOf(read: ReturnType<typeof readTime> | undefined) {
  if (read?.kind === 'at') return [read.at]
  return read?.kind === 'ambiguous' ? [read.earlier, read.later] : read
}
