import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { goToTour } from '../../../src/components/tour/tourPlace.ts'
import { tourSteps } from '../../../src/components/tour/tourSteps.ts'
import type { BoardRow } from '../../../src/store/wire.ts'
import { type Answer, type FakeWardOptions, NOW, sessionOf } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

const ADAMS = {
  userId: 'rn.adams',
  name: 'Adams, Jo',
  role: 'RN',
  about: 'Registered nurse',
  ward: { name: '7 West' },
  password: 'demonstration',
  pin: '204811',
}

/** A server that says whether it is the demonstration, on its sign-in page and in its sessions. */
function server(demonstration: boolean, signedIn = true): FakeWardOptions {
  const told = demonstration ? { demonstration } : {}
  const page = { demonstration, facility: { name: 'Here' }, accounts: demonstration ? [ADAMS] : [] }
  const answers: Readonly<Record<string, Answer>> = {
    'GET /api/sign-in-page': { status: 200, body: page },
    'POST /api/session': { status: 200, body: { ...sessionOf(), ...told } },
    ...(signedIn && { 'GET /api/session': { status: 200, body: { ...sessionOf(), ...told } } }),
  }
  return { answer: ({ method, path }) => answers[`${method} ${path}`] ?? null, signedIn }
}

const tour = () => screen.findByRole('complementary', { name: 'Guided tour' })

test('a tablet that never saw it is offered the tour at the sign-in page; one tap signs in and begins', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', server(true, false))
  await user.click(await screen.findByRole('button', { name: 'Show me around' }))
  const strip = await tour()
  expect(strip).toHaveTextContent('Step 1 of 8 The ward board')
  expect(within(strip).getByRole('heading')).toHaveFocus()
})

test('production has no tour: neither at its sign-in page, nor in the help, nor where a tablet is in the middle of one', async () => {
  const user = userEvent.setup()
  goToTour(2)
  await renderOnWard('/', server(false))
  await user.click(await screen.findByRole('button', { name: /^Help/ }))
  expect(await screen.findByRole('complementary', { name: /what does this do/ })).toBeVisible()
  expect(screen.queryByRole('complementary', { name: 'Guided tour' })).toBeNull()
  expect(screen.queryByRole('button', { name: /tour|around/ })).toBeNull()
})

test('production’s sign-in page offers none either', async () => {
  await renderOnWard('/', server(false, false))
  await screen.findByRole('heading', { name: 'IV heparin chart' })
  await screen.findByText('Here')
  expect(screen.queryByRole('button', { name: /tour|around/ })).toBeNull()
})

test('it goes on after a reload, walks to each step’s page, and is over when it is skipped', async () => {
  const user = userEvent.setup()
  goToTour(6)
  await renderOnWard('/due', server(true))
  const strip = await tour()
  expect(strip).toHaveTextContent('Step 7 of 8')
  expect(window.location.pathname).toBe('/due')
  await user.click(within(strip).getByRole('button', { name: 'Show me' }))
  expect(await screen.findByRole('heading', { name: 'Rule book' })).toBeVisible()
  expect(document.querySelector('[data-tour-points]')).toHaveAttribute('id', 'NOMO-9')
  await user.click(within(await tour()).getByRole('button', { name: 'Next' }))
  expect(await tour()).toHaveTextContent('Step 8 of 8')
  expect(window.location.pathname).toBe('/')
  await user.click(within(await tour()).getByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('complementary', { name: 'Guided tour' })).toBeNull()
  expect(document.querySelector('[data-tour-points]')).toBeNull()
  expect(localStorage.getItem('heparin-chart.tour')).toBe('seen')
})

test('Escape within it ends it; the help brings it back', async () => {
  const user = userEvent.setup()
  goToTour(0)
  await renderOnWard('/', server(true))
  await tour()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary', { name: 'Guided tour' })).toBeNull()
  await user.click(await screen.findByRole('button', { name: /^Help/ }))
  await user.click(await screen.findByRole('button', { name: 'Show me around again' }))
  expect(await tour()).toHaveTextContent('Step 1 of 8')
})

test('what a tablet keeps of it is the number of a step, no patient and no chart', () => {
  goToTour(3)
  expect(localStorage.getItem('heparin-chart.tour')).toBe('3')
})

function row(chartId: string, more: Partial<BoardRow>): BoardRow {
  return {
    chartId,
    patient: { mrn: '1', surname: 'A', given: 'B', dateOfBirth: '1963-02-04', sex: 'female' },
    bed: '1',
    infusion: { status: 'running', suspended: [], rateMlPerHour: 14, since: NOW, stop: null },
    next: null,
    ...more,
  }
}
const due = (kind: string): NonNullable<BoardRow['next']> => ({
  kind,
  status: 'due',
  dueAt: NOW,
  overdueAt: null,
  owner: 'nurse',
  rules: [],
})

test('the result is given where one is expected, and the signature is where one is asked for', () => {
  const rows = [
    row('first', {}),
    row('waits', { next: due('aptt-result') }),
    row('pending', { pending: { kind: 'rateChanged', step: 'check' } }),
  ]
  const pagesWith = (now: readonly BoardRow[], openChart: string | null) =>
    tourSteps.map(({ page }) => page({ rows: now, openChart }))
  expect(pagesWith(rows, null).slice(2, 6)).toEqual([
    '/charts/waits',
    '/charts/waits',
    '/charts/waits/result',
    '/charts/pending/check',
  ])
  const given = [row('waits', { next: due('titration') }), row('other', { next: due('titration') })]
  expect(pagesWith(given, 'waits')[5]).toBe('/charts/waits/titrate')
  expect(pagesWith(given, 'none')[5]).toBe('/charts/waits/titrate')
  const before = { ...row('', {}).infusion, status: 'not-started', rateMlPerHour: null } as const
  const old = [
    row('first', {}),
    row('unwritten', { infusion: before, protocol: null }),
    row('written', { infusion: before, protocol: { id: 'vte', version: '402.3' } }),
  ]
  expect(pagesWith(old, 'first')[5]).toBe('/charts/written/start')
  expect(pagesWith(old.slice(0, 2), 'first')[5]).toBe('/charts/first')
  expect(pagesWith([], null).slice(2, 6)).toEqual([null, null, null, null])
  expect(pagesWith([row('only', {})], null)[2]).toBe('/charts/only')
})
