import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

test('H98: a tab is named after its page and bed, and tells no patient', async () => {
  const { ward } = await openChart(await playedEntries('tests/scenarios/vteCourse.json', 13))
  await waitFor(() => expect(document.title).toMatch(/^Bed \S+, .+: IV heparin chart$/))
  const ofChart = document.title
  const name = screen.getByRole('region', { name: 'Patient' }).querySelector('h1')?.textContent
  const words = [...(name ?? '').matchAll(/\p{L}{3,}/gu)].map(([word]) => word)
  expect(words.length).toBeGreaterThan(1)
  for (const word of words) expect(ofChart.toLowerCase()).not.toContain(word.toLowerCase())
  expect(ofChart).not.toMatch(/\d{5}/)

  await userEvent.click(screen.getByRole('link', { name: 'STOP' }))
  await waitFor(() => expect(document.title).toMatch(/^Bed \S+, STOP: IV heparin chart$/))
  act(() => ward.store.lock())
  await waitFor(() => expect(document.title).toBe('Locked: IV heparin chart'))
})

test('two pages of the ward, and one that there is not, have names of their own', async () => {
  await renderOnWard('/due')
  await waitFor(() => expect(document.title).toBe('Due on the ward: IV heparin chart'))
  await userEvent.click(await screen.findByRole('link', { name: /Back to the ward board$/ }))
  await waitFor(() => expect(document.title).toBe('Ward board: IV heparin chart'))
})

test('an address without a page says so', async () => {
  await renderOnWard('/nowhere')
  await waitFor(() => expect(document.title).toBe('No such page: IV heparin chart'))
})
