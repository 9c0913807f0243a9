import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/chart/entries.ts'
import { type Instant, isoOf, plusHours } from '../../../src/time.ts'
import { ADAMS, type Answer, NOW, problemOf, type Seen, sessionOf } from '../../support/fakeWard.ts'
import { memoryOutbox } from '../../support/memoryOutbox.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { openPage, press } from '../bedside/decidingWard.tsx'

let entries: readonly Entry[]
let now: Instant
let chartId: string

beforeAll(async () => {
  ;({ entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 8))
  chartId = `${entries[0]?.chartId}`
})

const user = userEvent.setup({ delay: null })
const PATIENT = { surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', mrn: '901' }
const ROW = { chartId: 'c1', bed: '4', seq: null, version: 0, patient: PATIENT }

async function keptList(charts: (typeof ROW)[]) {
  const outbox = memoryOutbox()
  await outbox.keepStopList(() => ({ at: isoOf(plusHours(NOW, -1)), charts }))
  return outbox
}

describe('SIGN-5, H23: the list that a tablet kept', () => {
  test('stands there though the server fails before the tablet’s own database has answered', async () => {
    const outbox = await keptList([ROW])
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const slow = {
      ...outbox,
      stopList: async () => {
        await opened
        return outbox.stopList()
      },
    }
    await renderOnWard('/stop', { outbox: slow, answer: () => 'lost' })
    await screen.findByRole('heading', { name: 'STOP: whose infusion?' })
    expect(screen.queryByText(/no list is kept here/)).toBeNull()
    await act(async () => open())
    expect(await screen.findByRole('button', { name: /SINGH/ })).toBeVisible()
  })

  test('is not said to be the ward’s as it is now where nobody is on it', async () => {
    await renderOnWard('/stop', { outbox: await keptList([]), answer: () => 'lost' })
    expect(await screen.findByText(/nobody is on the list that this tablet kept/)).toBeVisible()
    expect(screen.queryByText(/No infusion runs/)).toBeNull()
  })

  test('is said to be missing once neither it nor the server answers', async () => {
    await renderOnWard('/stop', { answer: () => 'lost' })
    expect(await screen.findByText(/no list is kept here/)).toBeVisible()
  })
})

test('SIGN-5, H15: STOP on a locked tablet asks whose, after a stop that was done before the lock', async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json', 8)
  const page = await openPage('stop', played)
  await press(page.user, /Suspected HIT/)
  await press(page.user, 'Stop now, sign after')
  await screen.findByRole('heading', { name: /Ceased at .* Is the pump off/ })
  act(() => page.ward.store.lock())
  await user.click(await screen.findByRole('link', { name: 'STOP' }))
  expect(await screen.findByRole('heading', { name: 'STOP: whose infusion?' })).toBeVisible()
  expect(screen.queryByText('Recorded: it is on the chart')).toBeNull()
})

describe('a chart that cannot be read', () => {
  const row = {
    ...{
      chartId: 'c1',
      bed: '4',
      next: null,
      alarms: [],
      seq: 9,
      patient: { ...PATIENT, sex: 'F' },
    },
    infusion: {
      status: 'running',
      suspended: [],
      rateMlPerHour: 14,
      since: isoOf(NOW),
      stop: null,
    },
  }
  test.each([
    ['the server does not answer', 'lost', 'The chart could not be read'],
    ['its entries are damaged', problemOf(500, 'Damaged'), 'The chart could not be read'],
    ['it is of another ward', problemOf(404, 'None'), 'There is no such chart on your wards'],
  ] as const)('SIGN-5, H23: has STOP on its page, as %s', async (_, entriesAnswer, title) => {
    await renderOnWard('/', {
      board: { charts: [row] },
      answer: ({ path }) => (path.includes('/c1/entries') ? entriesAnswer : null),
    })
    await user.click(await screen.findByRole('link', { name: /SINGH/ }))
    await screen.findByRole('heading', { name: title })
    await user.click(screen.getByRole('link', { name: 'STOP' }))
    expect(await screen.findByRole('heading', { name: 'STOP: whose infusion?' })).toBeVisible()
  })
})

describe('an open chart', () => {
  test('H23: stays on the screen where the server asks for patience', async () => {
    let isBusy = false
    const answer = ({ path }: Seen) =>
      isBusy && path.includes('/entries') ? problemOf(429, 'Too many requests') : null
    const ward = await renderOnWard(`/charts/${chartId}`, { now, charts: [entries], answer })
    await screen.findByRole('heading', { name: 'Now' })
    isBusy = true
    await act(() => ward.store.loadChart(chartId))
    expect(screen.getByRole('heading', { name: 'Now' })).toBeVisible()
  })

  const LOCKED = problemOf(401, 'This tablet is locked', {
    type: '/problems/session-locked',
    facts: { userId: ADAMS.userId, name: ADAMS.name, role: ADAMS.role },
  })
  test.each([
    ['as it was', false],
    ['though it had not been read before the lock', true],
  ])('SIGN-5: is there once the tablet is unlocked, %s', async (_, isLockedFirst) => {
    let isLocked = isLockedFirst
    const unlocked = () => {
      isLocked = false
      return { status: 200, body: sessionOf(ADAMS, now) }
    }
    const answers: Record<string, () => Answer> = {
      '/api/session/unlock': unlocked,
      '/api/session/people': () => ({ status: 200, body: { people: [] } }),
      '/api/tablet/alarms': () => 'lost',
    }
    const answer = ({ path }: Seen): Answer | null =>
      answers[path]?.() ?? (isLocked && path.includes('/entries') ? LOCKED : null)
    const ward = await renderOnWard(`/charts/${chartId}/stop`, { now, charts: [entries], answer })
    if (!isLockedFirst) {
      await screen.findByRole('button', { name: /Suspected major bleeding/ })
      isLocked = true
      await act(() => ward.store.loadChart(chartId))
    }
    await user.type(await screen.findByLabelText(/^Signing PIN/), '204811')
    expect(await screen.findByRole('button', { name: /Suspected major bleeding/ })).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/no such chart/)).toBeNull())
  })
})
