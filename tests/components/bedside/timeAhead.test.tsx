import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { plusMinutes } from '../../../src/time.ts'
import { clockText } from '../../../src/wording.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { openPage } from './decidingWard.tsx'

test('H36, H9, TIME-3: a restart from a time that passes before the signature is asked again, and is not of the next day', async () => {
  const played = await playedEntries('tests/scenarios/vteStopAndRestart.json', 12)
  const options = { userId: 'mo.chen', later: 95 }
  const { user, ward } = await openPage('assess', played, options)
  await user.click(await screen.findByRole('radio', { name: /^None/ }))
  await user.click(await screen.findByRole('radio', { name: /^Restart later/ }))
  const soon = clockText(plusMinutes(ward.store.clock.now(), 2), 'Australia/Sydney')
  await user.type(screen.getByLabelText(/Restart from, 24-hour clock/), soon)
  act(() => ward.pass(60_000))
  expect(screen.getByLabelText(/Restart from, 24-hour clock/)).toHaveValue(soon)
  act(() => ward.pass(120_000))
  await waitFor(() => expect(screen.getByLabelText(/Restart from, 24-hour clock/)).toHaveValue(''))
  expect(screen.getByText(`${soon} has passed meanwhile. Key the time again.`)).toBeVisible()
})
