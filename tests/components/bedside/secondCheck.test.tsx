import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Played, playedEntries } from '../../support/playedEntries.ts'
import { type DecidingWard, key, keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
/** VTE at 14 mL/hr, APTT 98.0, the change to 12 mL/hr signed first by rn.adams. */
const signedFirst = () => course('vteCourse', 11)

const shownText = () => document.body.textContent ?? ''
const keyedText = () => [...document.querySelectorAll('input')].map(({ value }) => value).join('|')
const FIGURE = /(?<!\d)12(?!\d)/

async function keyAptt(user: DecidingWard['user'], text: string) {
  await key(user, text)
  await press(user, 'Next')
}
async function keyRate(user: DecidingWard['user'], text: string) {
  await screen.findByRole('heading', { name: 'What rate should the pump run at?' })
  await key(user, text)
  await press(user, 'Compare')
}
/** Takes the tablet over. */
async function checkAs(user: DecidingWard['user'], checker: string) {
  await user.clear(await screen.findByLabelText('Your user name'))
  await user.type(screen.getByLabelText('Your user name'), checker)
  await press(user, 'I am the checker')
}
async function begin(played: Played, userId = 'rn.adams'): Promise<DecidingWard> {
  const opened = await openPage('check', played, { userId })
  await screen.findByRole('heading', { name: /a second person checks/ })
  return opened
}

/** True where the pending figure stands anywhere on the checker's screen: its text, its fields, its names. */
function tellsFigure(): boolean {
  const main = document.querySelector('main')
  const names = [...(main?.querySelectorAll('[aria-label], [title]') ?? [])].map(
    (each) => `${each.getAttribute('aria-label')} ${each.getAttribute('title')}`,
  )
  const text = [main?.textContent, keyedText(), ...names].join(' ').replaceAll(/\d\d:\d\d/g, '')
  return FIGURE.test(text)
}

test('SIGN-4: before the check the pending figure is nowhere on the checker’s screens', async () => {
  const { user } = await begin(await signedFirst())
  expect(tellsFigure()).toBe(false)
  await checkAs(user, 'rn.baker')
  await screen.findByRole('heading', { name: /What APTT does the laboratory/ })
  expect(tellsFigure()).toBe(false)
  expect(shownText()).not.toContain('98.0')
  await keyAptt(user, '98')
  await screen.findByRole('heading', { name: 'What rate should the pump run at?' })
  expect(tellsFigure()).toBe(false)
  const table = screen.getByRole('table')
  expect(within(table).getAllByRole('row')).toHaveLength(7)
  expect(table).not.toHaveTextContent('this result')
  expect(shownText()).toMatch(/Running now: 14.mL\/hr/)
})

test('SIGN-4: the look for the figure finds it where it does stand: on the card after the check', async () => {
  const { user } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await keyRate(user, '12')
  expect(await screen.findByRole('heading', { name: 'SET PUMP TO' })).toBeVisible()
  expect(tellsFigure()).toBe(true)
})

test('SIGN-4: agreeing figures bring the card, the read-back puts the change into effect', async () => {
  const { user, entries } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await keyRate(user, '12')
  const card = await screen.findByRole('region', { name: 'Set pump to' })
  expect(card).toHaveTextContent(/SET PUMP TO12.mL\/hr.*Running until now: 14.mL\/hr/)
  await key(user, '12')
  await press(user, 'This is what the pump shows')
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign second')
  expect(await screen.findByText(/Done\. Running at 12.mL\/hr/)).toBeVisible()
  expect(screen.getByText(/^Next APTT/)).toHaveTextContent(
    /Next APTT in .*6.hours after the rate change/,
  )
  expect(entries.at(-1)).toMatchObject({
    kind: 'countersigned',
    pumpReadBackMlPerHour: 12,
    by: { userId: 'rn.baker' },
  })
})

test('SIGN-4: a difference tells neither figure and is worked out afresh', async () => {
  const { user, entries } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await keyRate(user, '13')
  expect(await screen.findByRole('alert')).toHaveTextContent(/do not agree.*SIGN-4/)
  expect(screen.getByRole('alert').textContent).not.toMatch(/1[23]|98/)
  expect(await screen.findByRole('heading', { name: /What APTT does/ })).toBeVisible()
  expect(keyedText()).toBe('')
  expect(entries.at(-1)?.kind).toBe('secondCheckMismatched')
})

test('SIGN-4: a figure above 40 that differs is worked out afresh too: nothing of it is left on the pad', async () => {
  const { user, entries } = await begin(await course('vteCourse', 6))
  await checkAs(user, 'rn.baker')
  await keyRate(user, '41')
  await screen.findByRole('heading', { name: /Key it again/ })
  await key(user, '41')
  await press(user, 'Compare')
  await screen.findByRole('heading', { name: 'What rate should the pump run at?' })
  expect(entries.at(-1)?.kind).toBe('secondCheckMismatched')
  expect(screen.getByRole('textbox')).toHaveValue('')
})

test('SIGN-4: two differences void the first signature, and then both see both figures', async () => {
  const { user } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await keyRate(user, '13')
  await screen.findByRole('alert')
  await keyAptt(user, '98')
  await keyRate(user, '13')
  const both = await screen.findByText(/differed twice/)
  const band = both.closest('[role="alert"]')
  expect(band).toHaveTextContent(/Adams, Jo signed APTT 98\.0, 12.mL\/hr/)
  expect(band).toHaveTextContent(/Baker, Lee keyed APTT 98, 13.mL\/hr/)
  expect(band).toHaveTextContent(/pump stays at 14.mL\/hr/)
})

test('SIGN-4: a wrong read-back keeps the card up', async () => {
  const { user, entries } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await keyRate(user, '12')
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  await key(user, '21')
  await press(user, 'This is what the pump shows')
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign second')
  expect(await screen.findByRole('alert')).toHaveTextContent(/does not show the checked rate/)
  expect(screen.getByRole('region', { name: 'Set pump to' })).toHaveTextContent('12')
  expect(entries.at(-1)).toMatchObject({ kind: 'secondCheckMismatched', step: 'read-back' })
})

test('SIGN-3: the first signer is not the checker', async () => {
  const { user, posted } = await begin(await signedFirst())
  const before = posted().length
  await checkAs(user, 'rn.adams')
  expect(await screen.findByText(/Adams, Jo signed first\. Another person checks/)).toBeVisible()
  expect(posted()).toHaveLength(before)
})

test('SIGN-9: the first signer withdraws; nobody else is offered it', async () => {
  const { user, entries } = await begin(await signedFirst())
  await press(user, 'Withdraw my signature')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)?.kind).toBe('actWithdrawn')
})

test('SIGN-9: another person’s session has no withdrawing', async () => {
  await begin(await signedFirst(), 'rn.baker')
  expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull()
})

test('SIGN-8: the lapse is told with its time; after it nothing waits, and the pump stays as it is', async () => {
  const { ward } = await begin(await signedFirst())
  expect(screen.getByText(/lapses in 10.min/)).toBeVisible()
  ward.pass(11 * 60_000)
  expect(await screen.findByText(/has lapsed or was made void/)).toBeVisible()
})

test('BOL-8: the checker keys the mL of a bolus without seeing the units', async () => {
  const { user, entries } = await begin(await course('vteCourse', 3))
  await checkAs(user, 'rn.baker')
  await screen.findByRole('heading', { name: 'How many mL is the bolus?' })
  expect(shownText()).not.toMatch(/6,000/)
  await key(user, '6')
  await press(user, 'Compare')
  expect(await screen.findByRole('region', { name: 'Bolus to give' })).toHaveTextContent(
    /GIVE6.mL.*6,000.units/,
  )
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign second')
  expect(await screen.findByText(/Bolus of 6,000.units given/)).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ kind: 'countersigned' })
})

test('SIGN-8: after the check the card comes back on a reload, with a way out each for what else was found', async () => {
  await openPage('check', await course('vteCourse', 12), { userId: 'rn.baker' })
  expect(await screen.findByRole('heading', { name: 'SET PUMP TO' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Pump not changed' })).toHaveAttribute(
    'href',
    expect.stringContaining('bedside-fact?fact=pump-not-changed'),
  )
  expect(screen.getByRole('link', { name: 'Pump found at another rate' })).toBeVisible()
})

test('SIGN-4: another person who takes over the read-back keys their own figures first', async () => {
  const { user, entries } = await openPage('check', await course('vteCourse', 12))
  await press(user, 'Another person checks instead')
  expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull()
  await checkAs(user, 'mo.chen')
  await screen.findByRole('heading', { name: /What APTT does/ })
  await keyAptt(user, '98')
  await keyRate(user, '12')
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  await key(user, '12')
  await press(user, 'This is what the pump shows')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign second')
  expect(await screen.findByText(/Done\. Running at 12.mL\/hr/)).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ kind: 'countersigned', by: { userId: 'mo.chen' } })
})

test('SIGN-4: a lost reply to the figures is asked for again under the same id, so that it counts once', async () => {
  const { user, entries, posted, loseNext } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  loseNext(1)
  await keyRate(user, '13')
  expect(await screen.findByText(/No answer from the server/)).toBeVisible()
  // What was sent stands; there is no pad to key another figure on that would not be sent.
  expect(screen.getByText('You keyed APTT 98, 13.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  await press(user, 'Try again')
  await screen.findByText(/do not agree/)
  const [first, second] = posted().slice(-2)
  expect(second?.body).toEqual(first?.body)
  expect(entries.filter(({ kind }) => kind === 'secondCheckMismatched')).toHaveLength(1)
})

test('SIGN-4: figures never pass from one checker to another', async () => {
  const { user } = await begin(await signedFirst())
  await checkAs(user, 'rn.baker')
  await keyAptt(user, '98')
  await screen.findByRole('heading', { name: 'What rate should the pump run at?' })
  await key(user, '1')
  await press(user, /Back/)
  await press(user, /Back/)
  await checkAs(user, 'mo.chen')
  await screen.findByRole('heading', { name: /What APTT does/ })
  expect(keyedText()).toBe('')
})
