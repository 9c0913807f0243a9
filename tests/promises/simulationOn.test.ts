import { test } from 'vitest'
import { playSeeds } from './simulation/playSeeds.ts'
import { sized } from './support/experiment.ts'

test('SIGN-3, SIGN-5, CHART-1, CHART-10, H34: another thousand seeds keep every law', async () => {
  await playSeeds(
    1_001,
    sized(1_002, 2_000),
    'Simulated ward, seeds 1,001 to 2,000: the same on another core',
  )
})
