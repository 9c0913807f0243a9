import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { problemOf } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { untiedFaults } from '../../support/untiedFaults.ts'
import { changesIn, HALL, nurse, renderAdministration, until } from './administration.ts'

const OUT = nurse('rn.dunn', 'Dunn, Pat', { competencies: until('2027-02-08T13:00:00Z') })
const SOON = nurse('rn.cole', 'Cole, Max', { competencies: until('2027-03-20T13:00:00Z') })
const CURRENT = nurse('rn.adams', 'Adams, Jo')
const ENDED = nurse('rn.abel', 'Abel, Kit', { endedAt: '2027-01-05T02:00:00Z' })
const NEW = nurse('rn.yates', 'Yates, Lou', { hasPin: false, wardIds: [] })
const ALL = [ENDED, CURRENT, NEW, SOON, OUT]

const names = () => screen.getAllByRole('listitem').map((row) => row.textContent ?? '')

test('SIGN-1: packages that have run out come first, then those that soon will, ended accounts last; each says so in words', async () => {
  await renderAdministration('/', ALL)
  await screen.findByRole('link', { name: /Dunn, Pat/ })
  expect(names().map((row) => row.slice(0, 4))).toEqual(['Dunn', 'Cole', 'Adam', 'Yate', 'Abel'])
  const [dunn, cole, , yates, abel] = names().map((row) => row.replaceAll('\u00a0', ' '))
  expect(dunn).toContain('Learning package ran out on 08 Feb 2027')
  expect(cole).toMatch(/Learning package runs out on 20 Mar 2027, in /)
  expect(yates).toContain('on no ward')
  expect(yates).toContain('No PIN chosen yet')
  expect(abel).toContain('Ended on 05 Jan 2027')
})

test('SIGN-1: a search that nobody fits says what to do', async () => {
  const user = userEvent.setup()
  await renderAdministration('/', ALL)
  await user.type(await screen.findByLabelText('Find by name or user id'), 'COLE')
  expect(names()).toHaveLength(1)
  await user.type(screen.getByLabelText('Find by name or user id'), 'x')
  expect(screen.getByText('Nobody fits. Clear the search above.')).toBeVisible()
})

test('SIGN-1: a day that there is not is refused and stays as typed; nothing is sent', async () => {
  const user = userEvent.setup()
  const ward = await renderAdministration('/person?id=rn.adams', ALL)
  const lastDay = await screen.findByLabelText(/^Learning package: last day/)
  expect(lastDay).toHaveValue('09 Mar 2028')
  await user.clear(lastDay)
  await user.type(lastDay, '31 Feb 2028')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(lastDay).toHaveAccessibleDescription(/There is no 31 Feb 2028\./)
  expect(lastDay).toHaveFocus()
  expect(lastDay).toHaveValue('31 Feb 2028')
  expect(changesIn(ward)).toEqual([])
})

test('SIGN-1: an untouched last day keeps its very instant; what is sent is the person and nothing else', async () => {
  const user = userEvent.setup()
  const ward = await renderAdministration('/person?id=rn.adams', ALL, () => ({
    status: 200,
    body: CURRENT,
  }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved.')).toBeVisible()
  const [sent] = changesIn(ward)
  expect(sent).toMatchObject({ method: 'PUT', path: '/api/accounts/rn.adams' })
  expect(sent?.body).toEqual({
    name: 'Adams, Jo',
    role: 'RN',
    wardIds: ['7-west'],
    competencies: CURRENT.competencies,
  })
})

test('SIGN-1: a change without an answer is not called done', async () => {
  const user = userEvent.setup()
  await renderAdministration('/person?id=rn.adams', ALL, () => 'lost')
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/It is not known whether this was done/)).toBeVisible()
  expect(screen.queryByText('Saved.')).toBeNull()
})

test('SIGN-1: an account ends only after its name was asked about; then it says how it comes back', async () => {
  const user = userEvent.setup()
  const ward = await renderAdministration('/person?id=rn.adams', ALL, () => ({
    status: 200,
    body: { ...CURRENT, endedAt: '2027-03-10T04:00:00Z' },
  }))
  await user.click(await screen.findByRole('button', { name: 'End this account' }))
  expect(changesIn(ward)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'End the account of Adams, Jo' }))
  expect(await screen.findByText(/This account ended on/)).toBeVisible()
  expect(changesIn(ward).map(({ path }) => path)).toEqual(['/api/accounts/rn.adams/end'])
  expect(screen.getByRole('button', { name: 'Open again' })).toBeVisible()
})

test('SIGN-3: the administrator withdraws a PIN and sets none', async () => {
  const user = userEvent.setup()
  const ward = await renderAdministration('/person?id=rn.adams', ALL, () => ({
    status: 200,
    body: { ...CURRENT, hasPin: false },
  }))
  await user.click(await screen.findByRole('button', { name: 'Withdraw PIN' }))
  expect(await screen.findByText('The PIN signs no more.')).toBeVisible()
  expect(changesIn(ward)[0]?.body).toMatchObject({ withdrawPin: true })
  expect(screen.queryByRole('button', { name: 'Withdraw PIN' })).toBeNull()
  expect(screen.queryByLabelText(/^New PIN/)).toBeNull()
})

test('SIGN-1: a new person is not sent before user id, name and role are there; a refusal keeps what was typed', async () => {
  const user = userEvent.setup()
  const ward = await renderAdministration('/new-person', ALL, () =>
    problemOf(409, 'Somebody has this user id', {
      next: 'Choose another.',
      detail: 'It belongs to another account.',
      field: 'userId',
    }),
  )
  const add = await screen.findByRole('button', { name: 'Add person' })
  await user.click(add)
  expectToldAt(/^User id/, /Write a user id, such as rn\.adams\./)
  await user.type(screen.getByLabelText(/^User id/), 'rn.adams')
  await user.click(add)
  expectToldAt(/^Printed name/, /Write the printed name, such as Adams, Jo\./)
  await user.type(screen.getByLabelText(/^Printed name/), 'Adams, Joan')
  await user.click(add)
  expect(untiedFaults(screen.getByRole('main'))).toEqual([])
  expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
  expect(document.activeElement).toHaveAccessibleDescription('Choose a role.')
  expect(changesIn(ward)).toEqual([])
  await user.click(screen.getByRole('radio', { name: 'Registered nurse' }))
  await user.click(add)
  expect(await screen.findByText('Somebody has this user id')).toBeVisible()
  await waitFor(() => expectToldAt(/^User id/, /It belongs to another account\./))
  expect(screen.getByLabelText(/^Printed name/)).toHaveValue('Adams, Joan')
})

test('SIGN-3: an own PIN is sent with the password, then neither stands in the page; a refusal is shown', async () => {
  const user = userEvent.setup()
  const ward = await renderOnWard('/own-secrets', {
    answer: ({ path }) =>
      path === '/api/session/pin'
        ? problemOf(422, 'Too easy to guess', { rules: ['SIGN-3'], field: 'pin' })
        : null,
  })
  await user.type(await screen.findByLabelText('Password', { selector: 'input' }), 'demonstration')
  await user.type(screen.getByLabelText(/^New PIN/), '123456')
  await user.click(screen.getByRole('button', { name: 'Set PIN' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Too easy to guess')
  await waitFor(() => expectToldAt(/^New PIN/, /Too easy to guess/))
  expect(ward.seen.find(({ path }) => path === '/api/session/pin')?.body).toEqual({
    password: 'demonstration',
    pin: '123456',
  })
  expect(screen.getByLabelText('Password', { selector: 'input' })).toHaveValue('')
  expect(screen.getByLabelText(/^New PIN/)).toHaveValue('')
})

test('SIGN-3: what the server says of one field of a request stands at it; of a field not shown, below alone', async () => {
  const user = userEvent.setup()
  const answers = [
    problemOf(400, 'The request does not fit', {
      errors: [{ field: 'password', detail: 'Give at least 12 characters.' }],
    }),
    problemOf(422, 'Not now', { field: 'constructor' }),
  ]
  await renderAdministration('/person?id=rn.adams', ALL, ({ path }) =>
    path === '/api/accounts/rn.adams' ? (answers.shift() ?? 'lost') : null,
  )
  const password = await screen.findByLabelText(/^New temporary password/)
  const set = screen.getByRole('button', { name: 'Set temporary password' })
  await user.click(set)
  expectToldAt(/^New temporary password/, /Write the temporary password first\./)
  await user.type(password, 'short')
  await user.click(set)
  await screen.findByText('The request does not fit')
  await waitFor(() => expectToldAt(/^New temporary password/, /Give at least 12 characters\./))
  await user.click(set)
  await screen.findByText('Not now')
  expect(password).not.toHaveAttribute('aria-invalid', 'true')
})

/** The field says so itself, and has the keyboard. */
function expectToldAt(label: RegExp, words: RegExp): void {
  const field = screen.getByLabelText(label, { selector: 'input' })
  expect(field).toHaveAccessibleDescription(words)
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveFocus()
}

test('SIGN-3: an administrator has a password and no PIN', async () => {
  await renderOnWard('/own-secrets', { user: HALL })
  expect(await screen.findByRole('button', { name: 'Change password' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Set PIN' })).toBeNull()
})
