import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { type Entry, entry as entrySchema } from '../src/chart/entries.ts'
import { instantOf, isoOf, plusHours } from '../src/time.ts'

const FROZEN = 'tests/corpus/vteCourse.json'
/** From the opening of the chart to the countersign of its start. */
const BEGINS_WITH = 11
/** An APTT above the range and its rate change, signed by two; then one within it and its "no change". */
const CYCLE = 9
const VERSIONS_IN_CYCLE = 4
const HOURS_IN_CYCLE = 14

/** A course as it was stored. */
export function storedCourse(path = FROZEN): Entry[] {
  const { entries } = z.parse(
    z.object({ entries: z.array(z.string()) }),
    JSON.parse(readFileSync(path, 'utf8')),
  )
  return entries.map((text) => ({ ...JSON.parse(text), hash: '' }) as Entry)
}

/**
 * A VTE course of so many entries: its beginning as it was stored, then the same two titrations over and over, each
 * sample with its own time and laboratory number.
 */
export function longCourse(entries: number): Entry[] {
  const stored = storedCourse()
  const long = stored.slice(0, BEGINS_WITH)
  const cycle = stored.slice(BEGINS_WITH, BEGINS_WITH + CYCLE)
  for (let round = 0; long.length < entries; round += 1) {
    for (const entry of cycle) long.push(movedOn(entry, round))
  }
  return long.slice(0, entries)
}

const SEQS = ['seq', 'resultSeq', 'actSeq'] as const
const TIMES = ['happenedAt', 'recordedAt', 'collectedAt'] as const

/** The same entry so many rounds later, as the record would have read it. */
function movedOn(entry: Entry, round: number): Entry {
  const seqs = round * CYCLE
  const moved: Record<string, unknown> = structuredClone({ ...entry })
  moved['version'] = entry.version + round * VERSIONS_IN_CYCLE
  moved['commandId'] = `00000000-0000-4000-8000-${`${entry.seq + seqs}`.padStart(12, '0')}`
  for (const key of SEQS) {
    if (typeof moved[key] === 'number') moved[key] += seqs
  }
  for (const key of TIMES) {
    if (typeof moved[key] === 'string') {
      moved[key] = isoOf(plusHours(instantOf(moved[key]), round * HOURS_IN_CYCLE))
    }
  }
  if (entry.kind === 'apttCollected') moved['accession'] = `27-${entry.seq + seqs}`
  if (entry.kind === 'apttResulted' && 'collectionSeq' in entry.sample) {
    moved['sample'] = { collectionSeq: entry.sample.collectionSeq + seqs }
  }
  // By way of its text, as an entry comes from the record or the wire.
  const { hash: _, ...read } = JSON.parse(JSON.stringify(moved))
  z.parse(entrySchema, { ...read, hash: '0'.repeat(64) })
  return { ...read, hash: '' }
}
