import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { isToneOn } from '../../src/components/ui/refusalTone.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

test('H14: the tone of refused keys is turned off and on in the menu, for this tablet', async () => {
  await renderOnWard('/')
  const user = userEvent.setup({ delay: null })
  expect(isToneOn()).toBe(true)
  await user.click(await screen.findByText('Turn off refused-key tone'))
  expect(isToneOn()).toBe(false)
  await user.click(screen.getByText('Turn on refused-key tone'))
  expect(isToneOn()).toBe(true)
})
