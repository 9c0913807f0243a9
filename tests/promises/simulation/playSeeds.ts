import { expect } from 'vitest'
import { measured } from '../support/experiment.ts'
import { type Ran, simulate } from './simulate.ts'

/** `SIMULATION_SEED=12 npx vitest run --project promises tests/promises/simulation.test.ts` plays one run again. */
const only = process.env['SIMULATION_SEED']
const LINES_TOLD = 60
/** What several runs meet, or they are an empty exercise; and what hundreds of them meet besides. */
const often = ['accepted', 'problem', 'partitions', 'restarts', 'countersigned', 'apttResulted']
const seldom = ['not-recorded', 'kept', 'reloads', 'infusionCeased', 'bedsideFactRecorded']
const SEVERAL = 8
const HUNDREDS = 200

/** What a person needs to look into a broken run: its seed, the law, and what happened last. */
function story(seed: number, { accusations, trace }: Ran): string {
  const broken = accusations.map(({ law, detail }) => `${law}: ${detail}`)
  return [`seed ${seed}`, ...broken, ...trace.slice(-LINES_TOLD)].join('\n')
}

/** Plays one run after the other, from one seed to another, both included; fails with the story of the first broken one. */
export async function playSeeds(from: number, to: number, what: string): Promise<void> {
  const seeds = only ? [Number(only)] : Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const sums: Record<string, number> = {}
  for (const seed of seeds) {
    const ran = await simulate(seed)
    if (ran.accusations.length > 0) expect.fail(story(seed, ran))
    for (const [name, count] of Object.entries(ran.counts)) sums[name] = (sums[name] ?? 0) + count
  }
  const met = [
    ...(seeds.length >= SEVERAL ? often : []),
    ...(seeds.length >= HUNDREDS ? seldom : []),
  ]
  expect(met.filter((name) => !sums[name])).toEqual([])
  const of = (name: string) => (sums[name] ?? 0).toLocaleString('en-AU')
  measured({
    promise: 8,
    what,
    figure: `${seeds.length.toLocaleString('en-AU')} runs, ${of('commands')} commands, ${of('entries')} entries, ${of('restarts')} deaths of a server, ${of('partitions')} partitions, ${of('lost')} lost requests and replies: no law broken`,
  })
}
