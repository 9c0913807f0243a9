import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { problemOf, type Seen } from '../support/fakeWard.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const PAGE = {
  demonstration: true,
  facility: { name: 'Demonstration Hospital' },
  accounts: [
    {
      userId: 'rn.baker',
      name: 'Baker, Lee',
      role: 'RN',
      about: 'Registered nurse',
      ward: { name: '7 West' },
      password: 'demonstration',
      pin: '738256',
    },
  ],
}
const signInPage = ({ path }: Seen) =>
  path === '/api/sign-in-page' ? { status: 200, body: PAGE } : null
const isSignIn = ({ method, path }: Seen) => method === 'POST' && path === '/api/session'

test('one tap on a demonstration account fills the form in, and signing in leads to the ward', async () => {
  const user = userEvent.setup()
  const ward = await renderOnWard('/', { signedIn: false, answer: signInPage })
  await user.click(await screen.findByRole('button', { name: /rn\.baker/ }))
  expect(screen.getByLabelText('User id')).toHaveValue('rn.baker')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('heading', { name: /Heparin infusions/ })).toBeVisible()
  expect(ward.seen.find(isSignIn)?.body).toEqual({
    userId: 'rn.baker',
    password: 'demonstration',
    locksAfterMinutes: 10,
  })
})

test('outside a demonstration nobody’s account is shown', async () => {
  const page = { ...PAGE, demonstration: false, accounts: [] }
  await renderOnWard('/', {
    signedIn: false,
    answer: ({ path }) => (path === '/api/sign-in-page' ? { status: 200, body: page } : null),
  })
  expect(await screen.findByText('Demonstration Hospital')).toBeVisible()
  expect(screen.queryByText('Demonstration accounts')).toBeNull()
})

test('what is missing is said, and nothing is sent', async () => {
  const user = userEvent.setup()
  const ward = await renderOnWard('/', { signedIn: false, answer: signInPage })
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(screen.getByRole('alert')).toHaveTextContent('The user id is missing')
  await user.type(screen.getByLabelText('User id'), 'rn.baker')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(screen.getByRole('alert')).toHaveTextContent('The password is missing')
  expect(ward.seen.filter(isSignIn)).toEqual([])
})

test('a refused sign-in says so and keeps what was typed', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', {
    signedIn: false,
    answer: (seen) => (isSignIn(seen) ? problemOf(401, 'Not signed in') : signInPage(seen)),
  })
  await user.type(screen.getByLabelText('User id'), 'rn.baker')
  await user.type(screen.getByLabelText('Password'), 'wrong')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not signed in')
  expect(screen.getByLabelText('User id')).toHaveValue('rn.baker')
  expect(screen.getByLabelText('Password')).toHaveValue('wrong')
})

test('a silent server is told apart from a refusal', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', {
    signedIn: false,
    answer: (seen) => (isSignIn(seen) ? 'lost' : signInPage(seen)),
  })
  await user.type(screen.getByLabelText('User id'), 'rn.baker')
  await user.type(screen.getByLabelText('Password'), 'demonstration')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The server did not answer')
})

test('every page says what the product is', async () => {
  await renderOnWard('/', { signedIn: false, answer: signInPage })
  expect(screen.getByRole('contentinfo')).toHaveTextContent(
    /demonstration until a drug committee approves the protocols.*revision 3, review date July 2017/,
  )
})

test('the component library puts no style into the page: the content security policy allows none', async () => {
  await renderOnWard('/', { signedIn: false, answer: signInPage })
  await screen.findByText('Demonstration Hospital')
  expect(document.querySelectorAll('style[data-mantine-styles]')).toHaveLength(0)
})
