import { afterAll, expect, test } from 'vitest'
import { serverFaults } from './simulation/serverFaults.ts'
import { simulate } from './simulation/simulate.ts'
import { tabletFaults } from './simulation/tabletFaults.ts'
import { measured, sized } from './support/experiment.ts'

const faults = Object.entries({ ...serverFaults, ...tabletFaults })
const MOST_SEEDS = 40
/** Where the small run begins, for faults that the first seeds do not show; the large one always begins at 1. */
const showsFrom: Record<string, number> = {}
const needed: number[] = []

test.each(faults)('the simulation sees it when %s', async (name, fault) => {
  const from = sized(showsFrom[name] ?? 1, 1)
  for (let seed = from; seed < from + MOST_SEEDS; seed += 1) {
    const { accusations } = await simulate(seed, fault)
    if (accusations.length === 0) continue
    needed.push(seed)
    return
  }
  expect.fail(`${MOST_SEEDS} seeds, and no law was broken`)
})

afterAll(() => {
  measured({
    promise: 8,
    what: 'Faults planted in the simulated ward, one at a time',
    figure: `${needed.length} of ${faults.length} seen, ${needed.filter((seeds) => seeds <= 2).length} of them within two seeds, the last after ${Math.max(...needed)}`,
  })
})
