import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

const waiting = (mrn: string) =>
  after(
    running(
      { surname: 'Quigley', mrn, kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
    ),
    { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
  )

/** A registrar writes an order of another figure. */
async function writesOrder(page: Page, chartId: string): Promise<void> {
  await openAs(page, 'reg.silva', `/charts/${chartId}/order`)
  const act = actPage(page)
  await act.choice(/^Another figure/).click()
  await act.text('Pump rate, mL/hr').fill('13')
  await act.text('Reason').first().fill('Small patient, bleeding gums yesterday')
}

/** A new weight comes to the chart. */
async function weigh(page: Page, chartId: string): Promise<void> {
  const asked = page.context().request
  const { now } = await (await asked.get('/api/session')).json()
  const reply = await asked.post(`/api/charts/${chartId}/commands`, {
    data: {
      kind: 'recordWeight',
      commandId: randomUUID(),
      expectedVersion: 0,
      happenedAt: now,
      kg: 71,
      method: 'measured',
    },
  })
  expect(reply.status()).toBe(201)
}

/** A step that was begun, left and is come back to. */
export const halfDone: readonly ScreenState[] = [
  {
    name: 'begun-before',
    shows: 'A step begun before: its fields filled, one line says since when',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(waiting('7745201'))
      await writesOrder(page, chartId)
      await page.reload()
      await expect(page.getByText(/^You began this .* as you left it/)).toBeVisible()
    },
  },
  {
    name: 'begun-on-an-older-chart',
    shows: 'A step begun before the chart moved on: what is new, what is asked again, “Go on”',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(waiting('7745202'))
      await writesOrder(page, chartId)
      await weigh(page, chartId)
      await page.reload()
      await expect(actPage(page).button('Go on')).toBeVisible()
    },
  },
]
