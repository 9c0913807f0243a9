import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

test('H15: the button of a step is not made that of another step under the finger', async () => {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 11)
  const chartId = `${entries[0]?.chartId}`
  const earlier = entries.slice(0, -1)
  const ward = await renderOnWard(`/charts/${chartId}`, { charts: [earlier], now })
  const next = await screen.findByRole('region', { name: 'Next' })
  const [before] = within(next).getAllByRole('link')
  act(() => ward.stream('entry', { chartId, entry: entries.at(-1) }))
  await waitFor(() => expect(within(next).getAllByRole('link')[0]).not.toBe(before))
  expect(before?.isConnected).toBe(false)
  expect(within(next).getAllByRole('link')[0]?.getAttribute('href')).not.toBe(
    before?.getAttribute('href'),
  )
})
