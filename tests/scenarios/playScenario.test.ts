import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { playScenario } from '../../server/playScenario.ts'
import { momentOf, type Scenario, type Step, scenario } from '../../server/scenario.ts'
import { instantOf, isoOf } from '../../src/time.ts'
import { engineStage } from './engineStage.ts'
import { expectState } from './expectState.ts'

const file = new URL('./vteCourse.json', import.meta.url)
const course: Scenario = z.parse(scenario, JSON.parse(readFileSync(file, 'utf8')))
const anchor = instantOf('2027-03-09T22:00:00Z')

function play(steps: readonly Step[]) {
  return playScenario({
    scenario: { ...course, steps: [...steps] },
    anchor,
    stage: engineStage(anchor),
  })
}

/** The course with one of its steps changed. */
function withStep(does: Step['does'], more: Partial<Step>): Step[] {
  const at = course.steps.findIndex((step) => step.does === does)
  return course.steps.map((step, index) => (index === at ? { ...step, ...more } : step))
}

describe('a scenario tells the truth or fails', () => {
  test('an act that is refused unexpectedly ends the play and is named', async () => {
    await expect(play(withStep('prescribe', { by: 'rn.adams' }))).rejects.toThrow(
      'step 2, prescribe at -30m: prescribers-only',
    )
  })

  test('an act that is accepted where a refusal is told ends the play', async () => {
    await expect(
      play(withStep('recordWeight', { refused: 'weight-out-of-range' })),
    ).rejects.toThrow('step 1, recordWeight at -55m: was not refused as weight-out-of-range')
  })

  test('a refusal by another rule than the one told ends the play', async () => {
    await expect(
      play(withStep('prescribe', { by: 'rn.adams', refused: 'suspended' })),
    ).rejects.toThrow('prescribers-only')
  })

  test('a field that the command does not have ends the play', async () => {
    await expect(play(withStep('recordWeight', { kilograms: 75 }))).rejects.toThrow('step 1')
  })

  test('a label that no step has ends the play', async () => {
    await expect(play(withStep('giveBolus', { orderSeq: 'the first order' }))).rejects.toThrow(
      'no earlier step is called "the first order"',
    )
  })

  test('SIGN-3: a countersign by the first signer ends the play', async () => {
    await expect(play(withStep('countersign', { by: 'rn.adams' }))).rejects.toThrow('same-person')
  })

  test.each([
    ['another rate', { rateMlPerHour: 13 }],
    ['another run', { therapeuticRun: 1 }],
    ['another due time', { due: [{ kind: 'aptt-collection', status: 'waiting', dueAt: '+1d' }] }],
    ['a due item that is not told', { due: [] }],
    ['a result that is not told', { results: [] }],
  ] as const)('an end that differs fails: %s', async (_, differing) => {
    const chart = await play(course.steps)
    const now = momentOf(course.steps.at(-1)?.at ?? 'now', anchor)
    const expected = { ...course.expected, ...differing } as Scenario['expected']

    expectState(chart, course.expected, { now, anchor })
    expect(() => expectState(chart, expected, { now, anchor })).toThrow('to match object')
  })
})

describe('times told from the anchor', () => {
  test.each([
    ['now', '2027-03-09T22:00:00Z'],
    ['+0m', '2027-03-09T22:00:00Z'],
    ['-6h10m', '2027-03-09T15:50:00Z'],
    ['+45m', '2027-03-09T22:45:00Z'],
    ['-2d1h', '2027-03-07T21:00:00Z'],
  ])('%s is %s', (time, iso) => {
    expect(isoOf(momentOf(time, anchor))).toBe(iso)
  })

  test.each(['', '6h', '-', '+h', '-10m6h', '-1.5h', '2027-03-09T22:00:00Z'])(
    '"%s" is refused',
    (time) => {
      expect(() => momentOf(time, anchor)).toThrow(RangeError)
    },
  )
})
