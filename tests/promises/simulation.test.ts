import { expect, test } from 'vitest'
import { type Ran, simulate } from './simulation/simulate.ts'
import { measured, sized } from './support/experiment.ts'

/** `SIMULATION_SEED=12 npx vitest run --project promises tests/promises/simulation.test.ts` plays one run again. */
const only = process.env['SIMULATION_SEED']
const seeds = only ? [Number(only)] : Array.from({ length: sized(14, 2_000) }, (_, n) => n + 1)
const LINES_TOLD = 60

/** What a person needs to look into a broken run: its seed, the law, and what happened last. */
function story(seed: number, { accusations, trace }: Ran): string {
  const broken = accusations.map(({ law, detail }) => `${law}: ${detail}`)
  return [`seed ${seed}`, ...broken, ...trace.slice(-LINES_TOLD)].join('\n')
}

test('SIGN-3, SIGN-4, SIGN-5, SIGN-8, SIGN-9, CHART-1, H34: tablets, servers, network, clock and people from one seed keep every law', async () => {
  const sums: Record<string, number> = {}
  for (const seed of seeds) {
    const ran = await simulate(seed)
    if (ran.accusations.length > 0) expect.fail(story(seed, ran))
    for (const [name, count] of Object.entries(ran.counts)) sums[name] = (sums[name] ?? 0) + count
  }

  // The runs are no empty exercise.
  if (!only) {
    const wanted = ['accepted', 'problem', 'not-recorded', 'unknown', 'partitions', 'restarts']
    const met = [...wanted, 'infusionCeased', 'secondCheckMismatched', 'countersigned', 'reloads']
    expect(met.filter((name) => !sums[name])).toEqual([])
  }
  const of = (name: string) => (sums[name] ?? 0).toLocaleString('en-AU')
  measured({
    promise: 8,
    what: 'Simulated ward: tablets, one or two server processes, network, clock and people from one seed each, every law looked at after every event',
    figure: `${seeds.length.toLocaleString('en-AU')} seeds, ${of('commands')} commands, ${of('entries')} entries, ${of('restarts')} kills of a server, ${of('partitions')} partitions, ${of('lost')} lost messages: no law broken`,
  })
})

test('a run from the same seed is the same run, event for event', async () => {
  const [first, again, another] = [await simulate(3), await simulate(3), await simulate(4)]
  expect(first.trace.length).toBeGreaterThan(50)
  expect(again.trace).toEqual(first.trace)
  expect(another.trace).not.toEqual(first.trace)
})
