import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type Answer, sessionOf } from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

/** A tablet that was locked on a page of a chart; somebody signs in on it by password. */
async function signedInOnLocked(page: string, userId: string) {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 10)
  const chartId = `${entries[0]?.chartId}`
  const adams = sessionOf(undefined, now).user
  const session = sessionOf({ ...adams, userId, name: `Name of ${userId}` }, now)
  const ward = await renderOnWard(`/charts/${chartId}${page}`, {
    charts: [entries],
    now,
    answer: ({ method, path }): Answer | null =>
      method === 'POST' && path === '/api/session' ? { status: 200, body: session } : null,
  })
  await screen.findByRole('region', { name: 'Patient' })
  const user = userEvent.setup({ delay: null })
  act(() => ward.store.lock())
  await user.click(await screen.findByRole('button', { name: 'Somebody else: password' }))
  await user.type(await screen.findByLabelText('User id'), userId)
  await user.type(screen.getByLabelText('Password'), 'demonstration')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByText(new RegExp(`Name of ${userId}`))
  return { chartId }
}

test('SIGN-5: the same person who signs in on the locked tablet finds the chart again, with STOP', async () => {
  await signedInOnLocked('', 'rn.adams')
  expect(await screen.findByRole('region', { name: 'Patient' })).toBeVisible()
  expect(await screen.findByRole('link', { name: 'STOP' })).toBeVisible()
})

test('SIGN-3, H15: another person who signs in on the locked tablet is not put in the middle of an act', async () => {
  const { chartId } = await signedInOnLocked('/note', 'rn.baker')
  await waitFor(() => expect(window.location.pathname).toBe(`/charts/${chartId}`))
})
