import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { newChartPage } from '../pages/newChartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf } from '../support/account.ts'
import {
  checkAndSet,
  collectNow,
  confirmAndSign,
  countersign,
  enterResult,
  goOn,
  hangBag,
  keyFigure,
  openAllDue,
  sign,
} from '../support/acts.ts'
import { enterCount } from '../support/bloods.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

test('INIT-2 NOMO-7 NOMO-8 SIGN-4: venous thrombosis, wholly by hand, from sign-in to the second therapeutic APTT', async ({
  page,
  tablet,
  pass,
}) => {
  await page.goto('/')
  const entrance = signInPage(page)
  await entrance.userId.fill('rn.adams')
  await entrance.password.fill(passwordOf('rn.adams'))
  await entrance.signIn.click()
  await wardBoard(page).newChart.click()

  const opening = newChartPage(page)
  await opening.surname.fill('Nguyen')
  await opening.given.fill('Alex')
  await opening.dateOfBirth.fill('09 Mar 1951')
  await opening.mrn.fill('9000017')
  await opening.sex('Female').click()
  await opening.bed.fill('12')
  await opening.amo.fill('Haddad, Sami')
  await opening.noAllergies.click()
  await opening.open.click()

  const chart = chartPage(page)
  await expect(chart.patient).toContainText('NGUYEN, Alex')
  await expect(chart.patient).toContainText('76 y')
  await goOn(page, 'Record the weight')
  await keyFigure(page, '75')
  await actPage(page).button('Next').click()
  await actPage(page)
    .choice(/^Measured/)
    .click()
  await actPage(page).button('Record the weight').click()
  await expect(chart.patient).toContainText('75 kg, measured 10 Mar 2027')
  await enterCount(page, { collected: '10:30', count: '240' })
  await expect(chart.patient).toContainText('Baseline platelets240 ×10⁹/L')

  const doctor = await tablet('mo.chen')
  await wardBoard(doctor).row('NGUYEN').click()
  await writePrescription(doctor, {
    indication: 'Deep vein thrombosis, left leg',
    protocol: /^VTE/,
  })
  const form = prescribePage(doctor)
  await expect(form.bolus).toContainText('6,000 units = 6 mL')
  await expect(form.rate).toContainText('1,350 units/hr calculated; 1,400 units/hr delivered')
  await sign(doctor, 'mo.chen', 'Sign the prescription')
  await expect(chart.now).toContainText('Prescribed: bolus 6,000 units, then 14 mL/hr.')

  await pass(10)
  await goOn(page, 'Give the bolus')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '6' })
  await pass(5)
  await goOn(page, 'Start the infusion')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '14' })
  await expect(chart.now).toContainText('14 mL/hr')
  await expect(chart.now).toContainText('1,400 units/hr since 11:15')
  await expect(chart.next).toContainText('Collect APTT')
  await expect(chart.next).toContainText('(17:15)')

  await pass(6 * 60)
  await collectNow(page)
  await pass(50)
  await enterResult(page, '98.0')
  await expect(actPage(page).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  await sign(page, 'rn.adams', 'Sign first')
  await checkAndSet(page, { by: 'rn.baker', aptt: '98.0', figure: '12' })
  await expect(chart.now).toContainText('12 mL/hr')
  await expect(chart.next).toContainText('(Thu 11 Mar 2027 00:05)')

  await pass(6 * 60)
  await collectNow(page)
  await pass(45)
  await enterResult(page, '72.0')
  await expect(actPage(page).question).toHaveText('No change: stay at 12 mL/hr')
  await sign(page, 'rn.adams', 'Sign first')
  await countersign(page, 'rn.baker', { aptt: '72.0', rate: '12' })
  await expect(chart.next).toContainText('06:05')

  await pass(5 * 60 + 15)
  await hangBag(page, 'rn.adams', 'rn.baker')
  await collectNow(page)
  await pass(40)
  await enterResult(page, '64.5')
  await expect(actPage(page).question).toHaveText('No change: stay at 12 mL/hr')
  await sign(page, 'rn.adams', 'Sign first')
  await countersign(page, 'rn.baker', { aptt: '64.5', rate: '12' })
  await expect(chart.table.getByRole('row')).toHaveCount(8)
  await openAllDue(page)
  await expect(actPage(page).main).toContainText('Collect APTT')
  await expect(actPage(page).main).toContainText('Fri 12 Mar 2027 06:05')

  await page.goto('/')
  await expect(wardBoard(page).row('NGUYEN')).toContainText('Therapeutic, daily')
})
