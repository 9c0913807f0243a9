import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderOnWard } from '../support/renderOnWard.tsx'

async function openMenu() {
  const user = userEvent.setup({ delay: null })
  await renderOnWard('/')
  const chosen = await screen.findByText('Alarms on this tablet')
  const menu = chosen.closest('details')
  await user.click((await screen.findAllByText(/Adams, Jo/))[0] ?? chosen)
  expect(menu).toHaveProperty('open', true)
  return { user, menu, chosen }
}

test('SIGN-5: the menu lies over no page that was chosen from it', async () => {
  const { user, menu, chosen } = await openMenu()
  await user.click(chosen)
  await screen.findByRole('heading', { name: 'Alarms on this tablet' })
  expect(menu).toHaveProperty('open', false)
})

test('the menu closes with a tap beside it, and stays with one inside it', async () => {
  const { user, menu } = await openMenu()
  await user.click(screen.getByText('Turn off refused-key tone'))
  expect(menu).toHaveProperty('open', true)
  await user.click(screen.getByRole('main'))
  expect(menu).toHaveProperty('open', false)
})

test('SIGN-3, SIGN-6: a sign-out that did not reach the server leaves the tablet locked, and says whose it is', async () => {
  const user = userEvent.setup({ delay: null })
  const ward = await renderOnWard('/', {
    answer: ({ method, path }) => (method === 'DELETE' && path === '/api/session' ? 'lost' : null),
  })
  await user.click((await screen.findAllByText(/Adams, Jo/))[0] ?? document.body)
  await user.click(await screen.findByRole('button', { name: 'Sign out' }))
  expect(await screen.findByRole('heading', { name: 'Locked' })).toBeVisible()
  expect(screen.getByText(/Adams, Jo RN is signed in here/)).toBeVisible()
  await waitFor(() => expect(ward.store.state.getState().lockedFor?.userId).toBe('rn.adams'))
})
