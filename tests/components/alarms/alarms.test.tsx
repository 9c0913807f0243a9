import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isoOf, plusMinutes } from '../../../src/time.ts'
import { ADAMS, type FakeWardOptions, NOW } from '../../support/fakeWard.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { stubAudio, type Tone } from './fakeAudio.ts'

const KEY = 'heparin-chart.alarms'
const NIGHT_NOW = { fromMinute: 14 * 60, toMinute: 16 * 60 }
const settings = { sound: false, volume: 'middle', notifications: false, quiet: null }

/** The page has one audio for as long as it is open: one for all tests of this file. */
const tones: Tone[] = stubAudio()
beforeEach(() => {
  tones.length = 0
  localStorage.clear()
})

interface Told {
  readonly kind?: string
  /** Minutes from now until it is due. */
  readonly due: number
  readonly grace?: number
  readonly owner?: string
  readonly about?: string
}

function row(bed: number, ...alarms: Told[]) {
  return {
    chartId: `c${bed}`,
    patient: { mrn: `90${bed}`, surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', sex: 'F' },
    bed: `${bed}`,
    infusion: { status: 'running', suspended: [], rateMlPerHour: 14, since: null, stop: null },
    next: null,
    alarms: alarms.map(
      ({ kind = 'aptt-collection', due, grace = 30, owner = 'nurse', about = null }) => ({
        ...{ kind, about, stopAdvised: false, owner, seq: 4 },
        dueAt: isoOf(plusMinutes(NOW, due)),
        overdueAt: isoOf(plusMinutes(NOW, due + grace)),
      }),
    ),
  }
}
const restartIn = (due: number): Told => ({ kind: 'restart', due, grace: 0 })

/** The ward with these rows on its board; its tablet is live and has looked once. */
async function onWard(rows: readonly object[], options: FakeWardOptions = {}, path = '/sessions') {
  const ward = await renderOnWard(path, { board: { charts: rows }, ...options })
  await waitFor(() =>
    expect(document.querySelectorAll('[aria-live=assertive]').length).toBeGreaterThan(0),
  )
  const minutes = (count: number) =>
    act(async () => {
      for (let minute = 0; minute < count; minute += 1) {
        passed += 1
        ward.pass(60_000)
        ward.stream('beat', { now: isoOf(plusMinutes(NOW, passed)) })
      }
    })
  let passed = 0
  await act(async () => ward.stream('ward', { now: isoOf(NOW), charts: [] }))
  return { ...ward, minutes }
}

const alarm = () => screen.queryByRole('region', { name: 'Alarm' })
const words = () => (alarm()?.textContent ?? '').replaceAll('\u00a0', ' ')
const readOut = (how: 'polite' | 'assertive') =>
  (document.querySelector(`div[aria-live=${how}]`)?.textContent ?? '').replaceAll('\u00a0', ' ')

describe('alarms on the screen', () => {
  test('TIME-8, H40: what falls due stands in the top line and is read out once, politely; a restart at once', async () => {
    const ward = await onWard([row(3, { due: 2 }), row(12, restartIn(4))])
    expect(alarm()).toBeNull()
    await ward.minutes(2)
    expect(words()).toContain('Due: Bed 3: Collect APTT')
    expect(readOut('polite')).toBe('Bed 3: Collect APTT. now (15:02)')
    expect(readOut('assertive')).toBe('')
    await ward.minutes(2)
    expect(words()).toContain('Now: Bed 12: Restart the infusion')
    expect(readOut('assertive')).toContain('Bed 12: Restart the infusion')
    expect(readOut('polite')).toBe('')
    expect(document.body.textContent).not.toMatch(/SINGH.*Seen/)
  })

  test('H9, H40: Seen takes it away; the link leads to the chart; nothing sounds before somebody turns sound on', async () => {
    const ward = await onWard([row(12, restartIn(1))])
    await ward.minutes(1)
    expect(screen.getByRole('link', { name: /Bed 12: Restart/ })).toHaveProperty(
      'pathname',
      '/charts/c12',
    )
    await userEvent.click(
      screen.getByRole('button', { name: 'Seen: Bed 12: Restart the infusion' }),
    )
    expect(alarm()).toBeNull()
    await ward.minutes(10)
    expect(alarm()).toBeNull()
    expect(tones).toEqual([])
  })

  test.each([
    ['on a page that nobody sees', 'hidden', true],
    ['that could not be loaded', 'visible', false],
  ] as const)(
    'H9: a chart %s has not been seen: its restart stands there',
    async (_, state, isLoaded) => {
      const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
      const { entries } = await playedEntries('tests/scenarios/vteStopAndRestart.json', 11)
      const chartId = entries[0]?.chartId ?? ''
      const board = { ...row(12, restartIn(1)), chartId }
      const ward = await onWard(
        [board],
        isLoaded ? { charts: [entries] } : {},
        `/charts/${chartId}`,
      )
      await waitFor(() =>
        expect(ward.store.state.getState().charts[chartId]?.status === 'ready').toBe(isLoaded),
      )
      await ward.minutes(1)
      expect(words()).toContain('Bed 12: Restart the infusion')
      visible.mockRestore()
    },
  )

  test('H40: what somebody sees on one page of the tablet goes from the other, which tells it to none', async () => {
    const ward = await onWard([row(12, restartIn(1)), row(16, restartIn(4))])
    const setItem = vi.spyOn(Storage.prototype, 'setItem')
    const told = () =>
      setItem.mock.calls.filter(([key]) => key.endsWith('alarms-seen')).map(([, text]) => text)
    const seenThere = (key: string) => {
      const newValue = JSON.stringify([{ key, state: 'overdue 0', isOnlyOpen: false }])
      return act(async () =>
        window.dispatchEvent(
          new StorageEvent('storage', { key: 'heparin-chart.alarms-seen', newValue }),
        ),
      )
    }
    await ward.minutes(1)
    expect(words()).toContain('Bed 12')
    await seenThere('c12 restart 4 ')
    expect(alarm()).toBeNull()
    expect(told()).toEqual([])
    await ward.minutes(3)
    await seenThere('c16 restart 4 ')
    await ward.minutes(1)
    expect(alarm()).toBeNull()
    await ward.minutes(30)
    expect(words()).toContain('Now: Bed')
    await userEvent.click(screen.getByRole('button', { name: /^Seen/ }))
    expect(told()).toHaveLength(1)
    expect(told()[0]).toMatch(/^\[{"key":"c1[26] restart 4 ","state":"overdue 1",/)
    setItem.mockRestore()
  })

  test('H14: it takes no focus and no keystroke from a field', async () => {
    const ward = await onWard([row(12, restartIn(1))], {}, '/alarms')
    const field = await screen.findByLabelText('From')
    await userEvent.type(field, '2')
    await ward.minutes(1)
    expect(words()).toContain('Restart the infusion')
    expect(field).toHaveFocus()
    await userEvent.keyboard('2')
    expect(field).toHaveValue('22')
  })

  test('TIME-8: what is overdue for others alarms not here; a restart does, whoever is signed in', async () => {
    const rows = [
      row(3, { kind: 'mo-review', due: 1, grace: 0, owner: 'mo' }),
      row(12, restartIn(3)),
    ]
    const ward = await onWard(rows)
    await ward.minutes(2)
    expect(alarm()).toBeNull()
    await ward.minutes(1)
    expect(words()).toContain('Bed 12')
  })

  test('SIGN-1: an administrator is told nothing of patients', async () => {
    const user = { ...ADAMS, userId: 'administrator', role: 'administrator' }
    const ward = await renderOnWard('/sessions', {
      user,
      board: { charts: [row(12, restartIn(0))] },
    })
    await screen.findByRole('heading', { name: 'Where you are signed in' })
    await act(async () => ward.stream('ward', { now: isoOf(NOW), charts: [] }))
    expect(alarm()).toBeNull()
  })

  test('H34: a tablet that hears nothing says that it is not up to date, and alarms of nothing', async () => {
    const ward = await onWard([row(12, restartIn(3))])
    await act(async () => ward.pass(5 * 60_000))
    expect(await screen.findByText(/Not up to date/)).toBeVisible()
    expect(alarm()).toBeNull()
  })

  test('a board of a server that knows no alarms, or other ones, is shown as before', async () => {
    const { alarms: _, ...before } = row(3, { due: 0 })
    const ward = await onWard([before, row(4, { kind: 'of-later', due: 1 })])
    await ward.minutes(2)
    expect(alarm()).toBeNull()
  })
})

describe('sound', () => {
  async function turnedOn(more: object, rows: readonly object[]) {
    localStorage.setItem(KEY, JSON.stringify({ ...settings, sound: true, ...more }))
    const ward = await onWard(rows)
    await userEvent.click(document.body)
    await waitFor(() => expect(screen.queryByText(/No sound yet/)).toBeNull())
    return ward
  }

  test('H40: sound that is on and cannot play yet says so, until the first touch', async () => {
    localStorage.setItem(KEY, JSON.stringify({ ...settings, sound: true }))
    await onWard([])
    expect(await screen.findByText('No sound yet: touch the screen once')).toBeVisible()
    await userEvent.click(document.body)
    await waitFor(() => expect(screen.queryByText(/No sound yet/)).toBeNull())
  })

  test('H9, TIME-3: in quiet hours a restart that is due sounds, and an APTT overdue does not', async () => {
    const rows = [row(3, { due: 1, grace: 1 }), row(12, restartIn(5))]
    const ward = await turnedOn({ quiet: NIGHT_NOW }, rows)
    await ward.minutes(4)
    expect(words()).toContain('Bed 3: Collect APTT')
    expect(tones).toEqual([])
    await ward.minutes(1)
    expect(tones).toHaveLength(10)
  })

  test('TIME-8: without quiet hours due is one tone, overdue three', async () => {
    const ward = await turnedOn({}, [row(3, { due: 1, grace: 3 })])
    await ward.minutes(1)
    expect(tones).toHaveLength(1)
    await ward.minutes(3)
    expect(tones).toHaveLength(4)
  })
})

describe('notifications', () => {
  test('H98: a page that nobody sees notifies with bed and task, never with a name or number', async () => {
    const shown: { title: string; options: NotificationOptions }[] = []
    class Told {
      static permission = 'granted'
      constructor(title: string, options: NotificationOptions) {
        shown.push({ title, options })
      }
    }
    vi.stubGlobal('Notification', Told)
    localStorage.setItem(KEY, JSON.stringify({ ...settings, notifications: true }))
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    const ward = await onWard([row(3, { due: 1 }), row(12, restartIn(4))])
    await ward.minutes(2)
    expect(shown).toEqual([])
    visible.mockReturnValue('hidden')
    await ward.minutes(3)
    expect(shown).toHaveLength(1)
    const said = JSON.stringify(shown)
    expect(said).toContain('Bed 12: Restart the infusion')
    expect(said).not.toMatch(/singh|9012|c12/i)
    visible.mockRestore()
    vi.unstubAllGlobals()
  })
})

describe('the page of this tablet’s alarms', () => {
  test('TIME-3: sound is turned on by a person, can be heard, and says plainly when it cannot', async () => {
    await onWard([], {}, '/alarms')
    await userEvent.click(await screen.findByLabelText(/^Sound on/))
    await userEvent.click(screen.getByRole('button', { name: 'Hear it: Overdue: three tones' }))
    await userEvent.click(screen.getByRole('button', { name: 'Hear it: Overdue: three tones' }))
    expect(tones.length).toBeGreaterThanOrEqual(3)
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toMatchObject({ sound: true })
  })

  test('TIME-3, H9: quiet hours say what they do not silence, and take two times or nothing', async () => {
    await onWard([], {}, '/alarms')
    expect(await screen.findByText(/never silence a stop, a restart that is due/)).toBeVisible()
    await userEvent.type(screen.getByLabelText('From'), '22:00')
    await userEvent.type(screen.getByLabelText('To'), '2500')
    await userEvent.click(screen.getByRole('button', { name: 'Keep these hours' }))
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(
      /Two times of day, such as 22:00\./,
    )
    expect(screen.getByLabelText('To')).toHaveFocus()
    expect(localStorage.getItem(KEY)).toBeNull()
    await userEvent.clear(screen.getByLabelText('To'))
    await userEvent.type(screen.getByLabelText('To'), '0600')
    await userEvent.click(screen.getByRole('button', { name: 'Keep these hours' }))
    expect(screen.getByText('Quiet from 22:00 to 06:00, by the facility’s clock.')).toBeVisible()
    expect(JSON.parse(localStorage.getItem(KEY) ?? '').quiet).toEqual({
      fromMinute: 1320,
      toMinute: 360,
    })
  })
})
