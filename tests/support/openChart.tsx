import { screen } from '@testing-library/react'
import type { FakeWardOptions } from './fakeWard.ts'
import type { Played } from './playedEntries.ts'
import { renderOnWard } from './renderOnWard.tsx'

/** The chart of a course that was played, open on a tablet; gives its id and the ward. */
export async function openChart({ entries, now }: Played, more: FakeWardOptions = {}) {
  const id = entries[0]?.chartId ?? ''
  const ward = await renderOnWard(`/charts/${id}`, { charts: [entries], now, ...more })
  await screen.findByRole('heading', { name: 'Now' })
  return { id, ward }
}
