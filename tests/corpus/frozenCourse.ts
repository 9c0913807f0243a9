import * as z from 'zod/mini'
import { entryHash, NO_PREVIOUS } from '../../server/entryHash.ts'
import { type Entry, entry as entrySchema } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { type Instant, instantOf, plusHours } from '../../src/time.ts'
import { courseState, digestOf } from './courseState.ts'

/** A whole course as it was stored, and what the chart said of it when it was frozen. */
export const frozenCourse = z.strictObject({
  /** The scenario that it was played from. */
  course: z.string(),
  /** The stored text of each entry. */
  entries: z.array(z.string()),
  /** The hash of the last one, and so of all. */
  hash: z.string(),
  /** A digest of the state after each entry, at the time it was recorded. */
  digests: z.array(z.string()),
  /** The state in full at the last entry, and a digest of it 30 hours later. */
  end: z.array(z.string()),
  later: z.string(),
})
export type FrozenCourse = z.infer<typeof frozenCourse>

const HOURS_LATER = 30

/** What this build makes of stored texts: the same shape as when they were frozen. */
export function replayed(course: string, entries: readonly string[]): FrozenCourse {
  const hashes: string[] = []
  for (const body of entries) hashes.push(entryHash(hashes.at(-1) ?? NO_PREVIOUS, body))
  const read = entries.map((body, index) => ({ ...JSON.parse(body), hash: hashes[index] }) as Entry)
  for (const each of read) z.parse(entrySchema, each)
  const chart = fold(read)
  const last = timeOf(read.at(-1))
  return {
    course,
    entries: [...entries],
    hash: hashes.at(-1) ?? NO_PREVIOUS,
    digests: read.map((each, index) =>
      digestOf(courseState(fold(read.slice(0, index + 1)), timeOf(each))),
    ),
    end: courseState(chart, last),
    later: digestOf(courseState(chart, plusHours(last, HOURS_LATER))),
  }
}

function timeOf(entry: Entry | undefined): Instant {
  if (!entry) throw new Error('A course has entries.')
  return instantOf(entry.recordedAt)
}
