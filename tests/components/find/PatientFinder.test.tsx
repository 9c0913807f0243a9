import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { sessionOf } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

function row(surname: string, given: string, mrn: string) {
  return {
    chartId: `chart-${mrn}`,
    patient: { mrn, surname, given, dateOfBirth: '1963-02-04', sex: 'female' },
    bed: '12',
    infusion: {
      status: 'not-started',
      suspended: [],
      rateMlPerHour: null,
      since: null,
      stop: null,
    },
    next: null,
  }
}

const board = {
  charts: [
    row('Nguyen', 'Anh', '3310482'),
    row('Nguyen', 'An', '3310488'),
    row("O'Brien", 'Maeve', '3526901'),
  ],
}

const finder = () => screen.findByRole('region', { name: 'Find a patient' })
const field = () => screen.findByLabelText('Find a patient by name, MRN or bed')

test('CHART-2 H15: look-alike names are marked, each with its identifiers; the board below stays whole', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', { board })
  await user.type(await field(), 'ngyuen')
  const hits = within(await finder()).getAllByRole('link')
  expect(hits).toHaveLength(2)
  expect(hits[0]).toHaveTextContent(
    /NGUYEN, Anh.*Bed 12.*born 04.Feb.1963.*sex female, MRN 3310482/,
  )
  expect(hits[0]).toHaveTextContent('Spelled otherwise than typed')
  for (const hit of hits) expect(hit).toHaveTextContent(/compare date of birth and MRN/)
  expect(within(await finder()).getByRole('status')).toHaveTextContent('2 patients may be meant')
  expect(screen.getAllByRole('link', { name: /NGUYEN|O'BRIEN/ })).toHaveLength(2 + 3)
})

test('H15: the only one found is not opened by itself, not by the Enter key either, and stands in no address', async () => {
  const user = userEvent.setup()
  const ward = await renderOnWard('/', { board })
  await user.type(await field(), 'obrien{Enter}')
  const [hit] = within(await finder()).getAllByRole('link')
  expect(hit).toHaveAttribute('href', '/charts/chart-3526901')
  expect(hit).not.toHaveTextContent('compare')
  expect(window.location.href).not.toMatch(/brien|3526901/i)
  expect(ward.seen.filter(({ path }) => /brien/i.test(path))).toEqual([])
})

test('where nobody fits it says what to do', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', { board })
  await user.type(await field(), 'zzzzzz')
  const found = within(await finder())
  expect(found.getByText(/No open chart on 7 West fits that/)).toBeVisible()
  expect(found.getByRole('link', { name: 'Patient on another ward' })).toBeVisible()
  expect(found.getByRole('link', { name: 'New chart' })).toBeVisible()
  await user.click(found.getByRole('button', { name: 'Clear' }))
  expect(await field()).toHaveValue('')
})

test('H57: after the lock nothing of what was typed is left', async () => {
  const user = userEvent.setup()
  const ward = await renderOnWard('/', {
    board,
    answer: ({ path }) =>
      path === '/api/session/unlock' ? { status: 200, body: sessionOf() } : null,
  })
  await user.type(await field(), 'obrien')
  act(() => ward.store.lock())
  await screen.findByRole('heading', { name: 'Locked' })
  await act(() => ward.store.unlock('204811'))
  expect(await field()).toHaveValue('')
})

test('another ward begins with an empty finder, and an empty ward has none', async () => {
  const user = userEvent.setup()
  const wards = [
    { wardId: '7-west', name: '7 West' },
    { wardId: 'ccu', name: 'CCU' },
    { wardId: 'icu', name: 'ICU' },
  ]
  await renderOnWard('/', {
    board,
    answer: ({ path }) => {
      if (path === '/api/session') return { status: 200, body: { ...sessionOf(), wards } }
      if (path !== '/api/wards/icu/board') return null
      return { status: 200, body: { now: sessionOf().now, charts: [] } }
    },
  })
  await user.type(await field(), 'obrien')
  await user.click(screen.getByRole('button', { name: 'CCU' }))
  expect(await field()).toHaveValue('')
  await user.click(screen.getByRole('button', { name: 'ICU' }))
  expect(await screen.findByText(/No open heparin chart on this ward/)).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Find a patient' })).toBeNull()
})
