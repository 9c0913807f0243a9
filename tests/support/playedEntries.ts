import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { playScenario, type Stage } from '../../server/playScenario.ts'
import { momentOf, scenario } from '../../server/scenario.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { type Instant, instantOf } from '../../src/time.ts'
import { engineStage } from '../scenarios/engineStage.ts'

export interface Played {
  readonly entries: readonly Entry[]
  /** When its last step was. */
  readonly now: Instant
}

/** The entries of a scenario of this folder or of the demonstration ward, as far as its step number `upTo`. */
export async function playedEntries(path: string, upTo?: number): Promise<Played> {
  const told = z.parse(scenario, JSON.parse(readFileSync(resolve(path), 'utf8')))
  const anchor = instantOf(told.anchor ?? '2027-03-10T04:00:00Z')
  const steps = told.steps.slice(0, upTo)
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
  await playScenario({ scenario: { ...told, steps }, anchor, stage })
  return { entries, now: momentOf(steps.at(-1)?.at ?? told.chart.at, anchor) }
}
