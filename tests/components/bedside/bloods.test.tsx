import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { seenText } from '../../support/seenText.ts'
import { type DecidingWard, keyPin, openPage, press } from './decidingWard.tsx'

const fall = (upTo: number) => playedEntries('tests/scenarios/plateletFall.json', upTo)
const FELL = 'Platelets fell: could it be HIT? Call haematology'
const patient = () => screen.getByRole('region', { name: 'Patient' })

/** The same course as if nobody had entered the baseline bloods. */
async function withoutBloods(upTo: number) {
  const played = await fall(upTo)
  const entries = played.entries.filter(({ kind }) => kind !== 'bloodsResulted')
  return { ...played, entries: entries.map((entry, index) => ({ ...entry, seq: index + 1 })) }
}

test('CHART-2, HIT-1: the banner shows the baseline count, or that there is none', async () => {
  await openPage('bloods', await fall(7))
  expect(patient()).toHaveTextContent(/Baseline platelets250.×10⁹\/L, 10 Mar 2027/)
})

test('CHART-2: a missing baseline count is said', async () => {
  await openPage('bloods', await withoutBloods(1))
  expect(patient()).toHaveTextContent('Baseline plateletsNot recorded')
  expect(await screen.findByText(/^No platelet count is recorded\./)).toBeVisible()
})

test('HIT-1: each count stands beside its change; exactly 20 % asks for nobody, more does, with the figures', async () => {
  const { user } = await openPage('bloods', await fall(7))
  const table = await screen.findByRole('region', { name: 'Platelet counts' })
  const rows = within(table).getAllByRole('row')
  expect(rows.map(seenText)).toEqual([
    expect.stringContaining('Collected'),
    expect.stringMatching(/199.×10⁹\/Lfell by 20.4.%: asks for haematology/),
    expect.stringMatching(/200.×10⁹\/Lfell by 20.%$/),
    expect.stringMatching(/250.×10⁹\/LBaseline/),
  ])
  await user.click(screen.getByText('Why: what is compared?'))
  expect(screen.getByText(/= 5,100; that is more than 20 × 250 = 5,000/)).toBeVisible()
})

test('CHART-5: baseline bloods show what each has come to, by whom; creatinine clearance shows its working', async () => {
  const { user } = await openPage('bloods', await fall(7))
  const row = await screen.findByRole('row', { name: /^PT\/INR/ })
  expect(row).toHaveTextContent(/INR 1.*Resulted, not reviewed.*Adams, Jo \(RN\)/)
  // (140 - 65) x 75 / (0.814 x 78) = 88.59
  expect(screen.getByText(/^89.mL\/min$/)).toBeVisible()
  await user.click(screen.getByText(/^Why 89.mL\/min/))
  expect(screen.getByText(/Cockcroft and Gault: \(140 − 65 years\).*rounded once/)).toBeVisible()
})

test('CHART-5: without a creatinine there is no clearance, and it says so', async () => {
  await openPage('bloods', await withoutBloods(1))
  expect(await screen.findByText(/Not worked out: no creatinine is recorded/)).toBeVisible()
})

test('TIME-5, CHART-5: a report is keyed value by value; a figure in another unit is refused, nothing typed is lost', async () => {
  const { user, entries } = await openPage('blood-results', await fall(5), { later: 120 })
  const before = entries.length
  await press(user, 'Record the results')
  expect(screen.getByText(/Say when the blood was collected.*TIME-5/)).toBeVisible()
  await user.type(screen.getByLabelText(/^When was the blood collected/), '10:10')
  await press(user, 'Record the results')
  expect(screen.getByText(/Key at least one value.*CHART-5/)).toBeVisible()
  await user.type(screen.getByLabelText('Haemoglobin, g/L'), '13')
  await user.type(screen.getByLabelText(/^Platelets/), '212.5')
  await press(user, 'Record the results')
  expect(screen.getByText(/Haemoglobin: 13 g\/L is not taken.*CHART-5/)).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.type(screen.getByLabelText('Haemoglobin, g/L'), '1')
  expect(screen.getByLabelText(/^Platelets/)).toHaveValue('212.5')
  await press(user, 'Record the results')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'bloodsResulted',
    collectedAt: '2027-03-09T23:10:00Z',
    haemoglobinGPerL: 131,
    plateletsE9PerL: 212.5,
  })
  expect(entries.at(-1)).not.toHaveProperty('inr')
})

test('CHART-5: bloods are ordered by tick', async () => {
  const { user, entries } = await openPage('blood-order', await withoutBloods(1))
  await press(user, 'Record the order')
  expect(screen.getByText(/Tick what is ordered.*CHART-5/)).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: /^FBC/ }))
  await user.click(screen.getByRole('checkbox', { name: /^Liver function/ }))
  await user.click(screen.getByRole('checkbox', { name: /^Liver function/ }))
  await press(user, 'Record the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'bloodsOrdered', tests: ['fbc'] })
})

test('CHART-5: the MO signs what was looked at; to go on without a result asks for the reason', async () => {
  const { user, entries } = await openPage('blood-review', await withoutBloods(5), {
    userId: 'mo.chen',
  })
  await user.click(await screen.findByRole('checkbox', { name: /^Baseline APTT 29.0/ }))
  await user.click(screen.getByRole('checkbox', { name: /^Go on without: Liver function/ }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  expect(screen.getByText(/Write why you go on without it.*CHART-5/)).toBeVisible()
  await user.type(screen.getByLabelText('Comment'), 'Normal last week')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'bloodsReviewed',
    goesOnWithout: ['liver-function'],
    comment: 'Normal last week',
  })
})

test('HIT-1: the alert interrupts on every page but STOP, and tells a nurse to call the MO', async () => {
  await openPage('note', await fall(7))
  expect(await screen.findByText(FELL)).toBeVisible()
  expect(
    screen.getByText(/199.×10⁹\/L, collected 12:30; baseline 250: fell by 20.4.%/),
  ).toBeVisible()
  expect(screen.getByText(/A medical officer answers this: call the MO/)).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Answer the alert' })).toBeNull()
})

test('HIT-1: at exactly 20 % nothing interrupts', async () => {
  await openPage('note', await fall(6))
  await screen.findByRole('heading', { name: /note/i })
  expect(screen.queryByText(FELL)).toBeNull()
})

test('HIT-1, SIGN-5: on the stop page it is out of the way', async () => {
  await openPage('stop', await fall(7))
  await screen.findByRole('heading', { name: /STOP the infusion/ })
  expect(screen.queryByText(FELL)).toBeNull()
})

test('HIT-1: the MO answers with haematology’s name and plan; the 4Ts are all four or none, their total has no reading', async () => {
  const { user, entries } = await openPage('platelet-alert', await fall(7), {
    userId: 'mo.chen',
    later: 10,
  })
  await screen.findByRole('heading', { name: 'Platelets fell: whom did you consult?' })
  const sign = async () => {
    await keyPin(user, 'mo.chen')
    await press(user, 'Sign the answer')
  }
  await sign()
  expect(screen.getByText(/Say whom you consulted.*HIT-1/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Consultant' }))
  await sign()
  expect(screen.getByText(/Write the haematologist’s name.*HIT-1/)).toBeVisible()
  await user.type(screen.getByLabelText('Name'), 'Blood, Rui')
  await user.type(screen.getByLabelText('What was advised, and the plan'), 'Cease if it falls on')
  await user.click(screen.getByText('4Ts score, if you want it'))
  await user.click(screen.getByRole('radio', { name: '2: Markedly' }))
  await sign()
  expect(screen.getByText(/Answer all four of the 4Ts, or none.*HIT-1/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: '1: It may' }))
  await user.click(screen.getByRole('radio', { name: '0: None' }))
  await user.click(screen.getByRole('radio', { name: '2: None apparent' }))
  expect(screen.getByText('Total 5 of 8')).toBeVisible()
  expect(screen.getByText(/gives no reading of the total/)).toBeVisible()
  await sign()
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'plateletAlertAnswered',
    consulted: { role: 'haematology-consultant', name: 'Blood, Rui' },
    fourTs: { thrombocytopenia: 2, timing: 1, thrombosis: 0, otherCauses: 2 },
  })
  expect(screen.queryByText(FELL)).toBeNull()
})

test('HIT-1: with no alert open there is nothing to answer', async () => {
  await openPage('platelet-alert', await fall(6), { userId: 'mo.chen' })
  expect(await screen.findByText('No platelet alert waits on this chart')).toBeVisible()
})

const answered = async (user: DecidingWard['user'], question: RegExp, word: 'Yes' | 'No') => {
  const group = within(screen.getByRole('group', { name: question }))
  await user.click(group.getByRole('radio', { name: word }))
}

test('CHART-5: with no platelet count known the prescriber says why, and the reason goes with the prescription', async () => {
  const { user, entries } = await openPage('prescribe', await withoutBloods(1), {
    userId: 'mo.chen',
  })
  const bloods = await screen.findByRole('region', { name: 'Baseline bloods' })
  expect(bloods).toHaveTextContent(/No platelet count is known.*It refuses nothing/)
  expect(within(bloods).getByRole('row', { name: /^FBC/ })).toHaveTextContent('Not ordered')
  await user.type(screen.getByRole('textbox', { name: 'Indication' }), 'Pulmonary embolism')
  await user.click(screen.getByRole('radio', { name: /^VTE/ }))
  for (const group of screen.getAllByRole('group')) {
    const no = within(group).queryByRole('radio', { name: 'No' })
    if (no) await user.click(no)
  }
  await user.click(screen.getByRole('radio', { name: 'None of these' }))
  const risk = within(screen.getByRole('region', { name: 'Risk assessment' }))
  for (const tick of risk.getAllByRole('checkbox')) await user.click(tick)
  await answered(user, /outweigh the risk/, 'Yes')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the prescription')
  expect(screen.getByText(/Say why you prescribe without a platelet count.*CHART-5/)).toBeVisible()
  await user.type(screen.getByLabelText(/no platelet count is known/), 'Sent, cannot wait')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the prescription')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionPrescribed', reason: 'Sent, cannot wait' })
})

test('CHART-5: with a count known nothing is asked', async () => {
  await openPage('prescribe', await fall(1), { userId: 'mo.chen' })
  const bloods = await screen.findByRole('region', { name: 'Baseline bloods' })
  expect(bloods).not.toHaveTextContent(/No platelet count is known/)
})
