import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { goOn, sign } from '../support/acts.ts'
import { weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

const WRITTEN = {
  indication: 'Pulmonary embolism',
  protocol: /^VTE/,
  contraindicated: ['HIT in the past?'],
} as const

test('CHART-4 DEV-1: a contraindication stops the MO; the registrar deviates for a named AMO with a haematologist, the chart says so, and it is explained', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Petrou', mrn: '7740001', kg: 75 }))
  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await writePrescription(doctor, WRITTEN)
  await expect(doctor.getByRole('alert')).toContainText('As it stands: Heparin is contraindicated')
  await expect(actPage(doctor).main).toContainText('A figure off the protocol is a deviation')
  await sign(doctor, 'mo.chen', 'Sign the prescription')
  await expect(doctor.getByRole('alert').last()).toContainText('CHART-4')
  await doctor.goto(`/charts/${chartId}`)
  await expect(chartPage(doctor).now).toContainText('Nothing is prescribed yet')

  const registrar = await tablet('reg.silva')
  await registrar.goto(`/charts/${chartId}`)
  await writePrescription(registrar, WRITTEN)
  const form = prescribePage(registrar)
  await form.deviates.click()
  await form.deviationReason.fill('No other anticoagulant can be given')
  await form.deviationInstructions.fill('Platelets every day; call haematology below 150')
  await form.deviationAmo.fill('Haddad, Sami')
  await expect(registrar.getByRole('alert')).toContainText('A haematologist’s name is needed')
  await form.adviceFrom('haematologist').fill('Lim, Wei')
  await expect(registrar.getByRole('alert')).toHaveCount(0)
  await sign(registrar, 'reg.silva', 'Sign the prescription')

  const chart = chartPage(registrar)
  await expect(chart.now).toContainText('Prescribed:')
  await chart.prescription.click()
  const facts = chart.prescriptionFacts
  await expect(facts).toContainText('Contraindications overriddenHIT in the past')
  await expect(facts).toContainText('haematologist Lim, Wei')
  await expect(facts).toContainText('Instructions: Platelets every day; call haematology below 150')
  await expect(facts).toContainText('For Haddad, Sami (AMO)')
  await expect(chart.next).toContainText('Explain the deviation')

  await goOn(registrar, 'Record who was told')
  const deviation = actPage(registrar)
  await expect(deviation.main).toContainText('this act only')
  await deviation.text('Explained to which nurses and doctors?').fill('Adams, Baker, Dr Chen')
  await deviation.button('Save who was told').click()
  await expect(chart.next).toContainText('Explain the deviation')
  await goOn(registrar, 'Record who was told')
  await deviation.text('Explained to which nurses and doctors?').fill('Adams, Baker, Dr Chen')
  await deviation.tick('Copied to the health care record').click()
  await deviation.button('Save who was told').click()
  await expect(chart.now).toBeVisible()
  await expect(chart.next).not.toContainText('Explain the deviation')
})

test('DEV-1: a lasting deviation silences the nomogram, says so on the chart with who, why and until when, and the AMO ends it', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const { chart, steps } = weighed({ surname: 'Petrou', mrn: '7740002', kg: 75 })
  const chartId = await chartAfter({
    chart,
    steps: [
      ...steps,
      {
        at: '-7h',
        by: 'reg.silva',
        does: 'prescribe',
        indication: 'Pulmonary embolism',
        protocol: 'vte',
        bolusUnits: null,
        rateMlPerHour: 10,
        restrictions: [],
        contraindications: [],
        adviceFrom: [],
        deviation: {
          reason: 'Bleeding risk',
          instructions: 'Stay at 10 mL/hr whatever the APTT',
          amo: 'Haddad, Sami',
          until: 'ended',
        },
      },
      {
        at: '-6h',
        by: 'rn.adams',
        does: 'startInfusion',
        rateMlPerHour: 10,
        bag: { units: 25000, volumeMl: 250 },
      },
      { at: '-6h', by: 'rn.baker', does: 'check', checkedRateMlPerHour: 10 },
      { at: '-6h', by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: 10 },
      { at: '-5m', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    ],
  })
  const nurse = await tablet('rn.adams')
  await nurse.goto(`/charts/${chartId}`)
  const main = actPage(nurse).main
  await expect(main).toContainText('Deviation in force until it is ended')
  await expect(main).toContainText('Stay at 10 mL/hr whatever the APTT')
  await expect(main).toContainText('Silva, Ana (registrar) for Haddad, Sami (AMO)')
  await nurse.goto(`/charts/${chartId}/deviation-end`)
  await expect(nurse.getByRole('alert')).toContainText('Only an AMO, or a registrar for an AMO')

  const amo = await tablet('amo.haddad')
  await amo.goto(`/charts/${chartId}/deviation`)
  await actPage(amo).link('End this deviation').click()
  await actPage(amo).text('Why does it end?').fill('Stable')
  await sign(amo, 'amo.haddad', 'Sign its end')
  await expect(chartPage(amo).now).toContainText('10 mL/hr')
  await expect(actPage(amo).main).not.toContainText('Deviation in force')
  await pass(1)
  await nurse.goto(`/charts/${chartId}`)
  await expect(chartPage(nurse).now).toBeVisible()
  await expect(main).not.toContainText('Deviation in force')
})
