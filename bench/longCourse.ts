import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { playScenario, type Stage } from '../server/playScenario.ts'
import { scenario } from '../server/scenario.ts'
import { type Entry, entry as entrySchema } from '../src/chart/entries.ts'
import { instantOf, isoOf, plusHours } from '../src/time.ts'
import { engineStage } from '../tests/scenarios/engineStage.ts'

/** Plays a scenario file by the engine and gives its entries. */
export async function entriesOf(path: string): Promise<Entry[]> {
  const told = z.parse(scenario, JSON.parse(readFileSync(path, 'utf8')))
  const anchor = instantOf(told.anchor ?? '2027-03-10T04:00:00Z')
  const entries: Entry[] = []
  const kept = (entry: Entry) => {
    entries.push(entry)
    return entry
  }
  const engine = engineStage(anchor)
  const stage: Stage = {
    ...engine,
    open: async (command, cue) => kept(await engine.open(command, cue)),
    carryOut: async (id, command, cue) => kept(await engine.carryOut(id, command, cue)),
    check: async (id, request, cue) => kept(await engine.check(id, request, cue)),
  }
  await playScenario({ scenario: told, anchor, stage })
  return entries
}

const BEGINS_WITH = 16
const CYCLE = 4
const HOURS_APART = 7

/**
 * A VTE course of so many entries: its beginning as the scenario has it, then one therapeutic APTT after another, each
 * collected, resulted, decided as no change and countersigned.
 */
export function longCourse(course: readonly Entry[], entries: number): Entry[] {
  const long = course.slice(0, BEGINS_WITH)
  const cycle = course.slice(BEGINS_WITH, BEGINS_WITH + CYCLE)
  for (let round = 0; long.length < entries; round += 1) {
    for (const entry of cycle) long.push(movedOn(entry, round))
  }
  return long.slice(0, entries)
}

/** The same entry so many rounds later; read by the schema, so that it is as the record has it. */
function movedOn(entry: Entry, round: number): Entry {
  const seqs = round * CYCLE
  const moved: Record<string, unknown> = {
    ...entry,
    seq: entry.seq + seqs,
    version: entry.version + round,
    commandId: `00000000-0000-4000-8000-${`${entry.seq + seqs}`.padStart(12, '0')}`,
  }
  for (const key of ['resultSeq', 'actSeq'] as const) {
    if (key in entry) moved[key] = (moved[key] as number) + seqs
  }
  if (entry.kind === 'apttResulted' && 'collectionSeq' in entry.sample) {
    moved['sample'] = { collectionSeq: entry.sample.collectionSeq + seqs }
  }
  for (const key of ['happenedAt', 'recordedAt', 'collectedAt'] as const) {
    if (typeof moved[key] === 'string') {
      moved[key] = isoOf(plusHours(instantOf(moved[key]), round * HOURS_APART))
    }
  }
  return z.parse(entrySchema, moved) as Entry
}
