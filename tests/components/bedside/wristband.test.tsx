import { act, cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { scan, strikeKeys } from '../../support/strikeKeys.ts'
import { key, keyPin, openPage, press } from './decidingWard.tsx'

const MRN = '6100107'
const ANOTHER = '6100999'
const course = (upTo: number) => playedEntries('tests/scenarios/vteCourse.json', upTo)
/** Prescribed, the bolus given: the start is next. */
const toStart = () => course(5)
/** VTE at 14 mL/hr, a sample waits for its result. */
const waiting = () => course(9)

const identity = () => screen.findByRole('checkbox', { name: /Name, date of birth and MRN/ })

test('CHART-2: the patient’s wristband scanned confirms the identity, in words and in its tick, for as long as it counts', async () => {
  const { ward } = await openPage('start', await toStart())
  expect(await identity()).not.toBeChecked()
  scan(MRN)
  expect(screen.getByText('Wristband matches: COURSE, Alex')).toBeVisible()
  expect(await identity()).toBeChecked()
  ward.pass(6 * 60_000)
  await act(async () => {})
  expect(screen.queryByText(/Wristband matches/)).toBeNull()
  expect(await identity()).not.toBeChecked()
})

test('CHART-2: what a hand has ticked outlives the scan', async () => {
  const { user, ward } = await openPage('start', await toStart())
  await identity()
  scan(MRN)
  await user.click(await identity())
  await user.click(await identity())
  ward.pass(6 * 60_000)
  await act(async () => {})
  expect(await identity()).toBeChecked()
})

test('CHART-2: a wristband scanned on the chart counts on the page of the act that follows', async () => {
  const { user } = await openPage('', await toStart())
  scan(MRN)
  await user.click(screen.getByRole('link', { name: 'Start the infusion' }))
  expect(await identity()).toBeChecked()
})

test('CHART-2, H15: another patient’s wristband is told loudly, takes the tick away, and nothing is signed until it was looked at', async () => {
  const { user, posted } = await openPage('start', await toStart())
  await identity()
  scan(MRN)
  scan(ANOTHER)
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent('This wristband is another patient’s: stop and look')
  expect(alert).toHaveTextContent(/Scanned 6100999.*COURSE, Alex, born 14 May 1958, MRN 6100107/)
  expect(await identity()).not.toBeChecked()
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  expect(screen.getByText(/wristband scanned is another patient’s/)).toBeVisible()
  expect(posted()).toEqual([])
  await press(user, 'I have looked')
  expect(screen.queryByText(/another patient’s/)).toBeNull()
})

test('SIGN-5, H15: STOP is never blocked by a wristband', async () => {
  const { user, entries } = await openPage('stop', await waiting())
  await press(user, /^Suspected major bleeding/)
  scan(ANOTHER)
  expect(screen.getByRole('alert')).toHaveTextContent(/stop and look/)
  await keyPin(user, 'rn.adams')
  await screen.findByRole('heading', { name: /^(Stopped|Ceased) at/ })
  expect(entries.some(({ kind }) => kind === 'infusionStopped' || kind === 'infusionCeased')).toBe(
    true,
  )
})

test('H14, CHART-2: a wristband scanned on the number pad fills no figure and enters no result', async () => {
  const { user, posted } = await openPage('result', await waiting(), { later: 48 })
  const figure = await screen.findByLabelText('What is the APTT?, seconds')
  await key(user, '9')
  figure.focus()
  scan(MRN)
  expect(screen.getByText('Wristband matches: COURSE, Alex')).toBeVisible()
  expect(figure).toHaveValue('9')
  scan(ANOTHER)
  expect(figure).toHaveValue('9')
  expect(posted()).toEqual([])
})

test('CHART-2: an MRN typed by a slow hand on the page confirms nothing', async () => {
  await openPage('start', await toStart())
  expect(await identity()).not.toBeChecked()
  strikeKeys([...MRN, 'Enter'], 120)
  expect(screen.queryByText(/Wristband/)).toBeNull()
  expect(await identity()).not.toBeChecked()
})

test('CHART-2: the checker of an act sees name, date of birth and MRN beside the question', async () => {
  const { user } = await openPage('check', await course(6), { listsPeople: true })
  await press(user, /rn\.baker/)
  const main = await screen.findByRole('main')
  expect(within(main).getByText('COURSE, Alex').parentElement).toHaveTextContent(
    /COURSE, Alex, born 14 May 1958, MRN 6100107/,
  )
})

test('CHART-2: a scan stands on every page of its chart, and not for another person', async () => {
  const { user } = await openPage('start', await toStart())
  await identity()
  scan(MRN)
  await user.click(screen.getByRole('link', { name: /Back to the chart/ }))
  expect(await screen.findByText(/^Wristband matches/)).toBeVisible()
  cleanup()
  await openPage('start', await toStart(), { userId: 'rn.baker' })
  expect(await identity()).not.toBeChecked()
})
