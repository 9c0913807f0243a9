import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { keyBlind, keyFigure, sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

type Step = Course['steps'][number]

const COLLECTED: Step = {
  at: '-1h',
  by: 'rn.adams',
  does: 'recordCollection',
  site: 'away-from-heparin',
}
const resulted = (text: string): Step => ({ at: '-5m', by: 'rn.adams', does: 'recordResult', text })
const SIGNED: Step = { at: '-1m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 }
const MATCHED: Step = {
  at: 'now',
  by: 'rn.baker',
  does: 'check',
  checkedResultText: '98.0',
  checkedRateMlPerHour: 12,
}

const vteAt14 = (mrn: string, ...steps: Step[]): Course =>
  after(
    running(
      { surname: 'Nguyen', mrn, kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
    ),
    ...steps,
  )

interface Advised {
  readonly name: string
  readonly shows: string
  readonly mrn: string
  readonly text: string
  readonly says: string
  readonly userId?: string
  readonly steps?: readonly Step[]
  /** The result's entry, where it is not one to act on. */
  readonly seq?: number
}

function advised({
  name,
  shows,
  mrn,
  text,
  says,
  userId = 'rn.adams',
  steps,
  seq,
}: Advised): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14(mrn, ...(steps ?? [COLLECTED, resulted(text)])))
      await openAs(
        page,
        userId,
        `/charts/${chartId}/titrate${seq === undefined ? '' : `?seq=${seq}`}`,
      )
      await expect(page.getByText(says).first()).toBeVisible()
    },
  }
}

/** From the collection to the signature on what the nomogram says. */
export const titrating: readonly ScreenState[] = [
  {
    name: 'collect',
    shows: 'A collection, with its site asked',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800201'))
      await openAs(page, 'rn.adams', `/charts/${chartId}/collect`)
      await actPage(page).choice('At another time').click()
      await actPage(page).text('Time, 24-hour clock').fill('10:40')
      await expect(page.getByText('20 min ago (10:40)')).toBeVisible()
    },
  },
  {
    name: 'result',
    shows: 'The APTT on the large number pad',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800202', COLLECTED))
      await openAs(page, 'rn.adams', `/charts/${chartId}/result`)
      await keyFigure(page, '98.0')
    },
  },
  {
    name: 'result-refused',
    shows: 'An APTT with two decimals, refused with its reason; what was keyed stays',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800203', COLLECTED))
      await openAs(page, 'rn.adams', `/charts/${chartId}/result`)
      await keyFigure(page, '70.05')
      await actPage(page).button('Read the nomogram').click()
      await expect(page.getByText(/NOMO-1/).first()).toBeVisible()
    },
  },
  {
    name: 'result-preview',
    shows: 'A result that leaves a question is looked at before it is saved: a late tube',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800204', { ...COLLECTED, at: '-3h' }))
      await openAs(page, 'rn.adams', `/charts/${chartId}/result`)
      await keyFigure(page, '98.0')
      await actPage(page).button('Read the nomogram').click()
      await expect(actPage(page).button('Save the result')).toBeVisible()
    },
  },
  advised({
    name: 'titrate',
    shows: 'Titration: the matched row lit, the step in words, the first signature',
    mrn: '8800205',
    text: '98.0',
    says: 'Decrease by 2 mL/hr: 14 to 12 mL/hr',
  }),
  advised({
    name: 'titrate-keep',
    shows: 'No change',
    mrn: '8800206',
    text: '72.0',
    says: 'No change: stay at 14 mL/hr',
  }),
  advised({
    name: 'titrate-stop',
    shows: 'STOP for 90 minutes',
    mrn: '8800207',
    text: '118.4',
    says: 'STOP for 90 minutes',
  }),
  advised({
    name: 'titrate-low',
    shows: 'Below 40: the rate rises, the bolus waits for the MO',
    mrn: '8800208',
    text: '36.8',
    says: 'Increase by 1 mL/hr: 14 to 15 mL/hr',
  }),
  advised({
    name: 'titrate-refer',
    shows: 'A limit that spans two rows: the MO decides',
    mrn: '8800209',
    text: '> 100',
    says: 'A medical officer decides',
  }),
  advised({
    name: 'titrate-stale',
    shows: 'A sample from before the last change: refused with both times',
    mrn: '8800210',
    text: '96.2',
    says: 'it was collected before the last change',
    seq: 15,
    steps: [
      { ...COLLECTED, at: '-3h' },
      { ...resulted('98.0'), at: '-2h10m' },
      { ...COLLECTED, at: '-2h5m' },
      { ...SIGNED, at: '-2h4m' },
      { ...MATCHED, at: '-2h2m' },
      { at: '-2h', by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: 12 },
      resulted('96.2'),
    ],
  }),
  {
    name: 'order-rate',
    shows: 'The MO’s order on a result that the nomogram refers',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800211', COLLECTED, resulted('> 100')))
      await openAs(page, 'mo.chen', `/charts/${chartId}/order`)
      await expect(actPage(page).choice(/^Another figure/)).toBeVisible()
    },
  },
  {
    name: 'chart-result-to-act-on',
    shows: 'The chart with a result to act on',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800212', COLLECTED, resulted('98.0')))
      await openAs(page, 'rn.adams', `/charts/${chartId}`)
      await expect(chartPage(page).next).toContainText('Decrease by 2 mL/hr')
    },
  },
]

/** The second check in its steps. */
export const checking: readonly ScreenState[] = [
  {
    name: 'check-handover',
    shows: 'The tablet changes hands',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800301', COLLECTED, resulted('98.0'), SIGNED))
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await expect(checkPage(page).handover).toBeVisible()
    },
  },
  {
    name: 'check-aptt',
    shows: 'The checker keys the APTT from the laboratory’s report',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800302', COLLECTED, resulted('98.0'), SIGNED))
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await checkPage(page).checker('rn.baker').click()
      await expect(actPage(page).question).toContainText('laboratory’s report')
    },
  },
  {
    name: 'second-check',
    shows: 'The checker keys the rate: the whole table, no row marked, the first figure nowhere',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800303', COLLECTED, resulted('98.0'), SIGNED))
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await checkPage(page).checker('rn.baker').click()
      await keyFigure(page, '98.0')
      await checkPage(page).next.click()
      await expect(actPage(page).question).toHaveText('What rate should the pump run at?')
      await keyFigure(page, '12')
    },
  },
  {
    name: 'check-differs',
    shows: 'The figures differ: neither is told',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800304', COLLECTED, resulted('98.0'), SIGNED))
      await openAs(page, 'rn.baker', `/charts/${chartId}/check`)
      await checkPage(page).checker('rn.baker').click()
      await keyBlind(page, { aptt: '98.0', figure: '13' })
      await expect(actPage(page).problem).toContainText('SIGN-4')
    },
  },
  {
    name: 'check-void',
    shows: 'They differ twice: the first signature is void, both figures are shown',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(vteAt14('8800305', COLLECTED, resulted('98.0'), SIGNED))
      await openAs(page, 'rn.baker', `/charts/${chartId}/check`)
      await checkPage(page).checker('rn.baker').click()
      await keyBlind(page, { aptt: '98.0', figure: '13' })
      await keyBlind(page, { aptt: '98.0', figure: '11' })
      await expect(page.getByText(/differed twice/)).toBeVisible()
    },
  },
  {
    name: 'set-pump',
    shows: 'Both agree: the figure to set the pump to, until it is read back',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        vteAt14('8800306', COLLECTED, resulted('98.0'), SIGNED, MATCHED),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await expect(checkPage(page).card).toContainText('12 mL/hr')
    },
  },
  {
    name: 'read-back-differs',
    shows: 'The pump shows another rate: the card stays up',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        vteAt14('8800307', COLLECTED, resulted('98.0'), SIGNED, MATCHED),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await keyFigure(page, '14')
      await checkPage(page).readBack.click()
      await sign(page, 'rn.baker', 'Sign second')
      await expect(actPage(page).problem).toContainText('SIGN-4')
    },
  },
  {
    name: 'check-done',
    shows: 'In effect: what runs, and the next APTT with its anchor',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        vteAt14('8800308', COLLECTED, resulted('98.0'), SIGNED, MATCHED),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await keyFigure(page, '12')
      await checkPage(page).readBack.click()
      await sign(page, 'rn.baker', 'Sign second')
      await expect(checkPage(page).done).toBeVisible()
    },
  },
]
