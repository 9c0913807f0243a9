import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Problem } from '../../../src/components/rules/Problem.tsx'
import { Why } from '../../../src/components/rules/Why.tsx'

test('NOMO-5: the working says what each cited rule says, and that it is a local decision', async () => {
  render(
    <Why question="Why?" rules={['NOMO-5', 'NOMO-10']}>
      <p>The working</p>
    </Why>,
  )
  expect(screen.queryByText(/AMO or registrar orders one/)).toBeNull()
  await userEvent.setup().click(screen.getByText('Why?'))
  expect(await screen.findByText(/AMO or registrar orders one\. Local decision\./)).toBeVisible()
  expect(screen.getByText(/what ran when it was stopped\. From the procedure/)).toBeVisible()
})

test('SIGN-4: a refusal names its rule, and one tap says what the rule says', async () => {
  render(<Problem problem={{ title: 'Refused', next: 'Look.', rules: ['SIGN-4'] }} />)
  await userEvent.setup().click(screen.getByText('Rule SIGN-4'))
  expect(await screen.findByText(/works the figure out unseen/)).toBeVisible()
})
