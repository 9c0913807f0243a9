import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { isoOf, plusMinutes } from '../../../src/time.ts'
import { ADAMS, type Answer, type FakeWardOptions, NOW, type Seen } from '../../support/fakeWard.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { stubAudio, type Tone } from './fakeAudio.ts'

const KEY = 'heparin-chart.alarms'
const NIGHT_NOW = { fromMinute: 14 * 60, toMinute: 16 * 60 }
const LOUD = { sound: true, volume: 'middle', notifications: false, quiet: null }
const LOCKED = {
  status: 401,
  body: {
    type: '/problems/session-locked',
    title: 'This tablet is locked',
    status: 401,
    facts: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
  },
} as const

/** The page has one audio for as long as it is open: one for all tests of this file. */
const tones: Tone[] = stubAudio()
beforeEach(() => {
  tones.length = 0
  localStorage.clear()
})

interface Waits {
  readonly bed: string
  readonly kind?: string
  /** Minutes from the beginning until it is due. */
  readonly due: number
  readonly grace?: number
  readonly owner?: string
  readonly ward?: string
  readonly chartId?: string
}

const restart = (bed: string, due: number, more: object = {}): Waits => ({
  ...{ bed, due, kind: 'restart', grace: 0 },
  ...more,
})

/** The same restart on the board of an open tablet. */
function boardRow(bed: string, due: number) {
  const dueAt = isoOf(plusMinutes(NOW, due))
  return {
    chartId: `c${bed}`,
    patient: { mrn: '901', surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', sex: 'F' },
    bed,
    infusion: { status: 'stopped', suspended: [], rateMlPerHour: null, since: null, stop: null },
    next: null,
    alarms: [
      {
        ...{ kind: 'restart', about: null, stopAdvised: false, owner: 'nurse', seq: 4 },
        ...{ dueAt, overdueAt: dueAt },
      },
    ],
  }
}

/** What the server answers a locked tablet: what is due by now, and nobody's name. */
function alarmsAt(passed: number, waits: readonly Waits[], more: object): Answer {
  const now = plusMinutes(NOW, passed)
  const alarms = waits
    .filter(({ due }) => due <= passed)
    .map(({ bed, kind = 'aptt-collection', due, grace = 30, owner = 'nurse', ...more }) => ({
      ...{ chartId: `c${bed}`, ward: '7 West', ...more },
      ...{ bed, kind, about: null, stopAdvised: false, owner, seq: 4 },
      dueAt: isoOf(plusMinutes(NOW, due)),
      overdueAt: isoOf(plusMinutes(NOW, due + grace)),
    }))
  const body = { now: isoOf(now), timeZone: 'Australia/Sydney', known: true, alarms, damaged: 0 }
  return { status: 200, body: { ...body, ...more } }
}

interface Locked extends FakeWardOptions {
  /** The page that is open when it locks. */
  readonly path?: string
  readonly waits?: readonly Waits[]
  readonly more?: object
  /** The page is loaded on a tablet that the server has locked. */
  readonly loadedLocked?: boolean
}

/** A tablet on the ward that its nurse has locked. */
async function locked({ waits = [], more = {}, loadedLocked = false, ...told }: Locked) {
  const { path: page = '/', ...options } = told
  let passed = 0
  let isGone = false
  const answer = ({ path }: Seen): Answer | null => {
    if (isGone) return 'lost'
    if (path.startsWith('/api/tablet/alarms')) return alarmsAt(passed, waits, more)
    if (path === '/api/session/people') return { status: 200, body: { people: [] } }
    return loadedLocked && path === '/api/session' ? LOCKED : null
  }
  const ward = await renderOnWard(page, { answer, ...options })
  if (!loadedLocked) {
    await act(async () => ward.stream('ward', { now: isoOf(NOW), charts: [] }))
    await act(async () => ward.store.lock())
  }
  await screen.findByRole('heading', { name: 'Locked' })
  await waitFor(() =>
    expect(ward.seen.some(({ path }) => path.startsWith('/api/tablet/alarms'))).toBe(true),
  )
  if (options.user === undefined) {
    await waitFor(() => expect(document.querySelector('div[aria-live=assertive]')).not.toBeNull())
  }
  const minutes = async (count: number) => {
    for (let quarter = 0; quarter < count * 4; quarter += 1) {
      passed += 0.25
      await act(async () => ward.pass(15_000))
    }
  }
  const cut = (gone: boolean) => {
    isGone = gone
  }
  return { ...ward, minutes, cut }
}

const alarm = () => screen.queryByRole('region', { name: 'Alarm' })
const words = () => (alarm()?.textContent ?? '').replaceAll('\u00a0', ' ')
const asked = (seen: readonly Seen[]) => seen.filter(({ path }) => path.includes('/tablet/alarms'))

describe('a locked tablet', () => {
  test('TIME-3, H9, H57: says that a restart falls due: bed and task, read out at once, beside STOP and no name', async () => {
    const ward = await locked({ waits: [restart('12', 2)] })
    expect(alarm()).toBeNull()
    await ward.minutes(2)
    expect(words()).toContain('Now: Bed 12: Restart the infusion')
    expect(document.querySelector('div[aria-live=assertive]')?.textContent).toContain('Bed 12')
    expect(screen.getByRole('link', { name: 'STOP' })).toBeVisible()
    expect(alarm()?.contains(screen.getByRole('link', { name: 'STOP' }))).toBe(false)
    expect(screen.queryByRole('link', { name: /Bed 12/ })).toBeNull()
    expect(asked(ward.seen).every(({ path }) => path.endsWith('?wardId=7-west'))).toBe(true)
  })

  test('H9, H40: what stands when it is first looked at is said there, one at a time; Seen silences it', async () => {
    const ward = await locked({
      waits: [restart('12', -5), { bed: '3', due: -60 }],
      loadedLocked: true,
    })
    await waitFor(() => expect(words()).toContain('Bed 12: Restart the infusion'))
    expect(words()).not.toContain('more')
    await ward.minutes(1)
    expect(words()).toContain('1 more')
    await userEvent.click(screen.getByRole('button', { name: /^Seen: Bed 12/ }))
    expect(words()).toContain('Overdue: Bed 3: Collect APTT')
  })

  test('TIME-8: tells what its person may deal with; a restart whoever it is', async () => {
    const waits = [{ bed: '3', due: 0, kind: 'mo-review', grace: 0, owner: 'mo' }, restart('12', 3)]
    const ward = await locked({ waits })
    await ward.minutes(2)
    expect(alarm()).toBeNull()
    await ward.minutes(1)
    expect(words()).toContain('Bed 12')
  })

  test('SIGN-1: of an administrator is told nothing', async () => {
    const user = { ...ADAMS, userId: 'admin.hall', role: 'administrator' }
    const ward = await locked({ user, waits: [restart('12', 0)] })
    await ward.minutes(1)
    expect(alarm()).toBeNull()
  })

  test('a tablet of two wards that does not know which it followed names the ward of each bed', async () => {
    const waits = [restart('12', -1), restart('4', -1, { ward: 'CCU' })]
    const ward = await locked({ waits, loadedLocked: true })
    await waitFor(() => expect(words()).toContain('Bed 12, 7 West: Restart'))
    expect(asked(ward.seen).every(({ path }) => path === '/api/tablet/alarms')).toBe(true)
  })

  test('H40: what was seen before the lock is not said again on it, nor after it', async () => {
    const waits = [restart('12', 1)]
    const ward = await locked({ waits, board: { charts: [boardRow('12', 1)] } })
    await ward.minutes(1)
    await userEvent.click(screen.getByRole('button', { name: /^Seen: Bed 12/ }))
    expect(alarm()).toBeNull()
    await act(async () => ward.store.state.setState({ lockedFor: null }))
    expect(alarm()).toBeNull()
    await act(async () => ward.store.lock())
    await ward.minutes(1)
    expect(alarm()).toBeNull()
  })

  test('H9, H40: what only an open chart let count as seen is said again on the lock; what somebody went on from, not', async () => {
    const { entries } = await playedEntries('tests/scenarios/vteStopAndRestart.json', 11)
    const chartId = entries[0]?.chartId ?? ''
    const waits = [restart('12', 1, { chartId })]
    const board = { charts: [{ ...boardRow('12', 1), chartId }] }
    const ward = await locked({ waits, board, charts: [entries], path: `/charts/${chartId}` })
    const lock = (lockedFor: object | null) =>
      act(async () => {
        if (lockedFor === null) ward.store.state.setState({ lockedFor: null })
        else ward.store.lock()
      })
    const isRead = () => ward.store.state.getState().charts[chartId]?.status === 'ready'
    await lock(null)
    await waitFor(() => expect(isRead()).toBe(true))
    await ward.minutes(1)
    expect(document.querySelector('div[aria-live=assertive]')?.textContent).toContain('Bed 12')
    expect(alarm()).toBeNull()
    await lock(ADAMS)
    await ward.minutes(1)
    expect(words()).toContain('Now: Bed 12: Restart the infusion')

    await lock(null)
    await ward.minutes(1)
    expect(alarm()).toBeNull()
    await userEvent.click(screen.getByRole('link', { name: /ward board$/ }))
    await lock(ADAMS)
    await ward.minutes(1)
    expect(alarm()).toBeNull()
  })

  test('H34, H130: that hears nothing says so with the time, and alarms of nothing it knew', async () => {
    const ward = await locked({ waits: [restart('12', 1)] })
    await ward.minutes(1)
    expect(alarm()).not.toBeNull()
    ward.cut(true)
    await ward.minutes(1)
    expect(alarm()).toBeNull()
    expect(screen.getByText('No alarms here since 15:01')).toBeVisible()
    ward.cut(false)
    await ward.minutes(1)
    expect(words()).toContain('Bed 12')
  })

  test.each([
    [{ known: false }, 'No alarms: the ward does not know this tablet'],
    [{ damaged: 2 }, 'No alarms of 2 damaged charts'],
  ])('H130: %j is said', async (more, said) => {
    await locked({ more })
    expect(await screen.findByText(said)).toBeVisible()
  })

  test('it asks every quarter of a minute, one question at a time, and no more once it is unlocked', async () => {
    const ward = await locked({})
    const before = asked(ward.seen).length
    await ward.minutes(2)
    expect(asked(ward.seen).length - before).toBe(8)
    await act(async () => ward.store.state.setState({ lockedFor: null }))
    const then = asked(ward.seen).length
    await ward.minutes(2)
    expect(asked(ward.seen).length).toBe(then)
  })
})

describe('a tablet on which nobody is signed in', () => {
  /** Signed out on the ward, and what the server tells it; `known`: it is a tablet of the ward. */
  async function signedOut(waits: readonly Waits[], more: object = {}) {
    let passed = 0
    let isGone = false
    const answer = ({ path }: Seen): Answer | null => {
      if (!path.startsWith('/api/tablet/alarms')) return null
      return isGone ? 'lost' : alarmsAt(passed, waits, more)
    }
    const ward = await renderOnWard('/', { answer, signedIn: false })
    await screen.findByRole('button', { name: 'Sign in' })
    await waitFor(() => expect(asked(ward.seen).length).toBeGreaterThan(0))
    const minutes = async (count: number) => {
      for (let quarter = 0; quarter < count * 4; quarter += 1) {
        passed += 0.25
        await act(async () => ward.pass(15_000))
      }
    }
    const cut = () => {
      isGone = true
    }
    return { ...ward, minutes, cut }
  }

  test('TIME-3, H9, H57: says that a restart is due beside STOP, by its bed; what is nobody’s here it does not say', async () => {
    const ward = await signedOut([{ bed: '3', due: -60 }, restart('12', 2)])
    await ward.minutes(1)
    expect(alarm()).toBeNull()
    await ward.minutes(1)
    expect(words()).toContain('Now: Bed 12: Restart the infusion')
    const stop = screen.getByRole('link', { name: 'STOP' })
    expect(alarm()?.contains(stop)).toBe(false)
    expect(stop).toBeVisible()
    expect(screen.queryByRole('link', { name: /Bed 12/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Seen: Bed 12/ }))
    expect(alarm()).toBeNull()
    ward.cut()
    await ward.minutes(1)
    expect(screen.getByText(/^No alarms here since/)).toBeVisible()
  })

  test('H57: a browser that no ward knows is told nothing, and asks no more', async () => {
    const ward = await signedOut([restart('12', 1)], { known: false, alarms: [] })
    await ward.minutes(2)
    expect(asked(ward.seen)).toHaveLength(1)
    expect(screen.queryByText(/No alarms/)).toBeNull()
  })

  test('H40: what was seen before the sign-out is not said again after it', async () => {
    const waits = [restart('12', 1)]
    const ward = await locked({ waits, board: { charts: [boardRow('12', 1)] } })
    await ward.minutes(1)
    await userEvent.click(screen.getByRole('button', { name: /^Seen: Bed 12/ }))
    const before = asked(ward.seen).length
    await act(async () => {
      ward.store.state.setState({ lockedFor: null })
      await ward.store.signOut()
    })
    await screen.findByRole('button', { name: 'Sign in' })
    await waitFor(() => expect(asked(ward.seen).length).toBeGreaterThan(before))
    await ward.minutes(1)
    expect(alarm()).toBeNull()
  })
})

describe('the sound of a locked tablet', () => {
  test('H9, TIME-3: in quiet hours a restart that is due sounds and an APTT overdue does not; off is silent', async () => {
    const waits = [{ bed: '3', due: 1, grace: 1 }, restart('12', 5)]
    localStorage.setItem(KEY, JSON.stringify({ ...LOUD, quiet: NIGHT_NOW }))
    const ward = await locked({ waits })
    await userEvent.click(document.body)
    await ward.minutes(4)
    expect(words()).toContain('Overdue: Bed 3')
    expect(tones).toEqual([])
    await ward.minutes(1)
    expect(tones).toHaveLength(10)
  })

  test('SIGN-5, H9: goes on behind STOP, which shows none of it', async () => {
    localStorage.setItem(KEY, JSON.stringify(LOUD))
    const ward = await locked({ waits: [restart('12', 3)] })
    await userEvent.click(screen.getByRole('link', { name: 'STOP' }))
    expect(await screen.findByRole('heading', { name: 'STOP: whose infusion?' })).toBeVisible()
    await ward.minutes(3)
    expect(alarm()).toBeNull()
    expect(tones).toHaveLength(10)
    await userEvent.click(screen.getByRole('button', { name: '‹ Back' }))
    expect(words()).toContain('Bed 12')
  })
})
