import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { type DecidingWard, key, keyPin, openPage, press } from './decidingWard.tsx'

const signedFirst = () => playedEntries('tests/scenarios/vteCourse.json', 11)
const bolusSigned = () => playedEntries('tests/scenarios/vteCourse.json', 3)

async function keyFigures(user: DecidingWard['user'], aptt: string, figure: string) {
  await screen.findByRole('heading', { name: /What APTT does/ })
  await key(user, aptt)
  await press(user, 'Next')
  await screen.findByRole('heading', { name: /What rate should/ })
  await key(user, figure)
  await press(user, 'Compare')
}
const names = () =>
  within(screen.getByRole('group', { name: 'I am the checker:' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent)

test('SIGN-2, SIGN-3: the checker is chosen from the ward’s people, without the first signer and who may not', async () => {
  const { user, entries } = await openPage('check', await signedFirst(), { listsPeople: true })
  await screen.findByRole('button', { name: /rn\.baker/ })
  const listed = names().join('|')
  expect(listed).not.toMatch(/rn\.adams|rn\.cole|rn\.dunn|en\.fox|admin\.hall/)
  expect(listed).toMatch(/mo\.chen.*en\.evans.*pharm\.gray/)
  await press(user, /rn\.baker/)
  await keyFigures(user, '98', '12')
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  expect(entries.at(-1)).toMatchObject({ kind: 'secondCheckMatched', by: { userId: 'rn.baker' } })
})

test('SIGN-2: for a bolus no enrolled nurse is listed', async () => {
  await openPage('check', await bolusSigned(), { listsPeople: true })
  await screen.findByRole('button', { name: /rn\.baker/ })
  expect(names().join('|')).not.toContain('en.evans')
})

test('SIGN-3: whoever holds the tablet stands first, where they may check', async () => {
  const options = { listsPeople: true, userId: 'pharm.gray' }
  await openPage('check', await signedFirst(), options)
  await screen.findByRole('button', { name: /rn\.baker/ })
  expect(names()[0]).toContain('pharm.gray')
})

test('SIGN-3: somebody from another ward types the user name; an empty one is said', async () => {
  const { user, entries } = await openPage('check', await signedFirst(), { listsPeople: true })
  await press(user, /^Somebody else/)
  await press(user, 'I am the checker')
  expect(screen.getByText('Type your user name as at sign-in.')).toBeVisible()
  await user.type(screen.getByLabelText('Your user name'), 'rn.ivers')
  await press(user, 'I am the checker')
  await keyFigures(user, '98', '12')
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  expect(entries.at(-1)).toMatchObject({ by: { userId: 'rn.ivers' } })
})

test('SIGN-3: where the people are not known the user name is typed', async () => {
  await openPage('check', await signedFirst())
  expect(await screen.findByLabelText('Your user name')).toBeVisible()
  expect(screen.queryByRole('group', { name: 'I am the checker:' })).toBeNull()
})

test('SIGN-3: the countersign of an act in effect chooses in the same way', async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json', 16)
  const { user, entries } = await openPage('countersign', played, { listsPeople: true })
  await screen.findByRole('heading', { name: /What APTT does/ })
  await key(user, '72.4')
  await press(user, 'Next')
  await screen.findByRole('heading', { name: /What rate should/ })
  await key(user, '12')
  await press(user, 'Next')
  await user.click(await screen.findByRole('radio', { name: /rn\.baker/ }))
  expect(screen.queryByRole('radio', { name: /rn\.adams/ })).toBeNull()
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'countersigned', by: { userId: 'rn.baker' } })
})
