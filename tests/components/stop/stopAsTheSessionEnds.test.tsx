import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/chart/entries.ts'
import type { Instant } from '../../../src/time.ts'
import { isoOf } from '../../../src/time.ts'
import { ADAMS, type Answer, problemOf, type Seen } from '../../support/fakeWard.ts'
import { memoryOutbox } from '../../support/memoryOutbox.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

let entries: readonly Entry[]
let now: Instant
let chartId: string

beforeAll(async () => {
  ;({ entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 8))
  chartId = `${entries[0]?.chartId}`
})

const ENDED = problemOf(401, 'Nobody is signed in')
const LOCKED = problemOf(401, 'The session is locked', {
  type: '/problems/session-locked',
  facts: { userId: ADAMS.userId, name: ADAMS.name, role: ADAMS.role },
})

const user = userEvent.setup({ delay: null })
const press = async (name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }))
const whose = () => screen.queryByRole('heading', { name: 'STOP: whose infusion?' })

/** The STOP page of a chart, on a tablet whose session the server has ended or locked meanwhile; `takes`: what it makes of a stop by the tablet's own way. */
async function stopPage(refusal: Answer, takes: () => Answer | Promise<Answer>) {
  let isOver = false
  const answer = async ({ method, path }: Seen): Promise<Answer | null> => {
    if (path.endsWith('/captured')) return takes()
    if (path === '/api/tablet/charts') {
      return { status: 200, body: { now: isoOf(now), known: true, charts: [] } }
    }
    if (path === '/api/session/people') return { status: 200, body: { people: [] } }
    if (method === 'PUT') return { status: 204, body: null }
    return isOver ? refusal : null
  }
  const ward = await renderOnWard(`/charts/${chartId}/stop`, { charts: [entries], now, answer })
  await press(/Suspected HIT/)
  await screen.findByRole('heading', { name: 'STOP: Suspected HIT' })
  const end = () => {
    isOver = true
  }
  return { ward, end }
}
const taken = (): Answer => ({ status: 201, body: { entry: { seq: 99 } } })

describe('SIGN-5, H15: a stop that is sent as the session ends', () => {
  test('is told on the record, with the patient large, though the server has the next page of nobody', async () => {
    const { end } = await stopPage(ENDED, taken)
    end()
    await press('Stop now, sign after')
    expect(await screen.findByText('Recorded: it is on the chart')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Stop the pump now. Suspected HIT' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(/MRN/)
    expect(whose()).toBeNull()
    await press('Done here')
    expect(await screen.findByLabelText('Password')).toBeVisible()
  })

  test('is told kept, where the tablet’s own way does not take it either', async () => {
    const { end } = await stopPage(ENDED, () => 'lost')
    end()
    await press('Stop now, sign after')
    expect(await screen.findByText(/^Not on the record yet/)).toBeVisible()
    expect(whose()).toBeNull()
  })

  test('by the session’s way, is told where the session ends right after it', async () => {
    const { ward, end } = await stopPage(ENDED, taken)
    await press('Stop now, sign after')
    await waitFor(() => expect(ward.store.outbox.state.getState().recorded).toHaveLength(1))
    end()
    await act(() => ward.store.refreshBoard())
    expect(await screen.findByText('Recorded: it is on the chart')).toBeVisible()
  })

  test('is not told at another STOP that is opened later', async () => {
    const { end } = await stopPage(ENDED, taken)
    end()
    await press('Stop now, sign after')
    await press('Done here')
    await user.click(await screen.findByRole('link', { name: 'STOP' }))
    expect(await screen.findByRole('heading', { name: 'STOP: whose infusion?' })).toBeVisible()
    expect(screen.queryByText('Recorded: it is on the chart')).toBeNull()
  })
})

test('SIGN-5, SIGN-6: a stop that is sent as the tablet turns out locked is told on the locked tablet, until somebody is done with it', async () => {
  const { end } = await stopPage(LOCKED, () => 'lost')
  end()
  await press('Stop now, sign after')
  expect(await screen.findByText(/^Not on the record yet/)).toBeVisible()
  await press('Done here')
  expect(await screen.findByRole('heading', { name: /locked/i })).toBeVisible()
  await user.click(await screen.findByRole('link', { name: 'STOP' }))
  expect(await screen.findByRole('heading', { name: 'STOP: whose infusion?' })).toBeVisible()
})

test('H15: the patient of the STOP that goes on without a session stays in sight when a later list is without them', async () => {
  let tellLater = (_: Answer) => {}
  const later = new Promise<Answer>((resolve) => {
    tellLater = resolve
  })
  const patient = { surname: 'Nguyen', given: 'Alex', dateOfBirth: '1951-03-09', mrn: '9000017' }
  const row = { chartId, bed: '12', patient, seq: null, version: 0 }
  const outbox = memoryOutbox()
  await outbox.keepStopList(() => ({ at: isoOf(now), charts: [row] }))
  await renderOnWard(`/charts/${chartId}/stop`, {
    signedIn: false,
    now,
    outbox,
    answer: ({ path }) => (path === '/api/tablet/charts' ? later : null),
  })
  await screen.findByRole('region', { name: 'Patient' })
  await act(async () => {
    tellLater({ status: 200, body: { now: isoOf(now), known: true, charts: [] } })
    await later
  })
  await act(async () => new Promise((resolve) => setImmediate(resolve)))
  expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('MRN 9000017')
  expect(whose()).toBeNull()
})

test('SIGN-6, H15: who signs out on the STOP page leaves no patient to be stopped by whoever comes next', async () => {
  await renderOnWard(`/charts/${chartId}/stop`, { charts: [entries], now })
  await screen.findByRole('button', { name: /Suspected HIT/ })
  await user.click(await screen.findByText(/Adams, Jo/))
  await press('Sign out')
  expect(await screen.findByLabelText('Password')).toBeVisible()
  expect(window.location.pathname).toBe(`/charts/${chartId}`)
})
