import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { after, running, weighed } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-1d5h' } as const

/** A patient whose platelets fell from 240 to 176, and an estimated creatinine clearance. */
function fallen(mrn: string): Course {
  return after(
    running({ surname: 'Nguyen', mrn, kg: 78 }, BEGUN),
    {
      at: '-20h',
      by: 'rn.adams',
      does: 'recordBloods',
      collectedAt: '-21h',
      plateletsE9PerL: 231,
    },
    {
      at: '-10m',
      by: 'rn.adams',
      does: 'recordBloods',
      collectedAt: '-1h',
      plateletsE9PerL: 176,
    },
  )
}

interface Told {
  readonly name: string
  readonly shows: string
  readonly userId: string
  readonly act: string
  readonly says: string
  readonly course: Course
}

function bloods({ name, shows, userId, act, says, course }: Told): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(course)
      await openAs(page, userId, `/charts/${chartId}/${act}`)
      await expect(actPage(page).main.getByText(says).first()).toBeVisible()
    },
  }
}

/** Bloods, platelets and the alert for HIT. */
export const bloodsScreens: readonly ScreenState[] = [
  bloods({
    name: 'bloods',
    shows: 'Platelets against the baseline, baseline bloods, creatinine clearance',
    userId: 'mo.chen',
    act: 'bloods',
    says: 'Bloods and platelets',
    course: fallen('8800501'),
  }),
  bloods({
    name: 'blood-results',
    shows: 'Entering a laboratory’s report',
    userId: 'rn.adams',
    act: 'blood-results',
    says: 'What does the laboratory’s report say?',
    course: fallen('8800502'),
  }),
  bloods({
    name: 'blood-order',
    shows: 'Which bloods are ordered',
    userId: 'mo.chen',
    act: 'blood-order',
    says: 'Which bloods are ordered?',
    course: weighed({ surname: 'Nguyen', mrn: '8800503', kg: 78 }),
  }),
  bloods({
    name: 'blood-review',
    shows: 'The MO’s review of bloods',
    userId: 'mo.chen',
    act: 'blood-review',
    says: 'Which results have you looked at?',
    course: fallen('8800504'),
  }),
  bloods({
    name: 'platelet-alert',
    shows: 'A platelet alert: haematology’s name, time and plan, and the 4Ts',
    userId: 'mo.chen',
    act: 'platelet-alert',
    says: 'Platelets fell: whom did you consult?',
    course: fallen('8800505'),
  }),
  {
    name: 'platelets-fell',
    shows: 'The band on a chart whose platelets fell',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(fallen('8800506'))
      await openAs(page, 'rn.adams', `/charts/${chartId}`)
      await expect(chartPage(page).now).toBeVisible()
      await expect(page.getByText('Platelets fell: could it be HIT?')).toBeVisible()
    },
  },
]
