import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf, pinOf } from '../support/account.ts'
import { keyboard } from '../support/keyboard.ts'
import { after, running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const PATIENT = { surname: 'Keyes', mrn: '7730001', kg: 78 }

function resultWaits() {
  return after(running(PATIENT, { protocol: 'vte', rateMlPerHour: 14, started: '-7h' }), {
    at: '-1h',
    by: 'rn.adams',
    does: 'recordCollection',
    site: 'away-from-heparin',
  })
}

test('SIGN-4 CHART-2: sign-in, board, chart, result, first signature, blind check and read-back by keyboard alone', async ({
  page,
  chartAfter,
}) => {
  await chartAfter(resultWaits())
  await page.goto('/')
  const keys = keyboard(page)
  const entrance = signInPage(page)
  await entrance.userId.waitFor()
  await keys.press('Tab')
  await keys.expectAt(page.getByRole('button', { name: 'Skip to the page' }))
  await keys.press('Enter')
  await keys.expectAt(page.getByRole('heading', { level: 1 }))
  await keys.to(entrance.userId)
  await keys.type('rn.adams')
  await keys.to(entrance.password)
  await keys.type(passwordOf('rn.adams'))
  await keys.press('Enter')

  const board = wardBoard(page)
  await keys.expectAt(board.title)
  await keys.enter(board.row('KEYES'))
  const chart = chartPage(page)
  await keys.expectAt(page.getByRole('heading', { name: 'KEYES, Sam' }))
  await keys.enter(chart.nextAct('Enter the result'))

  const act = actPage(page)
  const figure = figureQuestion(page)
  await keys.expectAt(figure.field)
  await keys.type('98.0')
  await keys.press('Enter')
  await expect(act.question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  await keys.expectAt(act.question)
  const pad = signaturePad(page)
  await keys.to(pad.pin)
  await keys.type(pinOf('rn.adams'))
  await keys.press('Enter')

  const check = checkPage(page)
  await expect(check.handover).toBeVisible()
  await keys.expectAt(act.question)
  await keys.enter(check.checker('rn.baker'))
  await keys.expectAt(figure.field)
  await keys.type('98.0')
  await keys.press('Enter')
  await expect(act.question).toHaveText(/What rate should/)
  await keys.expectAt(figure.field)
  await keys.type('12')
  await keys.press('Enter')
  await expect(check.card).toContainText('12 mL/hr')
  await keys.expectAt(figure.field)
  await keys.type('12')
  await keys.press('Enter')
  await keys.to(pad.pin)
  await keys.type(pinOf('rn.baker'))
  await keys.press('Enter')
  await expect(check.done).toContainText('Running at 12 mL/hr')
  await keys.expectAt(act.question)
  await keys.enter(act.link('Back to the chart'))
  await keys.expectAt(page.getByRole('heading', { name: 'KEYES, Sam' }))
  await expect(chart.now).toContainText('12 mL/hr')
})
