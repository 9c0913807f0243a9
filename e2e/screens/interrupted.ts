import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

type Step = Course['steps'][number]

interface Told {
  readonly name: string
  readonly shows: string
  readonly mrn: string
  readonly steps: readonly Step[]
  readonly userId?: string
  /** The act's place in the address; absent: the chart itself. */
  readonly act?: string
  /** What the page must say for the state to be the one that is meant. */
  readonly says: string
}

function state({ name, shows, mrn, steps, userId = 'rn.adams', act, says }: Told): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(after(vteAt14(mrn), ...steps))
      await openAs(page, userId, `/charts/${chartId}${act === undefined ? '' : `/${act}`}`)
      await expect(page.getByRole('main').getByText(says).first()).toBeVisible()
    },
  }
}

const vteAt14 = (mrn: string): Course =>
  running(
    { surname: 'Nguyen', mrn, kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
  )

function resulted(text: string): Step[] {
  return [
    { at: '-2h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-1h10m', by: 'rn.adams', does: 'recordResult', text },
  ]
}

const STOPPED: readonly Step[] = [
  ...resulted('118.4'),
  { at: '-1h', by: 'rn.adams', does: 'stopInfusion', reason: 'nomogram' },
]

/** Where something came between: off, unsigned, unconfirmed, moved on. */
export const interrupted: readonly ScreenState[] = [
  state({
    name: 'chart-in-hold',
    shows: 'Stopped, the hold still runs, the MO has not assessed',
    mrn: '8800501',
    steps: STOPPED,
    says: 'The hold ends in 30 min',
  }),
  state({
    name: 'restart-too-soon',
    shows: 'A restart before the hold ends: refused',
    mrn: '8800502',
    steps: STOPPED,
    act: 'restart',
    says: 'TIME-3',
  }),
  state({
    name: 'countersign-stop',
    shows: 'The second signature on a stop',
    mrn: '8800503',
    steps: STOPPED,
    userId: 'rn.baker',
    act: 'countersign',
    says: 'Recorded by Adams, Jo (RN).',
  }),
  state({
    name: 'countersign-keep',
    shows: 'The blind check of “no change”',
    mrn: '8800504',
    steps: [...resulted('72.0'), { at: '-1h', by: 'rn.adams', does: 'keepRate' }],
    userId: 'rn.baker',
    act: 'countersign',
    says: 'laboratory’s report',
  }),
  state({
    name: 'chart-provisional-stop',
    shows: 'Stopped on a concern: the MO decides',
    mrn: '8800505',
    steps: [{ at: '-10m', by: 'rn.cole', does: 'stopInfusion', reason: 'concern' }],
    says: 'MO decides on the stop',
  }),
  state({
    name: 'chart-interrupted',
    shows: 'Off for an unplanned reason',
    mrn: '8800506',
    steps: [
      { at: '-20m', by: 'rn.cole', does: 'interruptInfusion', reason: 'Cannula has tissued' },
    ],
    says: 'It ran 14 mL/hr.',
  }),
  state({
    name: 'check-lapsed',
    shows: 'A first signature that lapsed: nothing happened',
    mrn: '8800507',
    steps: [
      ...resulted('98.0'),
      { at: '-30m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
    ],
    act: 'check',
    says: 'not done',
  }),
  {
    name: 'moved',
    shows: 'The chart changed while the page was open: what is new comes before the signature',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(after(vteAt14('8800508'), ...resulted('98.0')))
      await openAs(page, 'rn.adams', `/charts/${chartId}/titrate`)
      await expect(actPage(page).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
      const { version } = await (await page.request.get(`/api/charts/${chartId}`)).json()
      await page.request.post(`/api/charts/${chartId}/commands`, {
        data: {
          commandId: crypto.randomUUID(),
          expectedVersion: version,
          kind: 'recordWeight',
          happenedAt: '2027-03-10T00:00:00Z',
          kg: 77,
          method: 'measured',
        },
      })
      await expect(actPage(page).moved).toContainText('77 kg')
    },
    lookAt: (page) => actPage(page).moved,
  },
  {
    name: 'record',
    shows: 'What else can be recorded, and the record with a struck-out entry',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        after(
          vteAt14('8800509'),
          { at: '-2h', by: 'rn.adams', does: 'writeNote', text: 'For the wrong patient', as: 'n' },
          { at: '-1h50m', by: 'rn.adams', does: 'strikeOut', struckSeq: 'n', reason: 'Wrong bed' },
        ),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}`)
      await page.getByText('Record something else').click()
      await expect(chartPage(page).also('Strike out')).toBeVisible()
      await expect(chartPage(page).timeline).toContainText('Wrong bed')
    },
    lookAt: (page) => chartPage(page).timeline.getByRole('listitem').nth(3),
  },
]
