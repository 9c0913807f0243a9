import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { pinOf } from '../support/account.ts'
import { keyboard } from '../support/keyboard.ts'
import { weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'

test('INIT-2 CHART-4: a prescription by keyboard alone; what will be signed stays in sight, and answered parts fold to what is signed of them', async ({
  chartAfter,
  tablet,
}) => {
  await chartAfter(weighed({ surname: 'Keyes', mrn: '7730002', kg: 75 }))
  const page = await tablet('mo.chen')
  const keys = keyboard(page)
  const form = prescribePage(page)
  const act = actPage(page)
  await keys.enter(wardBoard(page).row('KEYES'))
  await keys.enter(chartPage(page).nextAct('Prescribe'))
  await keys.expectAt(act.question)
  const toSign = page.getByRole('region', { name: 'To sign' })
  await keys.to(form.indication)
  await keys.type('Pulmonary embolism')
  await keys.choose(form.protocol(/^VTE/))
  await expect(toSign).toContainText('VTE/ATE/AF; NO BOLUS; pump rate 14 mL/hr')
  await expect(toSign).toContainText('Not complete yet')
  await keys.choose(form.secondIndication('No'))
  await keys.enter(form.noContraindications)
  await keys.choose(form.noPrecautions)
  await keys.enter(form.noMedicines)
  await keys.enter(form.noRestrictions)
  for (const risk of await form.risks.all()) await keys.choose(risk)
  await keys.choose(form.benefit('Yes'))

  await expect(toSign).toContainText('bolus 6,000 units = 6 mL')
  await expect(toSign).not.toContainText('Not complete yet')

  await keys.enter(toSign.getByRole('button', { name: 'Fold what is answered' }))
  const indication = page.getByRole('region', { name: 'Indication and protocol' })
  await expect(indication).toContainText('Pulmonary embolism. Protocol VTE/ATE/AF')
  await expect(page.getByRole('region', { name: 'Contraindications' })).toContainText(
    'No to all 4: Hypersensitivity to heparin or pork',
  )
  await keys.enter(page.getByRole('button', { name: 'Change: Indication and protocol' }), 'back')
  await keys.expectAt(indication.getByRole('heading'))
  await keys.to(form.indication)
  await keys.press('End')
  await keys.type(', both lungs')
  const pad = signaturePad(page)
  await keys.to(pad.pin)
  await keys.type(pinOf('mo.chen'))
  await keys.press('Enter')
  await expect(chartPage(page).now).toContainText('Prescribed: bolus 6,000 units, then 14 mL/hr.')
  await expect(chartPage(page).patient).toContainText('Pulmonary embolism, both lungs')
  await keys.expectAt(page.getByRole('heading', { name: 'KEYES, Sam' }))
})
