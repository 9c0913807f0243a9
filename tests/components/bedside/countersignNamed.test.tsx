import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { openPage } from './decidingWard.tsx'

const played = () => playedEntries('tests/scenarios/vteStopAndRestart.json', 11)
const asBaker = { userId: 'rn.baker' }

test('SIGN-5, SIGN-8: an address that names an act which is signed offers no other act to sign', async () => {
  const { entries } = await openPage('countersign', await played(), { ...asBaker, query: '?seq=6' })
  expect(entries.at(-1)?.kind).toBe('infusionStopped')
  const title = 'Nothing is owed on this act: it is signed'
  expect(await screen.findByRole('heading', { name: title })).toBeVisible()
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
})

test('SIGN-5: one that names none offers what is owed', async () => {
  await openPage('countersign', await played(), asBaker)
  expect(await screen.findByRole('heading', { name: 'Countersign' })).toBeVisible()
})
