import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { NOW, problemOf, sessionOf } from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const minutes = (n: number) => isoOf(plusMinutes(NOW, n))

function rowOf(surname: string, infusion: object, next: object | null, more: object = {}) {
  return {
    chartId: `chart-${surname}`,
    seq: 9,
    patient: { mrn: '1', surname, given: 'Anh', dateOfBirth: '1963-02-04', sex: 'female' },
    bed: '12',
    protocol: { id: 'vte', version: '402.3' },
    restrictions: [],
    therapeuticRun: 0,
    pending: null,
    infusion: {
      status: 'running',
      suspended: [],
      rateMlPerHour: 14,
      since: minutes(-200),
      stop: null,
      rateUnconfirmed: false,
      ...infusion,
    },
    next,
    ...more,
  }
}

function dueOf(kind: string, status: string, dueIn: number, overdueIn: number, more: object = {}) {
  return {
    kind,
    status,
    dueAt: minutes(dueIn),
    overdueAt: minutes(overdueIn),
    owner: 'nurse',
    rules: ['TIME-1'],
    anchor: { seq: 1, at: minutes(-300) },
    about: null,
    stopAdvised: false,
    ...more,
  }
}

const OVERDUE = dueOf('aptt-collection', 'overdue', -25, -5)
const STOPPED = { status: 'stopped', rateMlPerHour: null, since: minutes(-100) }

test('TIME-1: each chart shows who, what runs and the next thing due, with its countdown and its time', async () => {
  await renderOnWard('/', { board: { charts: [rowOf('Nguyen', {}, OVERDUE)] } })
  const row = await screen.findByRole('link', { name: /NGUYEN, Anh/ })
  for (const text of ['Collect APTT', /25.min overdue \(due 14:35\)/, 'VTE/ATE/AF', '14']) {
    expect(within(row).getByText(text)).toBeVisible()
  }
  expect(row).toHaveTextContent('Overdue: Collect APTT')
  expect(row).toHaveTextContent(/Bed 12/)
  expect(row).toHaveAttribute('href', '/charts/chart-Nguyen')
})

test('TIME-3: an infusion that is off shows no rate but what it is, and since when', async () => {
  const restart = dueOf('restart', 'overdue', -10, -10)
  await renderOnWard('/', { board: { charts: [rowOf('Obrien', STOPPED, restart)] } })
  const row = await screen.findByRole('link', { name: /OBRIEN/ })
  expect(row).toHaveTextContent(/Restart the infusion.*10.min overdue/)
  expect(row).toHaveTextContent(/Stopped.*since 13:20/)
  expect(row).not.toHaveTextContent('mL/hr')
})

test('TIME-3: the row of a stopped infusion says whether the MO has assessed', async () => {
  const restart = dueOf('restart', 'overdue', -10, -10)
  const charts = [
    rowOf('Waits', STOPPED, restart, { assessment: null }),
    rowOf('Done', STOPPED, restart, { assessment: { finding: 'none', plan: 'restart' } }),
    rowOf('Runs', {}, OVERDUE, { assessment: null }),
  ]
  await renderOnWard('/', { board: { charts } })
  const row = (name: string) => screen.getByRole('link', { name: new RegExp(name) })
  expect(await screen.findByText('MO assessment: not yet')).toBeVisible()
  expect(row('WAITS')).toHaveTextContent('MO assessment: not yet')
  expect(row('DONE')).toHaveTextContent('MO assessment: restart stands')
  expect(row('RUNS')).not.toHaveTextContent('MO assessment')
})

test('the order is the server’s, the most urgent first', async () => {
  const charts = [
    rowOf('First', {}, OVERDUE),
    rowOf('Second', {}, dueOf('aptt-result', 'due', -5, 55)),
    rowOf('Third', {}, null),
  ]
  await renderOnWard('/', { board: { charts } })
  await screen.findByRole('link', { name: /FIRST/ })
  const names = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(names[0]).toContain('FIRST')
  expect(names[1]).toContain('SECOND')
  expect(names[2]).toContain('THIRD')
})

test('SIGN-4: a pending check shows as such, with the time at which it lapses', async () => {
  const check = dueOf('second-check', 'due', -3, 7, { about: 'act-check' })
  await renderOnWard('/', { board: { charts: [rowOf('Singh', {}, check)] } })
  const row = await screen.findByRole('link', { name: /SINGH/ })
  expect(row).toHaveTextContent(/Awaiting second check: Second check.*lapses in 7.min \(15:07\)/)
})

test('PROC-1: a procedure close by is named with the time of heparin that goes with it', async () => {
  const near = { procedure: 'lumbar-puncture', at: minutes(300) }
  const charts = [
    rowOf('Before', {}, null, { procedure: { ...near, phase: 'booked', heparinAt: minutes(-60) } }),
    rowOf('After', {}, null, { procedure: { ...near, phase: 'ended', heparinAt: minutes(121) } }),
  ]
  await renderOnWard('/', { board: { charts } })
  const before = await screen.findByRole('link', { name: /BEFORE/ })
  expect(before).toHaveTextContent(/Lumbar puncture 20:00: heparin off by 14:00/)
  expect(screen.getByRole('link', { name: /AFTER/ })).toHaveTextContent(
    /After lumbar puncture: heparin from 17:01/,
  )
})

test('BLEED-0: suspended is said', async () => {
  const charts = [
    rowOf('Tremblay', { ...STOPPED, status: 'ceased', suspended: ['head-injury'] }, null),
  ]
  await renderOnWard('/', { board: { charts } })
  expect(await screen.findByText('Suspended')).toBeVisible()
})

/** A ward may have hundreds of rows; each element of one is paid for on every one of them. */
const MOST_ELEMENTS_A_ROW = 24

function elementsIn(row: Element): number {
  return 1 + row.querySelectorAll('*').length
}

test('no row of the board has more elements than its budget, however much it has to say', async () => {
  const near = { procedure: 'lumbar-puncture', phase: 'booked', at: minutes(300) }
  const all = {
    therapeuticRun: 2,
    assessment: null,
    procedure: { ...near, heparinAt: minutes(-60) },
  }
  const stopped = { ...STOPPED, suspended: ['head-injury'] }
  const charts = [
    rowOf('Full', stopped, dueOf('restart', 'overdue', -10, -10), all),
    rowOf('Runs', { suspended: ['head-injury'] }, OVERDUE, all),
    rowOf('Rests', { rateMlPerHour: null }, null),
  ]
  await renderOnWard('/', { board: { charts } })
  await screen.findByRole('link', { name: /FULL/ })
  const rows = within(screen.getByRole('main')).getAllByRole('listitem')
  expect(rows).toHaveLength(charts.length)
  for (const row of rows) expect(elementsIn(row)).toBeLessThanOrEqual(MOST_ELEMENTS_A_ROW)
  const [full] = rows
  full?.append(document.createElement('span'), document.createElement('span'))
  expect(full && elementsIn(full)).toBeGreaterThan(MOST_ELEMENTS_A_ROW)
})

test('NOMO-7: the run of two is shown', async () => {
  const charts = [
    rowOf('One', {}, null, { therapeuticRun: 1 }),
    rowOf('Two', {}, null, { therapeuticRun: 2 }),
  ]
  await renderOnWard('/', { board: { charts } })
  expect(await screen.findByRole('link', { name: /ONE/ })).toHaveTextContent('Therapeutic 1 of 2')
  expect(screen.getByRole('link', { name: /TWO/ })).toHaveTextContent('Therapeutic, daily')
})

test('an empty ward says so', async () => {
  await renderOnWard('/')
  expect(await screen.findByText(/No open heparin chart on this ward/)).toBeVisible()
})

test('a record that no longer proves itself is not passed over in silence', async () => {
  await renderOnWard('/', { board: { charts: [], damaged: ['chart-x'] } })
  expect(await screen.findByRole('alert')).toHaveTextContent(/1 chart cannot be shown/)
})

test('somebody on two wards chooses which', async () => {
  const user = userEvent.setup()
  const wards = [
    { wardId: '7-west', name: '7 West' },
    { wardId: 'ccu', name: 'CCU' },
  ]
  const ward = await renderOnWard('/', {
    answer: ({ path }) =>
      path === '/api/session' ? { status: 200, body: { ...sessionOf(), wards } } : null,
  })
  await user.click(await screen.findByRole('button', { name: 'CCU' }))
  expect(ward.seen.at(-1)?.path).toBe('/api/wards/ccu/board')
  expect(ward.openStreams()).toBe(1)
})

test('15 seconds without word from the server and every page says that it is not up to date', async () => {
  const ward = await renderOnWard('/')
  act(() => ward.stream('beat', { now: isoOf(NOW) }))
  expect(screen.queryByText(/Not up to date/)).toBeNull()
  act(() => ward.pass(15_000))
  expect(screen.getByRole('alert')).toHaveTextContent(/Not up to date/)
  act(() => ward.stream('beat', { now: isoOf(NOW) }))
  expect(screen.queryByText(/Not up to date/)).toBeNull()
})

test('the clock is the server’s in the facility’s zone, and the board is read anew at each minute', async () => {
  const ward = await renderOnWard('/')
  const boards = () => ward.seen.filter(({ path }) => path.endsWith('/board')).length
  expect(await screen.findByText('15:00')).toBeVisible()
  const before = boards()
  for (let beats = 1; beats <= 6; beats += 1) {
    await act(async () => {
      ward.pass(10_000)
      ward.stream('beat', { now: isoOf(plusMinutes(NOW, beats / 6)) })
    })
  }
  expect(screen.getByText('15:01')).toBeVisible()
  expect(boards()).toBe(before + 1)
})

test('signing out leads to the sign-in page', async () => {
  const user = userEvent.setup()
  await renderOnWard('/')
  await user.click(await screen.findByText(/Adams, Jo/))
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('a server that does not answer at the start is said, not shown as an empty ward', async () => {
  await renderOnWard('/', { answer: () => 'lost' })
  expect(await screen.findByRole('heading', { name: 'The server does not answer' })).toBeVisible()
})

test.each([
  ['not there', problemOf(404, 'Not there'), /^Looked up at 15:00: the server did not have the/],
  ['refused', problemOf(403, 'Not yours'), /: the server did not say whether it has the entry$/],
  ['recorded', null, /^Looked up at 15:00: the entry is on the record$/],
])(
  'an unanswered entry stays in view until it has been looked up, and what the look-up said until it is seen: %s',
  async (_, refused, said) => {
    const user = userEvent.setup()
    const { entries } = await playedEntries('tests/scenarios/vteCourse.json', 1)
    let isBack = false
    const ward = await renderOnWard('/', {
      answer: ({ path }) => {
        if (!path.includes('/commands')) return null
        if (!isBack) return 'lost'
        return refused ?? { status: 200, body: { entry: entries[0], version: 1 } }
      },
    })
    await act(async () => {
      await ward.store.send('chart-x', {
        kind: 'writeNote',
        text: 'seen',
        expectedVersion: 1,
        happenedAt: isoOf(NOW),
      })
    })
    expect(screen.getByRole('alert')).toHaveTextContent(/has no reply yet/)
    await user.click(screen.getByRole('button', { name: 'Look it up' }))
    expect(screen.getByText(/has no reply yet/)).toBeVisible()
    isBack = true
    await user.click(screen.getByRole('button', { name: 'Look it up' }))
    expect(await screen.findByText(said)).toBeVisible()
    expect(screen.queryByText(/has no reply yet/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Seen' }))
    expect(screen.queryByText(said)).toBeNull()
  },
)

test('SIGN-5: a stop without a reply is not held back: the band says to stop the pump, and that STOP is taken again', async () => {
  const ward = await renderOnWard('/', {
    answer: ({ path }) => (path.includes('/commands') ? 'lost' : null),
  })
  await act(async () => {
    await ward.store.send('chart-x', {
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      expectedVersion: 1,
      happenedAt: isoOf(NOW),
    })
  })
  const band = screen.getByRole('alert')
  expect(band).toHaveTextContent(/Stop the pump now.*STOP again is always taken/)
  expect(band).not.toHaveTextContent(/Do not enter it again/)
})
