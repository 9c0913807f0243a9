import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { collectNow, sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'

function withResult(mrn: string): Course {
  return after(
    running(
      { surname: 'Silva', mrn, kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
    ),
    { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
  )
}

test('H34: a second tablet shows a new entry by itself', async ({ chartAfter, tablet }) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Silva', mrn: '7740001', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const one = await tablet('rn.adams')
  const two = await tablet('rn.baker')
  await one.goto(`/charts/${chartId}`)
  await two.goto(`/charts/${chartId}`)
  await expect(chartPage(two).next).toContainText('Collect APTT')
  await collectNow(one)
  await expect(chartPage(two).next).toContainText('APTT result')
  await expect(chartPage(two).timeline.getByRole('listitem').first()).toContainText('Adams, Jo')
})

test('SIGN-8 SIGN-9: two nurses at one result: the second sees what is new before any signature, and cannot sign', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(withResult('7740002'))
  const one = await tablet('rn.adams')
  const two = await tablet('rn.baker')
  await one.goto(`/charts/${chartId}/titrate`)
  await two.goto(`/charts/${chartId}/titrate`)
  await expect(actPage(two).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  await sign(one, 'rn.adams', 'Sign first')
  await expect(checkPage(one).handover).toBeVisible()
  await expect(actPage(two).problem).toContainText('SIGN-9')
  await expect(actPage(two).main).toContainText('Adams, Jo')
})

test('SIGN-8: a signature from a tablet that hears nothing of the ward is refused, and shows what is new', async ({
  clock,
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(withResult('7740003'))
  const one = await tablet('rn.adams')
  const two = await tablet('rn.baker')
  await two.route('**/stream', (route) => route.abort())
  await two.goto(`/charts/${chartId}/titrate`)
  await expect(actPage(two).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  await one.goto(`/charts/${chartId}`)
  await expect(chartPage(one).patient).toContainText('78 kg')
  // At once: after 15 seconds the other tablet would sign nothing any more.
  await two.reload()
  await expect(actPage(two).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  const weighed = await one.request.post(`/api/charts/${chartId}/commands`, {
    data: {
      kind: 'recordWeight',
      commandId: randomUUID(),
      expectedVersion: 1,
      happenedAt: clock,
      kg: 77,
      method: 'measured',
    },
  })
  expect(weighed.status()).toBe(201)
  await expect(chartPage(one).patient).toContainText('77 kg')

  await sign(two, 'rn.baker', 'Sign first')
  await expect(actPage(two).moved).toContainText('77 kg')
  await expect(actPage(two).moved).toContainText('Adams, Jo')
  await expect(chartPage(one).now).toContainText('14 mL/hr')
  await actPage(two).seen.click()
  await sign(two, 'rn.baker', 'Sign first')
  await expect(checkPage(two).handover).toBeVisible()
})
