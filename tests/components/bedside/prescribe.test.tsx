import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entry } from '../../../src/chart/entries.ts'
import { isoOf, plusMinutes } from '../../../src/time.ts'
import { type Played, playedEntries } from '../../support/playedEntries.ts'
import { type DecidingWard, keyPin, openPage, press } from './decidingWard.tsx'

/** A chart with a weight and nothing prescribed. */
async function weighed(kg = 72.4): Promise<Played> {
  const played = await playedEntries('tests/scenarios/vteCourse.json', 1)
  const entries = played.entries.map(
    (entry): Entry => (entry.kind === 'weightRecorded' ? { ...entry, kg } : entry),
  )
  return { ...played, entries }
}

const yesNo = (question: RegExp) => within(screen.getByRole('group', { name: question }))
const RESTRICTIONS = [
  /A stroke patient/,
  /neurosurgical/,
  /Already anticoagulated/,
  /Recent surgery/,
]
const CONTRAINDICATIONS = [
  /Hypersensitivity/,
  /HIT in the past/,
  /Severe thrombocytopenia/,
  /cannot be controlled/,
]

async function open(kg?: number, userId = 'mo.chen'): Promise<DecidingWard> {
  const opened = await openPage('prescribe', await weighed(kg), { userId })
  await opened.user.type(
    await screen.findByRole('textbox', { name: 'Indication' }),
    'Pulmonary embolism',
  )
  return opened
}
async function choose(user: DecidingWard['user'], protocol: RegExp) {
  await user.click(screen.getByRole('radio', { name: protocol }))
}
async function answer(
  user: DecidingWard['user'],
  questions: readonly RegExp[],
  word: 'Yes' | 'No',
) {
  for (const question of questions)
    await user.click(yesNo(question).getByRole('radio', { name: word }))
}
/** CHART-5: why it is prescribed without a platelet count. */
const NO_COUNT = 'Count sent'

/** What is asked around the figures, answered as for most patients. */
async function answerAround(user: DecidingWard['user']) {
  await answer(user, [/second indication/], 'No')
  await user.click(screen.getByRole('radio', { name: 'None of these' }))
  await answer(user, [/An antiplatelet/, /Another anticoagulant/], 'No')
  const risk = within(screen.getByRole('region', { name: 'Risk assessment' }))
  for (const tick of risk.getAllByRole('checkbox')) await user.click(tick)
  await answer(user, [/outweigh the risk/], 'Yes')
  if (screen.queryByText('No platelet count is known.')) {
    await user.type(screen.getByLabelText(/^Reason, where a figure/), NO_COUNT)
  }
}
async function sign(user: DecidingWard['user'], userId = 'mo.chen') {
  await keyPin(user, userId)
  await press(user, 'Sign the prescription')
}

test('INIT-4: between rows both neighbours stand beside the figure worked out, with its working', async () => {
  const { user } = await open()
  await choose(user, /^VTE/)
  const [table] = screen.getAllByRole('table', { name: /starting dose/ })
  expect(table).toHaveTextContent(/70.kg.*72\.4.kg, calculated.*75.kg/)
  expect(within(table as HTMLElement).getAllByRole('row')).toHaveLength(4)
  expect(screen.getByText(/18 units\/kg\/hr x 72\.4.kg = 1,303\.2.units\/hr/)).toBeInTheDocument()
  expect(screen.getByText(/1,303\.2.units\/hr calculated; 1,300.units\/hr delivered/)).toBeVisible()
})

test('INIT-7: the figures as calculated are prescribed on one signature', async () => {
  const { user, entries } = await open()
  await choose(user, /^VTE/)
  await answerAround(user)
  await answer(user, CONTRAINDICATIONS, 'No')
  await answer(user, RESTRICTIONS, 'No')
  const bolus = screen.getByRole('region', { name: 'Bolus' })
  expect(bolus).toHaveTextContent(/6,000.units = 6.mL = 2 ampoules of 5,000.units in 5.mL/)
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionPrescribed',
    protocol: 'vte',
    bolusUnits: 6000,
    rateMlPerHour: 13,
    restrictions: [],
    contraindications: [],
  })
})

test('BOL-9: a restriction not answered is sent as yes, said so, and bars the bolus', async () => {
  const { user, entries } = await open()
  await choose(user, /^VTE/)
  await answerAround(user)
  await answer(user, CONTRAINDICATIONS, 'No')
  await answer(user, RESTRICTIONS.slice(0, 3), 'No')
  expect(screen.getByText(/Not answered: it is sent as yes/)).toBeVisible()
  const struck = screen.getByText(/6,000.units/, { selector: 's' })
  expect(struck.closest('p')).toHaveTextContent(/NO BOLUS.*neuraxial needle \(BOL-5\)/)
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ bolusUnits: null, restrictions: ['post-procedure'] })
})

test('BOL-2: a neurosurgical patient’s bolus is shown once both names are there', async () => {
  const { user, entries } = await open()
  await choose(user, /^VTE/)
  await answerAround(user)
  await answer(user, CONTRAINDICATIONS, 'No')
  await answer(user, RESTRICTIONS, 'No')
  await answer(user, [/neurosurgical/], 'Yes')
  expect(screen.getByText('NO BOLUS', { selector: 'strong' })).toBeVisible()
  await user.type(screen.getByLabelText('Name of the neurosurgeon'), 'Ngo')
  expect(screen.getByText('NO BOLUS', { selector: 'strong' })).toBeVisible()
  await user.type(screen.getByLabelText('Name of the haematologist'), 'Lim')
  expect(screen.queryByText('NO BOLUS', { selector: 'strong' })).toBeNull()
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    bolusUnits: 6000,
    restrictions: ['neurosurgical'],
    adviceFrom: [
      { role: 'neurosurgeon', name: 'Ngo' },
      { role: 'haematologist', name: 'Lim' },
    ],
  })
})

test('CHART-4: each contraindication is asked; one left open is named and nothing is sent', async () => {
  const { user, entries } = await open()
  const before = entries.length
  await choose(user, /^VTE/)
  await answer(user, CONTRAINDICATIONS.slice(1), 'No')
  await sign(user)
  expect(screen.getByText(/Not answered: Hypersensitivity.*CHART-4/)).toBeVisible()
  expect(entries).toHaveLength(before)
})

test('CHART-4: a contraindication is refused before anybody signs, with what to do', async () => {
  const { user } = await open()
  await choose(user, /^VTE/)
  await answerAround(user)
  await answer(user, CONTRAINDICATIONS, 'No')
  await answer(user, RESTRICTIONS, 'No')
  await answer(user, [/HIT in the past/], 'Yes')
  expect(await screen.findByRole('alert')).toHaveTextContent(/As it stands: .*CHART-4/)
})

test('INIT-7: a lower rate needs a reason, a higher one is a deviation; what was keyed is never clamped', async () => {
  const { user, entries } = await open()
  await choose(user, /^VTE/)
  await answerAround(user)
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  await user.click(screen.getByRole('radio', { name: /Another rate/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '15')
  expect(await screen.findByRole('alert')).toHaveTextContent(/INIT-7/)
  await user.clear(screen.getByLabelText('Pump rate, mL/hr'))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '11')
  await user.type(screen.getByLabelText(/^Reason, where a figure/), 'Bleeding risk')
  expect(screen.queryByRole('alert')).toBeNull()
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ rateMlPerHour: 11, reason: 'Bleeding risk' })
})

test('NOMO-4: units per hour typed into the rate are refused where they are typed', async () => {
  const { user } = await open()
  await choose(user, /^VTE/)
  await user.click(screen.getByRole('radio', { name: /Another rate/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '1300')
  expect(screen.getByText(/1300 mL\/hr is not taken.*\(NOMO-4\)/)).toBeVisible()
  expect(screen.getByLabelText('Pump rate, mL/hr')).toHaveValue('1300')
})

test('INIT-5: off the table there is a reason, no number', async () => {
  const { user } = await open(171)
  await choose(user, /^VTE/)
  expect(screen.getAllByText(/No dose is published for 171.kg/).length).toBeGreaterThan(0)
  expect(screen.queryByText(/as calculated/)).toBeNull()
  expect(screen.getByLabelText('Pump rate, mL/hr')).toHaveValue('')
})

test('INIT-9: STEMI asks for the thrombolysis, stroke for the neurologist', async () => {
  const { user } = await open()
  await choose(user, /^STEMI/)
  expect(screen.getByLabelText(/Thrombolysis: which agent/)).toBeVisible()
  await choose(user, /^Acute stroke/)
  expect(screen.queryByLabelText(/Thrombolysis/)).toBeNull()
  expect(screen.getByLabelText('Name of the neurologist')).toBeVisible()
})

test('BOL-1: the stroke protocol proposes no bolus, with or without the neurologist’s name', async () => {
  const { user, entries } = await open(60)
  await choose(user, /^Acute stroke/)
  await answerAround(user)
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  await user.type(screen.getByLabelText('Name of the neurologist'), 'Roy')
  expect(screen.getByRole('radio', { name: 'No bolus' })).toBeChecked()
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ protocol: 'stroke', bolusUnits: null, rateMlPerHour: 9 })
})

test('SIGN-2: a nurse is told who prescribes, and sees no form', async () => {
  await openPage('prescribe', await weighed(), { userId: 'rn.adams' })
  expect(await screen.findByRole('alert')).toHaveTextContent(/SIGN-2/)
  expect(screen.queryByRole('textbox', { name: 'Indication' })).toBeNull()
})

test('CHART-7: while the infusion runs it is a change of protocol: no bolus and no rate are asked', async () => {
  const running = await playedEntries('tests/scenarios/vteCourse.json', 8)
  const { user, entries } = await openPage('prescribe', running, { userId: 'mo.chen', later: 5 })
  await user.type(await screen.findByRole('textbox', { name: 'Indication' }), 'NSTEMI')
  await choose(user, /^NSTEMI/)
  await answerAround(user)
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  expect(screen.queryByRole('region', { name: 'Bolus' })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Infusion rate' })).toBeNull()
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    protocol: 'nstemi',
    bolusUnits: null,
    rateMlPerHour: null,
  })
})

test('INIT-9: thrombolysis without its time is asked for, never filled in', async () => {
  const { user, entries } = await open()
  const before = entries.length
  await choose(user, /^STEMI/)
  await answerAround(user)
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  await user.type(screen.getByLabelText(/Thrombolysis: which agent/), 'Tenecteplase')
  await sign(user)
  expect(screen.getByText(/Say when the thrombolysis was given.*INIT-9/)).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.type(screen.getByLabelText(/When was it given/), '08:00')
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    protocol: 'stemi',
    thrombolysis: { agent: 'Tenecteplase' },
  })
})

test('CHART-3, CHART-4, CHART-6: what is asked around the figures is named while it is open, then sent and shown on the chart', async () => {
  const { user, entries } = await open()
  const before = entries.length
  await choose(user, /^VTE/)
  await user.click(screen.getByRole('button', { name: 'None of these: contraindications' }))
  await user.click(screen.getByRole('button', { name: 'None of these: what bars a bolus' }))
  await sign(user)
  expect(
    screen.getByText(
      /Not answered yet: Second indication, Precautions, Other medicines, Risk assessment/,
    ),
  ).toBeVisible()
  await answerAround(user)
  await answer(user, [/second indication/], 'Yes')
  await user.type(screen.getByRole('textbox', { name: 'Second indication' }), 'Atrial fibrillation')
  await user.type(screen.getByLabelText(/Name of the AMO who chose/), 'Haddad')
  const chosen = within(screen.getByRole('group', { name: 'The AMO chose' }))
  await user.click(chosen.getByRole('radio', { name: /^VTE/ }))
  await user.type(screen.getByLabelText('Why this protocol?'), 'The clot')
  await user.click(screen.getByRole('radio', { name: /^Some/ }))
  await sign(user)
  expect(screen.getAllByText(/Tick the precautions that hold/)[0]).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.click(screen.getByRole('checkbox', { name: 'Kidney disease' }))
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    precautions: ['renal-disease'],
    secondIndication: { indication: 'Atrial fibrillation', amo: 'Haddad', protocol: 'vte' },
    medicines: { antiplatelets: [], anticoagulants: [], others: [] },
    riskAssessment: { benefitOutweighsRisk: true },
  })
  expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(
    'Atrial fibrillation; Haddad (AMO) chose VTE/ATE/AF',
  )
  await user.click(screen.getByText('Prescription', { exact: true }))
  expect(await screen.findByText('Kidney disease')).toBeVisible()
})

test('CHART-4: where the risk outweighs the benefit nothing is prescribed, and the page says so', async () => {
  const { user, entries } = await open()
  const before = entries.length
  await choose(user, /^VTE/)
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  await answerAround(user)
  await answer(user, [/outweigh the risk/], 'No')
  expect(screen.getByRole('alert')).toHaveTextContent(/Nothing is prescribed.*CHART-4/)
  await sign(user)
  expect(screen.getByText(/does not outweigh the risk: nothing is prescribed/)).toBeVisible()
  expect(entries).toHaveLength(before)
})

test('RECOM-1, CHART-4: after a cease it is all asked again; no figure is proposed, the last rate and the starting rate stand by', async () => {
  const running = await playedEntries('tests/scenarios/vteCourse.json', 8)
  const { user, entries, elsewhere } = await openPage('prescribe', running, {
    userId: 'mo.chen',
    later: 5,
  })
  await screen.findByRole('heading', { name: 'Change the protocol' })
  elsewhere('rn.adams', {
    kind: 'ceaseInfusion',
    reason: 'procedure',
    happenedAt: isoOf(plusMinutes(running.now, 4)),
  })
  await screen.findByRole('heading', { name: 'Prescribe to recommence' })
  await user.type(screen.getByRole('textbox', { name: 'Indication' }), 'Pulmonary embolism')
  await choose(user, /^VTE/)
  const rate = screen.getByRole('region', { name: 'Infusion rate' })
  expect(rate).toHaveTextContent(/No figure is proposed.*Last rate: 14.mL\/hr/)
  expect(within(rate).getByRole('table', { name: /starting dose/ })).toBeInTheDocument()
  expect(screen.getByLabelText('Pump rate, mL/hr')).toHaveValue('')
  expect(screen.queryByRole('region', { name: 'Bolus' })).toBeNull()
  await user.click(screen.getByRole('button', { name: /I have seen what is new/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '10')
  await sign(user)
  expect(screen.getAllByText(/Not answered: Hypersensitivity/)[0]).toBeVisible()
  await answer(user, [...CONTRAINDICATIONS, ...RESTRICTIONS], 'No')
  await answerAround(user)
  await sign(user)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionPrescribed',
    bolusUnits: null,
    rateMlPerHour: 10,
    precautions: [],
  })
})
