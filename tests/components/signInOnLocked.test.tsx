import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type Answer, problemOf, sessionOf } from '../support/fakeWard.ts'
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

/** Somebody signs in by password at an act's page, after the session of the page has ended by itself. */
async function signedInAfterEnd(userId: string) {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 10)
  const chartId = `${entries[0]?.chartId}`
  const adams = sessionOf(undefined, now).user
  let isOver = false
  const ward = await renderOnWard(`/charts/${chartId}/note`, {
    charts: [entries],
    now,
    answer: ({ method, path }): Answer | null => {
      if (method === 'POST' && path === '/api/session') {
        isOver = false
        return {
          status: 200,
          body: sessionOf({ ...adams, userId, name: `Name of ${userId}` }, now),
        }
      }
      return isOver ? problemOf(401, 'Nobody is signed in') : null
    },
  })
  await screen.findByRole('region', { name: 'Patient' })
  isOver = true
  await act(() => ward.store.loadChart(chartId))
  const user = userEvent.setup({ delay: null })
  await user.type(await screen.findByLabelText('User id'), userId)
  await user.type(screen.getByLabelText('Password'), 'demonstration')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByText(new RegExp(`Name of ${userId}`))
  await screen.findByRole('region', { name: 'Patient' })
  return chartId
}

test('H15: another person who signs in after the session has ended is not put in the middle of the act', async () => {
  const chartId = await signedInAfterEnd('rn.baker')
  await waitFor(() => expect(window.location.pathname).toBe(`/charts/${chartId}`))
})

test('the person whose session has ended goes on where they were', async () => {
  const chartId = await signedInAfterEnd('rn.adams')
  expect(window.location.pathname).toBe(`/charts/${chartId}/note`)
})
