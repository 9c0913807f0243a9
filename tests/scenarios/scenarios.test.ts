import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import * as z from 'zod/mini'
import { playScenario } from '../../server/playScenario.ts'
import { momentOf, type Scenario, scenario } from '../../server/scenario.ts'
import { instantOf } from '../../src/time.ts'
import { engineStage } from './engineStage.ts'
import { expectState } from './expectState.ts'

/** The present time of a scenario that is told from now. */
const NOW = '2027-03-10T04:00:00Z'

function scenariosIn(folder: string) {
  const files = readdirSync(new URL(folder, import.meta.url)).filter((name) =>
    name.endsWith('.json'),
  )
  return files.map((name) => {
    const file = new URL(`${folder}/${name}`, import.meta.url)
    const told = z.parse(scenario, JSON.parse(readFileSync(file, 'utf8')))
    return { name: name.replace('.json', ''), told, rules: told.rules.join(', ') }
  })
}

async function run(told: Scenario): Promise<void> {
  const anchor = instantOf(told.anchor ?? NOW)
  const chart = await playScenario({
    scenario: told,
    anchor,
    stage: engineStage(anchor),
    afterStep: (step, now, at) => {
      if (step.leaves) expectState(now, step.leaves, { now: at, anchor })
    },
  })
  const end = told.expected.at ?? told.steps.at(-1)?.at ?? told.chart.at
  expectState(chart, told.expected, { now: momentOf(end, anchor), anchor })
}

describe('the patients of the demonstration ward', () => {
  for (const { name, told, rules } of scenariosIn('../../server/scenarios')) {
    test(`${rules}: ${name}`, () => run(told))
  }
})

describe('whole courses', () => {
  for (const { name, told, rules } of scenariosIn('.')) {
    test(`${rules}: ${name}`, () => run(told))
  }
})
