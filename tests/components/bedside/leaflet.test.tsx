import { cleanup, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { leaflet } from '../../../src/components/leaflet/leaflet.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { everyTextOf } from '../leaflet/readingGrade.ts'
import { openPage, press } from './decidingWard.tsx'

const running = () => playedEntries('tests/scenarios/vteCourse.json', 8)
const SUBMIT = 'Record education given'

test('EDU-1, EDU-3: the whole leaflet shows on the tablet, below the banner with STOP, and is printed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  const { user, id } = await openPage('leaflet', await running())
  await screen.findByRole('heading', { name: leaflet.title })
  const shown = screen.getByRole('article', { name: leaflet.title })
  for (const text of everyTextOf(leaflet)) expect(shown).toHaveTextContent(text)
  const banner = screen.getByRole('region', { name: 'Patient' })
  expect(within(banner).getByRole('link', { name: 'STOP' })).toBeVisible()
  await press(user, 'Print')
  expect(print).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('link', { name: 'Education given' })).toHaveAttribute(
    'href',
    `/charts/${id}/education`,
  )
  print.mockRestore()
})

test('EDU-1: the leaflet is also there without a patient, reached from the board', async () => {
  await renderOnWard('/')
  const link = await screen.findByRole('link', { name: 'Patient leaflet' })
  expect(link).toHaveAttribute('href', '/leaflet')
  cleanup()
  await renderOnWard('/leaflet')
  await screen.findByRole('heading', { name: leaflet.title })
  expect(screen.queryByRole('region', { name: 'Patient' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Education given' })).toBeNull()
})

test('EDU-2, HAND-1: the chart leads to leaflet, education and handover among what else can be recorded', async () => {
  const { id } = await openPage('', await running())
  for (const [name, slug] of [
    ['Patient leaflet', 'leaflet'],
    ['Education given', 'education'],
    ['Handover', 'handover'],
  ] as const) {
    const link = await screen.findByRole('link', { name, hidden: true })
    expect(link).toHaveAttribute('href', `/charts/${id}/${slug}`)
  }
})

test('EDU-2: nothing is chosen beforehand, and what is missing is asked for', async () => {
  const { user, entries } = await openPage('education', await running())
  const before = entries.length
  await press(user, SUBMIT)
  expect(screen.getByText(/Say who it was gone through with.*EDU-2/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'A carer' }))
  await press(user, SUBMIT)
  expect(screen.getByText(/Give their name.*EDU-2/)).toBeVisible()
  await user.type(screen.getByLabelText('Their name'), 'Nguyen, Linh')
  await press(user, SUBMIT)
  expect(screen.getByText(/Say whether an interpreter helped.*EDU-2/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'With an interpreter' }))
  await press(user, SUBMIT)
  expect(screen.getByText(/Give the interpreter’s name, or the language.*EDU-2/)).toBeVisible()
  expect(entries).toHaveLength(before)
})

test('EDU-2: a pharmacist records it without a PIN, and the timeline says who, to whom and through whom', async () => {
  const played = await running()
  const { user, entries, posted } = await openPage('education', played, { userId: 'pharm.gray' })
  await user.click(await screen.findByRole('radio', { name: 'A family member' }))
  await user.type(screen.getByLabelText('Their name'), ' Nguyen, Linh ')
  await user.click(screen.getByRole('radio', { name: 'With an interpreter' }))
  await user.type(screen.getByLabelText('Interpreter’s name, or the language'), 'Vietnamese')
  await press(user, SUBMIT)
  await screen.findByRole('heading', { name: 'Now' })
  expect(posted().at(-1)?.body).not.toHaveProperty('signature')
  expect(entries.at(-1)).toMatchObject({
    kind: 'educationGiven',
    to: 'family',
    name: 'Nguyen, Linh',
    interpreter: 'Vietnamese',
    what: 'leaflet',
    by: { role: 'pharmacist' },
  })
  expect(screen.getByRole('region', { name: /^Record/ })).toHaveTextContent(
    /Education given Leaflet gone through with family member Nguyen, Linh; interpreter: Vietnamese.*pharmacist/,
  )
})

test('EDU-2: for the patient no name is asked, nor sent from an earlier choice', async () => {
  const { user, entries } = await openPage('education', await running())
  await user.click(await screen.findByRole('radio', { name: 'A carer' }))
  await user.type(screen.getByLabelText('Their name'), 'Somebody')
  await user.click(screen.getByRole('radio', { name: 'The patient' }))
  expect(screen.queryByLabelText('Their name')).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'None' }))
  await press(user, SUBMIT)
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'educationGiven', to: 'patient', interpreter: null })
  expect(entries.at(-1)).not.toHaveProperty('name')
  expect(screen.getByRole('region', { name: /^Record/ })).toHaveTextContent(
    'Leaflet gone through with the patient; no interpreter',
  )
})
