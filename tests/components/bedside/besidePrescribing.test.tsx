import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { keyPin, openPage, press } from './decidingWard.tsx'

const RUNNING = ['tests/scenarios/vteCourse.json', 8] as const
const yesNo = (question: RegExp) => within(screen.getByRole('group', { name: question }))

test('CHART-6, BOL-3: an anticoagulant is asked for its dose, last dose and whether it is therapeutic; recorded, it bars the bolus', async () => {
  const { user, entries } = await openPage('medicines', await playedEntries(...RUNNING), {
    later: 5,
  })
  await screen.findByRole('heading', { name: 'Other medicines' })
  await press(user, 'Save the list')
  expect(screen.getByText(/Not answered: other medicines.*CHART-6, BOL-3/)).toBeVisible()
  await user.click(yesNo(/An antiplatelet/).getByRole('radio', { name: 'No' }))
  await user.click(yesNo(/Another anticoagulant/).getByRole('radio', { name: 'Yes' }))
  await user.type(screen.getByLabelText('Anticoagulant 1'), 'Apixaban')
  await user.type(screen.getByLabelText(/^Anticoagulant 1: dose/), '5 mg')
  await user.click(screen.getByRole('radio', { name: 'Not known' }))
  await press(user, 'Save the list')
  expect(screen.getByText(/Say whether Apixaban is therapeutic.*BOL-3/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: /^Unknown/ }))
  await press(user, 'Save the list')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'medicinesRecorded',
    medicines: {
      anticoagulants: [
        { agent: 'Apixaban', dose: '5 mg', lastDoseAt: null, therapeutic: 'unknown' },
      ],
    },
  })
  expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(
    /NO BOLUS.*already anticoagulated/,
  )
})

test('CHART-6: ceasing an antiplatelet asks for the AMO’s name', async () => {
  const { user, entries } = await openPage('medicines', await playedEntries(...RUNNING), {
    later: 5,
  })
  await screen.findByRole('heading', { name: 'Other medicines' })
  await user.click(yesNo(/An antiplatelet/).getByRole('radio', { name: 'Yes' }))
  await user.click(yesNo(/Another anticoagulant/).getByRole('radio', { name: 'No' }))
  await user.type(screen.getByLabelText('Antiplatelet 1'), 'Aspirin')
  await user.click(screen.getByRole('radio', { name: /^Cease/ }))
  await press(user, 'Save the list')
  expect(screen.getByText(/Ceasing Aspirin is the AMO’s decision.*CHART-6/)).toBeVisible()
  await user.type(screen.getByLabelText(/name of the AMO who decided/), 'Haddad')
  await press(user, 'Save the list')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    medicines: { antiplatelets: [{ agent: 'Aspirin', plan: 'cease', amo: 'Haddad' }] },
  })
})

test('CHART-3: another protocol than the one that runs is refused before anybody signs, with what to do', async () => {
  const { user } = await openPage('second-indication', await playedEntries(...RUNNING), {
    userId: 'mo.chen',
    later: 5,
  })
  await user.type(await screen.findByLabelText('Second indication'), 'STEMI')
  await user.type(screen.getByLabelText(/Name of the AMO/), 'Haddad')
  await user.click(screen.getByRole('radio', { name: /^NSTEMI/ }))
  await user.type(screen.getByLabelText('Why this protocol?'), 'The heart first')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /As it stands: The AMO chose another protocol.*CHART-3/,
  )
})

test('CHART-2: allergies stand as on the chart and are replaced as a whole; the banner shows them at once', async () => {
  const { user, entries } = await openPage('allergies', await playedEntries(...RUNNING), {
    later: 5,
  })
  await user.click(await screen.findByRole('radio', { name: /^Known allergies/ }))
  await user.clear(screen.getByLabelText('Allergy 1: to what'))
  await user.type(screen.getByLabelText('Allergy 1: to what'), 'Latex')
  await press(user, 'Save the allergies')
  expect(screen.getByText(/Give each allergy with its reaction.*CHART-2/)).toBeVisible()
  await user.type(screen.getByLabelText('Allergy 1: reaction'), 'Hives')
  await press(user, 'Save the allergies')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ allergies: [{ to: 'Latex', reaction: 'Hives' }] })
  expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('Latex (Hives)')
})

test('CHART-2: another AMO is recorded', async () => {
  const played = await playedEntries(...RUNNING)
  const { user, entries } = await openPage('amo', played, { later: 5 })
  await user.type(await screen.findByLabelText(/Attending medical officer/), 'Roy, Ida')
  await press(user, 'Save the AMO')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'amoChanged', amo: 'Roy, Ida' })
})

test('DEV-1: the order page asks until when a deviation holds, a time ahead included', async () => {
  const { user, entries } = await openPage('order', await playedEntries(...RUNNING), {
    userId: 'reg.silva',
    later: 5,
  })
  await user.click(await screen.findByRole('radio', { name: /^Another figure/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '10')
  await user.type(screen.getByLabelText('Reason'), 'Bleeding gums')
  await user.type(screen.getByLabelText('Reason for the deviation'), 'Bleeding gums')
  await user.type(screen.getByLabelText('Specific instructions'), 'Stay at 10')
  await user.type(screen.getByLabelText(/Name of the AMO/), 'Haddad')
  await user.click(screen.getByRole('radio', { name: 'Until a time' }))
  expect(screen.getByText(/the nomogram advises nothing/)).toBeVisible()
  await keyPin(user, 'reg.silva')
  await press(user, 'Sign the order')
  expect(screen.getByText(/Say until when the deviation holds.*DEV-1/)).toBeVisible()
  await user.type(screen.getByLabelText(/Until when/), '23:00')
  await keyPin(user, 'reg.silva')
  await press(user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    deviation: { amo: 'Haddad', until: expect.stringMatching(/T12:00:00Z$/) },
  })
  expect(screen.getByText(/^Deviation in force until 23:00/)).toBeVisible()
  expect(screen.getByText('Stay at 10')).toBeVisible()
})

const DEVIATING = ['tests/scenarios/deviationUntilEnded.json', 10] as const

test('DEV-1: an order under a deviation says before it is signed that it ends it', async () => {
  await openPage('order', await playedEntries(...DEVIATING), { userId: 'mo.chen', later: 5 })
  expect(await screen.findByText('A deviation is in force: this order ends it')).toBeVisible()
  expect(screen.getByText(/Stay at 11 mL\/hr until the surgeon has looked/)).toBeVisible()
})

test('DEV-1: the page of a deviation says who, for whom, why and until when; a nurse records who was told and does not end it', async () => {
  const { user, entries } = await openPage('deviation', await playedEntries(...DEVIATING), {
    later: 5,
  })
  await screen.findByRole('heading', { name: 'Deviation in force' })
  expect(screen.getByText(/Silva, Ana \(registrar\) for Haddad, Sami \(AMO\)/)).toBeVisible()
  expect(screen.getByText('until it is ended')).toBeVisible()
  await press(user, 'Save who was told')
  expect(screen.getByText(/Write to whom it was explained.*DEV-1/)).toBeVisible()
  await user.type(screen.getByLabelText(/Explained to which/), 'Night staff')
  await press(user, 'Save who was told')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'deviationExplained', copiedToRecord: false })
  await user.click(screen.getByRole('link', { name: 'Deviation' }))
  await user.click(await screen.findByRole('link', { name: 'End this deviation' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/Only an AMO.*DEV-1/)
})
