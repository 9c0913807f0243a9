import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { newChartPage } from '../pages/newChartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { after, running, weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

/** What is typed, the words of the answer, and the rule that it names. */
type Refused = readonly [typed: string, words: string, rule: string]

async function expectRefused(
  page: Page,
  next: string,
  [typed, words, rule]: Refused,
): Promise<void> {
  const { field, refusal } = figureQuestion(page)
  await field.fill(typed)
  await actPage(page).button(next).click()
  await expect(refusal.filter({ hasText: words })).toContainText(rule)
  await expect(field).toHaveValue(typed)
}

/** A key that has no place in a figure stands until it is deleted, and nothing goes on with it. */
async function expectWrongKey(
  page: Page,
  next: string,
  [typed, words]: readonly [typed: string, words: string],
): Promise<void> {
  const { field, question, refusal } = figureQuestion(page)
  const asked = await question.innerText()
  await field.fill(typed)
  await expect(refusal.filter({ hasText: words })).toBeVisible()
  await actPage(page).button(next).click()
  await expect(refusal.filter({ hasText: words })).toBeVisible()
  await expect(question).toHaveText(asked)
  await expect(field).toHaveValue(typed)
}

test('NOMO-1 NOMO-2 NOMO-3: an APTT that the laboratory cannot have given is refused with its reason, and stays as it was typed', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    after(
      running(
        { surname: 'Novak', mrn: '7790001', kg: 78 },
        { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
      ),
      { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    ),
  )
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/result`)
  for (const refused of [
    ['70.05', 'one decimal at most', 'NOMO-1'],
    ['9.9', 'between 10 and 400', 'NOMO-3'],
    ['701', 'between 10 and 400', 'NOMO-3'],
    ['98.', 'missing at the point', 'NOMO-2'],
  ] satisfies Refused[]) {
    await expectRefused(page, 'Read the nomogram', refused)
  }
  for (const wrong of [
    ['105,1', 'use a point'],
    ['1O5', 'figures 0 to 9'],
    ['1e2', 'figures 0 to 9'],
    ['-72', 'figures 0 to 9'],
  ] as const) {
    await expectWrongKey(page, 'Read the nomogram', wrong)
  }
})

test('INIT-6: a weight that nobody has is refused; one that is unlikely is keyed twice, and a slip is caught', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Novak', mrn: '7790002', kg: 78 }))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/weight`)
  await expectRefused(page, 'Next', ['19.9', 'between 20 and 350', 'INIT-6'])
  await expectRefused(page, 'Next', ['78.25', 'too many decimals', 'INIT-6'])
  await expectWrongKey(page, 'Next', ['72,5', 'use a point'])

  const { field, question, refusal } = figureQuestion(page)
  await field.fill('178')
  await actPage(page).button('Next').click()
  await expect(question).toContainText('Key it again')
  await field.fill('187')
  await actPage(page).button('Next').click()
  await expect(refusal.filter({ hasText: 'The two differ' })).toContainText('INIT-6')
})

test('SIGN-7: a time that is none, or lies ahead, is refused; one of an hour ago and more asks why', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Novak', mrn: '7790003', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/collect`)
  const act = actPage(page)
  const clock = act.text('Time, 24-hour clock')
  await act.choice(/^Away from the heparin/).click()
  await act.choice('At another time').click()
  await clock.fill('25:10')
  await expect(act.main).toContainText('“25:10” is not a time')
  await act.button('Record the collection').click()
  await expect(act.missing).toContainText('25:10')
  await expect(clock).toHaveValue('25:10')
  await clock.fill('09:30')
  await expect(act.main).toContainText('1 hr 30 min ago (09:30)')
  await act.button('Record the collection').click()
  await expect(act.missing).toContainText('SIGN-7')
  await clock.fill('11:30')
  await expect(act.main).toContainText('Tue 09 Mar 2027 11:30')
})

test('CHART-2 CHART-8: a date of birth that does not exist and a chart that is open already are refused, and nothing typed is lost', async ({
  chartAfter,
  tablet,
}) => {
  await chartAfter(weighed({ surname: 'Novak', mrn: '7790004', kg: 78 }))
  const page = await tablet('rn.adams')
  await page.goto('/new-chart')
  const opening = newChartPage(page)
  await opening.surname.fill('Novak')
  await opening.given.fill('Ana')
  await opening.dateOfBirth.fill('31 Feb 1951')
  await opening.mrn.fill('7790004')
  await opening.sex('Female').click()
  await opening.bed.fill('3')
  await opening.amo.fill('Haddad, Sami')
  await opening.noAllergies.click()
  await opening.open.click()
  await expect(page.getByText('There is no 31 Feb 1951.', { exact: true })).toBeVisible()
  await expect(opening.dateOfBirth).toHaveValue('31 Feb 1951')

  await opening.dateOfBirth.fill('28/02/1951')
  await expect(page.getByText('28 Feb 1951: 76 years old')).toBeVisible()
  await opening.open.click()
  await expect(page.getByRole('alert')).toContainText('CHART-8')
  await expect(opening.surname).toHaveValue('Novak')
})

test('NOMO-4 INIT-7: a rate in the wrong unit is refused, a lower one asks its reason, and a PIN of five figures signs nothing', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Novak', mrn: '7790005', kg: 80 }))
  const page = await tablet('mo.chen')
  await page.goto(`/charts/${chartId}`)
  await writePrescription(page, { indication: 'Pulmonary embolism', protocol: /^VTE/ })
  const { rate } = prescribePage(page)
  const act = actPage(page)
  const pad = signaturePad(page)
  await rate.getByRole('radio', { name: /^Another rate/ }).click()
  const figure = rate.getByRole('textbox', { name: 'Pump rate, mL/hr' })
  await figure.fill('1,400')
  await expect(rate).toContainText('Use a point, not a comma.')
  await figure.fill('1400')
  await expect(rate).toContainText('1400 mL/hr is not taken: a pump rate lies between 0.1 and 60')
  await expect(rate).toContainText('NOMO-4')
  await expect(figure).toHaveValue('1400')
  await figure.fill('12')
  await expect(act.problem).toContainText('INIT-7')
  await act.text('Reason, where a figure is lowered').fill('Frail, platelets falling')
  await expect(act.problem).toHaveCount(0)
  await pad.pin.fill('31027')
  await pad.sign('Sign the prescription').click()
  await expect(pad.pad).toContainText('The PIN has 6 figures; 5 are keyed.')
})
