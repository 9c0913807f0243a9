import { expect, test } from 'vitest'
import { playSeeds } from './simulation/playSeeds.ts'
import { simulate } from './simulation/simulate.ts'
import { sized } from './support/experiment.ts'

test('SIGN-3, SIGN-4, SIGN-5, SIGN-8, SIGN-9, CHART-1, H23, H34: tablets, servers, network, clock and people from one seed keep every law', async () => {
  await playSeeds(
    1,
    sized(8, 1_000),
    'Simulated ward, seeds 1 to 1,000: tablets, servers, network, clock and people; every law looked at after every event',
  )
})

test('a run from the same seed is the same run, event for event', async () => {
  const [first, again, another] = [await simulate(3), await simulate(3), await simulate(4)]
  expect(first.trace.length).toBeGreaterThan(20)
  expect(again.trace).toEqual(first.trace)
  expect(another.trace).not.toEqual(first.trace)
})
