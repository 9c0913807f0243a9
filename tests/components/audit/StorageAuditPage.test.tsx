import { screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ADAMS, type Answer, problemOf, type Seen } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { untiedFaults } from '../../support/untiedFaults.ts'

const GRAY = { ...ADAMS, userId: 'pharm.gray', name: 'Gray, Alex', role: 'pharmacist' }
const isStorage = ({ path }: Seen) => path === '/api/wards/7-west/storage-audits'

/** A ward that keeps what is sent to it; `first`: how it answers the first sending. */
async function opened(first?: Answer, user: object = GRAY) {
  const kept: object[] = []
  let isFirst = true
  const ward = await renderOnWard('/storage-audit', {
    user,
    answer(seen) {
      if (!isStorage(seen)) return null
      if (seen.method === 'GET') return { status: 200, body: { audits: kept } }
      const answer = isFirst ? first : undefined
      isFirst = false
      if (answer) return answer
      const audit = { ...seen.body, by: { name: 'Gray, Alex', role: 'pharmacist' } }
      kept.unshift(audit)
      return { status: 201, body: audit }
    },
  })
  await screen.findByText(/Count the ampoules on the ward/)
  const sent = () => ward.seen.filter((seen) => isStorage(seen) && seen.method === 'POST')
  return { ward, sent, user: userEvent.setup() }
}

const record = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Record' }))
const answer = (user: UserEvent, question: string, said: 'Yes' | 'No') => {
  const group = screen.getByRole('group', { name: question })
  const choice = [...group.querySelectorAll('label')].find((each) => each.textContent === said)
  if (!choice) throw new Error(`${question} has no ${said}`)
  return user.click(choice)
}
const APART = 'Kept apart from other strengths?'
const OTHER = 'Other heparin found in the stock?'

test('AUDIT-1: what is missing is named one after the other, and nothing is sent', async () => {
  const { user, sent } = await opened()
  await record(user)
  expectTold(/Key how many ampoules/)
  await user.type(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/), '24')
  await record(user)
  expectTold(/Say whether they are kept apart/)
  await answer(user, APART, 'Yes')
  await record(user)
  expectTold(/Say whether other heparin was found/)
  await answer(user, OTHER, 'Yes')
  await record(user)
  expectTold(/Write which other heparin/)
  expect(sent()).toEqual([])
})

/** The field that is meant says it, and has the keyboard. */
function expectTold(words: RegExp): void {
  expect(untiedFaults(screen.getByRole('main'))).toEqual([])
  expect(document.activeElement).toHaveAttribute('aria-invalid', 'true')
  expect(document.activeElement).toHaveAccessibleDescription(words)
}

test('AUDIT-1: what was found is recorded and stands in the list', async () => {
  const { user, sent } = await opened()
  await user.type(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/), '24')
  await answer(user, APART, 'No')
  await answer(user, OTHER, 'Yes')
  await user.type(screen.getByLabelText(/Which other heparin/), '25,000 units in 5 mL: 2')
  await record(user)

  expect(await screen.findByText('Recorded. It stands in the list below.')).toBeVisible()
  expect(await screen.findByText('Other heparin found: 25,000 units in 5 mL: 2')).toBeVisible()
  expect(screen.getByText('NOT kept apart from other strengths.')).toBeVisible()
  expect(sent()[0]?.body).toEqual({
    commandId: '00000000-0000-4000-8000-000000000001',
    happenedAt: '2027-03-10T04:00:00Z',
    ampoulesOf5000Units: 24,
    storedApartFromOtherStrengths: false,
    otherHeparinFound: '25,000 units in 5 mL: 2',
  })
  expect(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/)).toHaveValue('')
})

test('AUDIT-1: after a lost reply the same audit is sent again under its own id', async () => {
  const { user, sent } = await opened('lost')
  await user.type(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/), '0')
  await answer(user, APART, 'Yes')
  await answer(user, OTHER, 'No')
  await record(user)
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByText('Recorded. It stands in the list below.')

  const [first, second] = sent()
  expect(second?.body).toEqual(first?.body)
})

test('AUDIT-1: a refusal is shown, and what was typed stays', async () => {
  const { user } = await opened(problemOf(422, 'In the future'))
  await user.type(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/), '24')
  await answer(user, APART, 'Yes')
  await answer(user, OTHER, 'No')
  await record(user)
  expect(await screen.findByRole('alert')).toHaveTextContent('In the future')
  expect(screen.getByLabelText(/Ampoules of 5,000 units in 5 mL/)).toHaveValue('24')
})

test('AUDIT-1: who does not record it is told who does', async () => {
  await opened(undefined, { ...ADAMS, userId: 'mo.chen', role: 'MO' })
  expect(screen.getByText(/Recorded by the pharmacist and the registered nurses/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Record' })).toBeNull()
})
