import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-4h' } as const

function runningFor(mrn: string): Course {
  return running({ surname: 'Lindqvist', mrn, kg: 78 }, BEGUN)
}

/** Booked for a lumbar puncture; `bookedAt` from the clock's start. */
function booked(mrn: string, bookedAt: string): Course {
  return after(runningFor(mrn), {
    at: '-3h',
    by: 'mo.chen',
    does: 'planProcedure',
    as: 'plan',
    procedure: 'lumbar-puncture',
    bookedAt,
    veryHighThromboticRisk: false,
    consulted: [],
  })
}

/** Ceased for it, ended an hour ago, prescribed again. */
function ended(mrn: string): Course {
  return after(
    booked(mrn, '-90m'),
    { at: '-2h', by: 'rn.adams', does: 'ceaseInfusion', as: 'cease', reason: 'procedure' },
    { at: '-2h', by: 'rn.baker', does: 'countersign', actSeq: 'cease' },
    {
      at: '-1h',
      by: 'rn.adams',
      does: 'endProcedure',
      planSeq: 'plan',
      haemostasis: 'confirmed',
      bloodSeen: 'none',
    },
    {
      at: '-50m',
      by: 'mo.chen',
      does: 'prescribe',
      indication: 'Pulmonary embolism',
      protocol: 'vte',
      bolusUnits: null,
      rateMlPerHour: 13,
      restrictions: [],
      contraindications: [],
      adviceFrom: [],
    },
  )
}

interface Told {
  readonly name: string
  readonly shows: string
  readonly userId: string
  readonly act: string
  readonly says: string | RegExp
  readonly course: Course
}

function procedure({ name, shows, userId, act, says, course }: Told): ScreenState {
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

/** Procedures: the plan, its move, the end, and heparin after it. */
export const procedures: readonly ScreenState[] = [
  {
    name: 'procedure-plan',
    shows: 'Planning surgery, with what it means for heparin worked out as it is written',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(runningFor('8800701'))
      await openAs(page, 'mo.chen', `/charts/${chartId}/procedure-plan`)
      const act = actPage(page)
      await act.choice('Surgery').click()
      await act.text('Booked for, 24-hour clock').fill('20:00')
      await expect(act.main).toContainText('off by 16:00')
    },
  },
  procedure({
    name: 'procedure',
    shows: 'The procedures of a chart',
    userId: 'mo.chen',
    act: 'procedure',
    says: 'Record the end',
    course: booked('8800702', '+8h'),
  }),
  procedure({
    name: 'procedure-move',
    shows: 'Moving a booking',
    userId: 'rn.adams',
    act: 'procedure-move',
    says: 'New time, 24-hour clock',
    course: booked('8800703', '+8h'),
  }),
  procedure({
    name: 'procedure-end',
    shows: 'The actual end of a procedure: blood, haemostasis, when',
    userId: 'rn.adams',
    act: 'procedure-end',
    says: 'Blood on the needle?',
    course: booked('8800704', '-10m'),
  }),
  procedure({
    name: 'recommence-too-early',
    shows: 'Recommencing before its time after a procedure: refused with the time',
    userId: 'rn.adams',
    act: 'recommence',
    says: /^Too early after the procedure/,
    course: ended('8800705'),
  }),
]
