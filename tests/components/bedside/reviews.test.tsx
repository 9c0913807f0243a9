import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { keyPin, openPage, press } from './decidingWard.tsx'

/** A day of reviews as far as its step number `upTo`: 13: a nurse's change of rate is in effect, no MO is named. */
const day = (upTo: number) => playedEntries('tests/scenarios/reviewsOfADay.json', upTo)
const CHANGED = 13
const ADVISED = 17

test('TIME-4: the MO signs the daily review: every question is asked, the last review and the pharmacist’s advice stand beside', async () => {
  const { user, entries } = await openPage('mo-review', await day(ADVISED), { userId: 'mo.chen' })
  expect(await screen.findByText('No MO review is on the chart yet.')).toBeVisible()
  expect(screen.getByText(/Pharmacist Gray, Alex, .*Takes ibuprofen at home/)).toBeVisible()
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  expect(screen.getByText(/Write what the treatment does.*TIME-4/)).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Effect of the treatment' }), 'Less swelling')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  expect(screen.getByText(/Say whether there is bleeding or bruising.*TIME-4/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'None seen' }))
  await user.click(screen.getByRole('radio', { name: 'None' }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  expect(screen.getAllByText(/Say whether the order stands/)[0]).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'The order stands' }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionReviewed',
    effect: 'Less swelling',
    bleeding: 'none',
    clots: 'none',
    orderStands: true,
  })
})

test('TIME-4, OBS-1: a review that sees bleeding and lets the order not stand leads on and changes nothing itself', async () => {
  const { user, id, entries } = await openPage('mo-review', await day(ADVISED), {
    userId: 'mo.chen',
  })
  await user.type(
    await screen.findByRole('textbox', { name: 'Effect of the treatment' }),
    'Bruises at both arms',
  )
  await user.click(screen.getByRole('radio', { name: /^Seen/ }))
  await user.click(screen.getByRole('radio', { name: /^New or growing/ }))
  await user.click(screen.getByRole('radio', { name: /^It does not stand/ }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  await screen.findByRole('heading', { name: /The infusion is as it was/ })
  expect(screen.getByText('Bleeding was seen, and a clot')).toBeVisible()
  const way = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(way('Record the finding')).toBe(`/charts/${id}/observe`)
  expect(['Order a rate', 'Prescribe', 'Cease'].map(way)).toEqual([
    `/charts/${id}/order`,
    `/charts/${id}/prescribe`,
    `/charts/${id}/cease`,
  ])
  expect(entries.at(-1)).toMatchObject({ orderStands: false, bleeding: 'seen' })
  expect(entries.filter(({ kind }) => kind === 'infusionReviewed')).toHaveLength(1)
})

test('SIGN-6: a nurse is told who reviews, and a pharmacist’s review shows its concerns and is signed', async () => {
  await openPage('mo-review', await day(CHANGED))
  expect(await screen.findByText(/A medical officer signs this/)).toBeVisible()
})

test('SIGN-6: a pharmacist writes concern and advice', async () => {
  const { user, entries } = await openPage('pharmacist-review', await day(CHANGED), {
    userId: 'pharm.gray',
  })
  await screen.findByRole('heading', { name: 'Pharmacist’s review' })
  await keyPin(user, 'pharm.gray')
  await press(user, 'Sign the review')
  expect(screen.getByText(/Say whether there is a concern.*SIGN-6/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: /^Advice/ }))
  await user.type(screen.getByRole('textbox', { name: 'Review and advice' }), 'Stop ibuprofen')
  await keyPin(user, 'pharm.gray')
  await press(user, 'Sign the review')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'pharmacistReviewed',
    concern: 'advice',
    text: 'Stop ibuprofen',
  })
})

test('SIGN-2: the MO told is named later, for the act in words; afterwards there is nothing to name', async () => {
  const played = await day(CHANGED)
  const { user, entries } = await openPage('mo-told', played, { userId: 'rn.baker', later: 55 })
  await screen.findByRole('heading', { name: 'Which MO was told of this?' })
  expect(screen.getByText(/14 to 12.mL\/hr/)).toBeVisible()
  await press(user, 'Record the MO told')
  expect(screen.getByText(/Give the name of the MO.*SIGN-2/)).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Name of the MO told' }), 'Okafor, Ife')
  await user.click(screen.getByRole('radio', { name: 'At another time' }))
  await press(user, 'Record the MO told')
  expect(screen.getAllByText(/Key the time, such as 13:40/)[0]).toBeVisible()
  await user.click(screen.getByRole('radio', { name: /^Now/ }))
  await press(user, 'Record the MO told')
  await screen.findByRole('heading', { name: 'Now' })
  const act = entries.findLast(({ kind }) => kind === 'rateChanged')
  expect(entries.at(-1)).toMatchObject({
    kind: 'moToldNamed',
    actSeq: act?.seq,
    moTold: { name: 'Okafor, Ife' },
  })
})

test('SIGN-2: where every titration has its MO there is nothing to name', async () => {
  await openPage('mo-told', await day(15))
  expect(await screen.findByText('Every titration here has its MO named')).toBeVisible()
})

const LATE = { later: 16 * 60 }
const band = (title: RegExp) =>
  screen.queryAllByRole('status').filter(({ textContent }) => title.test(textContent ?? ''))

test('TIME-8: what is overdue interrupts an act of whoever may deal with it, and never the act that does', async () => {
  await openPage('note', await day(ADVISED), { userId: 'mo.chen', ...LATE })
  await screen.findByRole('heading', { name: 'Write a note' })
  expect(band(/^Collect APTT: .*overdue/)).toHaveLength(1)
})

test('TIME-8: the act’s own business does not interrupt it; the next overdue item does', async () => {
  await openPage('collect', await day(ADVISED), { userId: 'mo.chen', ...LATE })
  await screen.findByRole('heading', { level: 1, name: /sample/i })
  expect(band(/^Collect APTT: /)).toHaveLength(0)
  expect(band(/overdue/)).toHaveLength(1)
})

test('TIME-8, TIME-4: what waits for others interrupts nobody, and stands on the chart’s due list', async () => {
  const played = await day(ADVISED)
  await openPage('collect', played, { userId: 'en.evans', ...LATE })
  await screen.findByRole('heading', { level: 1, name: /sample/i })
  expect(band(/overdue/)).toHaveLength(0)
  cleanup()
  const { id } = await openPage('due', played, { userId: 'en.evans', ...LATE })
  await screen.findByRole('heading', { name: 'All that is due' })
  const review = screen.getByText('Daily MO review').closest('li')
  expect(review).toHaveTextContent(/overdue \(due .*MO. 22 hours after the start at .*TIME-4/)
  expect(screen.getByRole('link', { name: 'Chart: Daily MO review' })).toHaveAttribute(
    'href',
    `/charts/${id}`,
  )
})
