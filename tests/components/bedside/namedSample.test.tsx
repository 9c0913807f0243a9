import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { openPage, press } from './decidingWard.tsx'

test('H1: the sample that the address names is the one asked about, over an older draft of another too', async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json', 14)
  const { user, entries } = await openPage('result', played, { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await press(user, 'Another sample')
  const [, older] = await screen.findAllByRole('radio')
  await user.click(older as HTMLElement)
  await press(user, 'This sample')
  expect(await screen.findByText(/Of the sample collected/)).not.toHaveTextContent(/\b48.min/)
  cleanup()
  const waiting = entries.findLast(({ kind }) => kind === 'apttCollected')
  await openPage('result', played, { later: 49, query: `?sample=${waiting?.seq}` })
  expect(await screen.findByText(/Of the sample collected/)).toHaveTextContent(/\b49.min/)
})
