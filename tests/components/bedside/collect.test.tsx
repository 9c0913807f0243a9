import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { openPage, press } from './decidingWard.tsx'

const running = () => playedEntries('tests/scenarios/vteCourse.json', 8)

test('NOMO-13: the site is asked, nothing is chosen beforehand', async () => {
  const { user, entries } = await openPage('collect', await running(), { later: 365 })
  await screen.findByRole('heading', { name: 'APTT sample collected' })
  for (const site of screen.getAllByRole('radio', { name: /heparin|Not known/ })) {
    expect(site).not.toBeChecked()
  }
  const before = entries.length
  await press(user, 'Record the collection')
  expect(screen.getAllByText(/Say where the sample was taken/)[0]).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  await press(user, 'Record the collection')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'apttCollected', site: 'away-from-heparin' })
})

test('SIGN-7: another time is confirmed in relative words', async () => {
  const { user, entries } = await openPage('collect', await running(), { later: 365 })
  await user.click(await screen.findByRole('radio', { name: 'At another time' }))
  await user.type(screen.getByLabelText(/24-hour clock/), '14:45')
  expect(screen.getByText(/20.min ago \(14:45\)/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  await press(user, 'Record the collection')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)?.happenedAt).toBe('2027-03-10T03:45:00Z')
})

test('SIGN-7: over 60 minutes ago asks why, and without an answer records nothing', async () => {
  const { user, entries } = await openPage('collect', await running(), { later: 365 })
  await user.click(await screen.findByRole('radio', { name: 'At another time' }))
  await user.type(screen.getByLabelText(/24-hour clock/), '13:30')
  await user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  const before = entries.length
  await press(user, 'Record the collection')
  expect(screen.getAllByText(/Say why it is recorded late/)[0]).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.type(screen.getByLabelText(/Why is it recorded more than 60 min later/), 'Busy bay')
  await press(user, 'Record the collection')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ lateReason: 'Busy bay' })
})

test('TIME-1: what is due stands above, with its anchor', async () => {
  await openPage('collect', await running(), { later: 365 })
  expect(await screen.findByText(/APTT .*due .*: 6.hours after the start at 09:00/)).toBeVisible()
})

test('SIGN-7: a lost reply is retried under the same id', async () => {
  const { user, entries, posted, loseNext } = await openPage('collect', await running(), {
    later: 365,
  })
  await user.click(await screen.findByRole('radio', { name: /^Away from the heparin/ }))
  loseNext(1)
  await press(user, 'Record the collection')
  expect(await screen.findByText(/No answer from the server/)).toBeVisible()
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: 'Now' })
  const [first, second] = posted().slice(-2)
  expect(second?.body).toEqual(first?.body)
  expect(entries.filter(({ kind }) => kind === 'apttCollected')).toHaveLength(1)
})
