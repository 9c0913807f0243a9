import { expect } from '@playwright/test'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

type Step = Course['steps'][number]

interface Told {
  readonly name: string
  readonly shows: string
  readonly mrn: string
  readonly steps?: readonly Step[]
  readonly userId?: string
  /** The act's place in the address; absent: the chart itself. */
  readonly act?: string
  /** The answers tapped on the way, by the beginning of their words. */
  readonly taps?: readonly RegExp[]
  /** What the page must say for the state to be the one that is meant. */
  readonly says: string
}

function state(told: Told): ScreenState {
  const { name, shows, mrn, steps = [], userId = 'rn.adams', act, taps = [], says } = told
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page, chartAfter }) {
      const begun = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const
      const patient = running({ surname: 'Petrov', mrn, kg: 78 }, begun)
      const chartId = await chartAfter(after(patient, ...steps))
      await openAs(page, userId, `/charts/${chartId}${act === undefined ? '' : `/${act}`}`)
      const main = page.getByRole('main')
      for (const name of taps) await main.getByRole('button', { name }).click()
      await expect(main.getByText(says).first()).toBeVisible()
    },
  }
}

const major: Step = {
  at: '-6m',
  by: 'rn.cole',
  does: 'recordObservation',
  as: 'seen',
  bleeding: 'major-suspected',
  sites: [],
}
const ceased: Step = {
  at: '-5m',
  by: 'rn.cole',
  does: 'ceaseInfusion',
  reason: 'suspected-major-bleed',
}
const paced: Step = {
  at: '-4m',
  by: 'rn.cole',
  does: 'tickStep',
  guideline: 'major-bleed',
  aboutSeq: 'seen',
  step: 'pace-call',
}
const fallen: Step = {
  at: '-10m',
  by: 'rn.cole',
  does: 'recordFall',
  witnessed: false,
  headInjury: 'none-seen',
}
const minor: Step = {
  at: '-10m',
  by: 'rn.cole',
  does: 'recordObservation',
  bleeding: 'minor',
  sites: ['gums', 'nose'],
  clots: 'none-seen',
}

/** Looking for bleeding, falls, adverse events, and the steps of their guidelines. */
export const bleeding: readonly ScreenState[] = [
  state({
    name: 'observe',
    shows: 'A bleeding check: one question a screen',
    mrn: '8800601',
    act: 'observe',
    says: 'Any bleeding?',
  }),
  state({
    name: 'observe-where',
    shows: 'Minor bleeding: where',
    mrn: '8800602',
    act: 'observe',
    taps: [/^Minor/],
    says: 'Where does it bleed?',
  }),
  state({
    name: 'observe-stop',
    shows: 'Suspected major bleeding: STOP is the one action',
    mrn: '8800603',
    act: 'observe',
    taps: [/^Major suspected/, /^Record it and go/],
    says: 'The infusion is not stopped yet',
  }),
  state({
    name: 'chart-bleeding',
    shows: 'A suspected major bleed while heparin runs on: STOP first',
    mrn: '8800604',
    steps: [major],
    says: 'STOP: suspected major bleeding',
  }),
  state({
    name: 'guideline',
    shows: 'The steps of a guideline, two of them done',
    mrn: '8800605',
    steps: [major, ceased, paced],
    act: 'guideline',
    says: 'PACE call made',
  }),
  state({
    name: 'fall',
    shows: 'A fall: signs of a head injury?',
    mrn: '8800606',
    act: 'fall',
    taps: [/^Unseen/],
    says: 'Signs of a head injury?',
  }),
  state({
    name: 'fall-recorded',
    shows: 'After a fall: suspended, and the steps of the guideline',
    mrn: '8800607',
    act: 'fall',
    taps: [/^Unseen/, /^Looked for: none/, /^Record the fall/],
    says: 'Suspended: fall not yet reviewed',
  }),
  state({
    name: 'fall-review',
    shows: 'The medical review after a fall',
    mrn: '8800608',
    steps: [fallen],
    userId: 'mo.chen',
    act: 'clear',
    says: 'Medical review after the fall',
  }),
  state({
    name: 'adverse-event',
    shows: 'An adverse event: what happened?',
    mrn: '8800609',
    userId: 'pharm.gray',
    act: 'adverse-event',
    says: 'What happened?',
  }),
  state({
    name: 'event-review',
    shows: 'The MO’s review of minor bleeding, beside dose, APTTs and antiplatelets',
    mrn: '8800610',
    steps: [minor],
    userId: 'mo.chen',
    act: 'event-review',
    says: 'Review the event',
  }),
]
