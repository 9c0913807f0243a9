import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderOnWard } from '../../support/renderOnWard.tsx'

test('H40: a browser without sound or notifications says so where somebody turns them on', async () => {
  await renderOnWard('/alarms')
  await userEvent.click(await screen.findByLabelText(/^Sound on/))
  expect(await screen.findByText(/This browser cannot play sound/)).toBeVisible()
  expect(await screen.findByText('Sound is on, but this browser has none')).toBeVisible()
  await userEvent.click(screen.getByLabelText(/^Notify while/))
  expect(await screen.findByText('This browser has no notifications.')).toBeVisible()
})
