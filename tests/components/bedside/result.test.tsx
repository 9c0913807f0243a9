import { cleanup, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { key, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
/** VTE at 14 mL/hr, one sample collected and waiting for its result. */
const waiting = () => course('vteCourse', 9)
/** The same course later: 98.0 acted on, another sample waits. */
const second = () => course('vteCourse', 14)

const figure = () => screen.getByLabelText('What is the APTT?, seconds')

test('NOMO-15: the text goes as the laboratory gave it, of the sample that waits', async () => {
  const { user, entries } = await openPage('result', await waiting(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '98.0')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /Decrease by/ })
  const collection = entries.find((entry) => entry.kind === 'apttCollected')
  expect(entries.at(-1)).toMatchObject({
    kind: 'apttResulted',
    text: '98.0',
    sample: { collectionSeq: collection?.seq },
  })
})

test('NOMO-1: two decimals are refused in words, and what was typed stays', async () => {
  const { user, entries } = await openPage('result', await waiting(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  const before = entries.length
  await key(user, '70.05')
  await press(user, 'Read the nomogram')
  expect(screen.getByText(/one decimal at most.*\(NOMO-1\)/)).toBeVisible()
  expect(figure()).toHaveValue('70.05')
  expect(entries).toHaveLength(before)
})

test('NOMO-3: out of range is refused, and STOP is still there', async () => {
  const { user } = await openPage('result', await waiting(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '701')
  await press(user, 'Read the nomogram')
  expect(screen.getByText(/between 10 and 400 seconds.*\(NOMO-3\)/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'STOP' })).toBeVisible()
})

test.each([
  ['9x8', 'Delete the “x”: figures 0 to 9 and . > < only.'],
  ['38,5', 'Delete the “,” and use a point.'],
])(
  'NOMO-2, H14: %s from a keyboard is no result; the words have buttons',
  async (typed, reason) => {
    const { user, entries } = await openPage('result', await waiting(), { later: 48 })
    await screen.findByRole('heading', { name: 'What is the APTT?' })
    const before = entries.length
    await user.type(figure(), typed)
    expect(await screen.findByText(reason)).toBeVisible()
    await waitFor(() => expect(figure()).toHaveValue(typed))
    await press(user, 'Read the nomogram')
    expect(entries).toHaveLength(before)
    await press(user, 'Unclottable')
    expect(await screen.findByText(/STOP for 90.minutes/)).toBeVisible()
  },
)

test('NOMO-2: a limit that spans bands goes to the MO', async () => {
  const { user } = await openPage('result', await waiting(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '>100')
  await press(user, 'Read the nomogram')
  expect(await screen.findByText('A medical officer decides')).toBeVisible()
})

test('NOMO-2: a clotted specimen has no result: collect anew', async () => {
  const { user } = await openPage('result', await waiting(), { later: 48 })
  await press(user, 'Specimen clotted')
  expect(await screen.findByText(/the laboratory refused the specimen/)).toBeVisible()
  expect(screen.getByText(/^Collect a new APTT now\./)).toBeVisible()
})

test('NOMO-18: a jump of over 50 seconds is keyed again; two that differ are not taken', async () => {
  const { user } = await openPage('result', await second(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '47')
  await press(user, 'Read the nomogram')
  expect(await screen.findByRole('heading', { name: /Key it again/ })).toBeVisible()
  await key(user, '74')
  await press(user, 'Read the nomogram')
  expect(screen.getByText(/The two differ: first 47, then 74/)).toBeVisible()
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /Key it again/ })
  await key(user, '47')
  await press(user, 'Read the nomogram')
  expect(await screen.findByRole('heading', { name: /No change/ })).toBeVisible()
})

test('NOMO-18: within 50 seconds it is taken at once', async () => {
  const { user } = await openPage('result', await second(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '48')
  await press(user, 'Read the nomogram')
  expect(await screen.findByRole('heading', { name: /No change/ })).toBeVisible()
})

test('NOMO-18: a jump into the stop band is not delayed by keying again', async () => {
  const { user } = await openPage('result', await second(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '160')
  await press(user, 'Read the nomogram')
  expect(await screen.findByRole('heading', { name: /STOP for 90.minutes/ })).toBeVisible()
})

test('NOMO-11: a sample whose collection was not recorded brings its time and site', async () => {
  const { user, entries } = await openPage('result', await course('vteCourse', 8), { later: 420 })
  await screen.findByRole('group', { name: 'Which sample is the result of?' })
  await user.click(screen.getByRole('radio', { name: /Another sample/ }))
  await press(user, 'This sample')
  expect(screen.getByRole('alert')).toHaveTextContent('Say where the sample was taken.')
  await user.type(screen.getByLabelText(/When was it collected/), '15:10')
  await user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  expect(screen.getByText(/50.min ago \(15:10\)/)).toBeVisible()
  await press(user, 'This sample')
  await key(user, '58')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /No change/ })
  expect(entries.at(-1)).toMatchObject({
    sample: { collectedAt: '2027-03-10T04:10:00Z', site: 'away-from-heparin' },
  })
})

test('NOMO-15: half-typed input survives a reload, and is never offered to another person', async () => {
  const played = await waiting()
  const first = await openPage('result', played, { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(first.user, '98')
  cleanup()
  await openPage('result', played, { later: 48 })
  expect(await screen.findByLabelText('What is the APTT?, seconds')).toHaveValue('98')
  cleanup()
  await openPage('result', played, { later: 48, userId: 'rn.baker' })
  expect(await screen.findByLabelText('What is the APTT?, seconds')).toHaveValue('')
})

/** The waiting sample, its site not known at collection. */
async function siteNotKnown() {
  const played = await waiting()
  const entries = played.entries.map((entry) =>
    entry.kind === 'apttCollected' ? { ...entry, site: 'not-known' as const } : entry,
  )
  return { ...played, entries }
}

test('NOMO-13: a high value of a sample whose site is not known asks for it again, and carries the answer', async () => {
  const { user, entries } = await openPage('result', await siteNotKnown(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '98')
  await press(user, 'Read the nomogram')
  await user.click(await screen.findByRole('radio', { name: /^From the heparin line/ }))
  expect(screen.getByText('Taken from the heparin line or limb')).toBeVisible()
  await press(user, 'Save the result')
  await screen.findByRole('link', { name: 'Record a new collection' })
  expect(entries.at(-1)).toMatchObject({ sample: { site: 'heparin-line-or-limb' }, use: 'line' })
})

test('NOMO-13: a value that is not high asks for no site again', async () => {
  const { user } = await openPage('result', await siteNotKnown(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '58')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /No change/ })
  expect(screen.queryByRole('radio', { name: /heparin line/ })).toBeNull()
})

test('NOMO-14: a tube resulted more than 2 hours after collection warns', async () => {
  const { user } = await openPage('result', await waiting(), { later: 125 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '58')
  await press(user, 'Read the nomogram')
  expect(await screen.findByText(/more than 2 hours after collection/)).toBeVisible()
})

test('NOMO-11, H14: a slip seen beside the advice is keyed again, and replaces what was not acted on', async () => {
  const { user, entries } = await openPage('result', await waiting(), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(user, '89')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /No change/ })
  await user.click(screen.getByRole('link', { name: /key it again/ }))
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  expect(figure()).toHaveValue('')
  await key(user, '98')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: /Decrease by/ })
  const [slip, right] = entries.filter((entry) => entry.kind === 'apttResulted').slice(-2)
  expect(right).toMatchObject({ text: '98', sample: slip?.sample })
})

test('H4: a lost reply is asked for again under the same id, from the page that shows what was sent', async () => {
  const { user, entries, posted, loseNext } = await openPage('result', await waiting(), {
    later: 48,
  })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  loseNext(1)
  await key(user, '98')
  await press(user, 'Read the nomogram')
  await screen.findByRole('heading', { name: 'Is this what the report says?' })
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: /Decrease by/ })
  const [first, second] = posted().slice(-2)
  expect(second?.body).toEqual(first?.body)
  expect(entries.filter(({ kind }) => kind === 'apttResulted')).toHaveLength(2)
})
