import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Entry } from '../../../src/chart/entries.ts'
import type { Answer } from '../../support/fakeWard.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { key, press } from './decidingWard.tsx'

const OTHER = 'bbbbbbbb-0000-4000-8000-000000000001'
const goTo = (path: string) => act(async () => window.history.pushState(null, '', path))

/** A nurse records a weight of one patient; the answer waits until it is let go. */
async function recording() {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 9)
  const other = await playedEntries('tests/scenarios/nstemiCourse.json', 6)
  const elsewhere = other.entries.map((entry) => ({ ...entry, chartId: OTHER }) as Entry)
  const chartId = `${entries[0]?.chartId}`
  const weighed = entries.find(({ kind }) => kind === 'weightRecorded') as Entry & { kg: number }
  const entry = { ...weighed, seq: entries.length + 1 }
  let answered = (_: Answer) => {}
  await renderOnWard(`/charts/${chartId}/weight`, {
    charts: [entries, elsewhere],
    now,
    answer: ({ method, path }) =>
      method === 'POST' && path.endsWith('/commands')
        ? new Promise<Answer>((resolve) => {
            answered = resolve
          })
        : null,
  })
  const user = userEvent.setup({ delay: null })
  await screen.findByRole('heading', { name: 'What does the patient weigh?' })
  await key(user, `${weighed.kg}`)
  await press(user, 'Next')
  await user.click(await screen.findByRole('radio', { name: /^Measured/ }))
  await press(user, 'Record the weight')
  const answer = () => act(async () => answered({ status: 201, body: { entry, version: 99 } }))
  return { chartId, answer }
}

test('H15: the answer to what was recorded takes the person on from the page that sent it', async () => {
  const { chartId, answer } = await recording()
  await answer()
  await waitFor(() => expect(window.location.pathname).toBe(`/charts/${chartId}`))
})

test('H15: an answer that comes late takes nobody away from the patient they have gone on to', async () => {
  const { answer } = await recording()
  await goTo(`/charts/${OTHER}/weight`)
  await screen.findByRole('heading', { name: 'What does the patient weigh?' })
  await answer()
  // What goes on after an answer has had its turn.
  await act(async () => new Promise((resolve) => setImmediate(resolve)))
  expect(window.location.pathname).toBe(`/charts/${OTHER}/weight`)
})

test('H15: what was keyed for one patient does not stand on the same page of another', async () => {
  await recording()
  await goTo(`/charts/${OTHER}/weight`)
  await screen.findByRole('heading', { name: 'What does the patient weigh?' })
  expect(screen.getByRole('textbox')).toHaveValue('')
})
