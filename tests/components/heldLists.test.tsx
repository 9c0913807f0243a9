import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { type Answer, NOW, type Seen } from '../support/fakeWard.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const PEOPLE = {
  nurse: {},
  mo: { user: { userId: 'mo.chen', name: 'Chen, Mei', role: 'MO' } },
  pharmacist: { user: { userId: 'pharm.gray', name: 'Gray, Alex', role: 'pharmacist' } },
} as const
const NONE = { learningPackageUntil: null, ivUnits: false, notation: false }

const settled = vi.fn()
beforeEach(() => {
  settled.mockReset()
  // jsdom draws nothing: what the browser is asked to do is noted.
  HTMLElement.prototype.animate = settled
})
afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(HTMLElement.prototype, 'animate')
})

function rowOf(surname: string, hours = 1): object {
  const since = isoOf(plusMinutes(NOW, -60 * hours))
  return {
    chartId: `c-${surname}`,
    patient: { mrn: '1', surname, given: 'Anh', dateOfBirth: '1963-02-04', sex: 'F' },
    bed: '12',
    protocol: null,
    infusion: { status: 'not-started', suspended: [], rateMlPerHour: null, since, stop: null },
    next: null,
  }
}

/** A chart on the due list; `minutes` until its one item is due. */
function dueOf(surname: string, minutes: number, priority = 'medium'): object {
  const dueAt = plusMinutes(NOW, minutes)
  return {
    chartId: `c-${surname}`,
    patient: { mrn: '1', surname, given: 'Anh' },
    bed: `${100 + minutes}`,
    due: [
      {
        ...{ kind: 'mo-review', status: 'due', priority, owner: 'mo', rules: ['TIME-4'] },
        ...{ from: 'infusionStarted', stopAdvised: false, about: null },
        ...{ dueAt: isoOf(dueAt), overdueAt: isoOf(plusMinutes(dueAt, 30)) },
        anchor: { seq: 4, at: isoOf(plusMinutes(dueAt, -360)) },
      },
    ],
    concerns: [],
    lastPharmacistReview: {
      at: isoOf(dueAt),
      by: { name: 'Gray, Alex', role: 'pharmacist' },
      concern: 'advice',
    },
    lastMoReviewAt: null,
  }
}

interface Lists {
  readonly board?: readonly object[]
  readonly due?: readonly object[]
}

/** A page of the ward that shows these lists; `turn` gives it others, as an entry or the minute does. */
async function onWard(path: string, who: keyof typeof PEOPLE, first: Lists) {
  let lists = first
  const answer = ({ path: asked }: Seen): Answer | null => {
    const now = isoOf(NOW)
    if (asked.endsWith('/board')) return { status: 200, body: { now, charts: lists.board ?? [] } }
    if (!asked.endsWith('/due')) return null
    return { status: 200, body: { now, charts: lists.due ?? [], damaged: [] } }
  }
  const { user } = { user: undefined, ...PEOPLE[who] }
  const options = user ? { user: { ...user, competencies: NONE } } : {}
  const ward = await renderOnWard(path, { answer, ...options })
  const turn = async (next: Lists) => {
    lists = next
    await act(async () => void (await ward.store.refreshBoard()))
    // The list that the board asks for comes after it.
    await act(async () => {})
  }
  return { ward, turn }
}

/** From now on nothing waits for the real clock; what is loaded has to be there. */
function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
}
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

const sign = () => screen.queryByText('The list has changed: it moves once nothing is touched')
/** Who stands in the rows of the page, from its top. */
function names(): string[] {
  const rows = document.querySelectorAll<HTMLElement>('main [data-row]')
  return [...rows].map((row) => {
    const name = /(ALPHA|BRAVO|CHARLIE)/.exec(row.textContent ?? '')?.[0] ?? 'nobody'
    return row.style.visibility === 'hidden' ? 'empty' : name
  })
}
/** The way of the row that stands at a place, where a finger is. */
function wayAt(place: number): HTMLElement {
  const row = document.querySelectorAll<HTMLElement>('main [data-row]')[place]
  if (!row) throw new Error(`No row at ${place}`)
  return within(row).getAllByRole('link')[0] as HTMLElement
}

describe('the ward board', () => {
  const board = [rowOf('Alpha'), rowOf('Bravo')]
  const turned = [rowOf('Bravo'), rowOf('Alpha')]

  async function open(charts = board) {
    const opened = await onWard('/', 'nurse', { board: charts })
    await screen.findByRole('link', { name: /BRAVO/ })
    await screen.findByRole('textbox', { name: /Find a patient/ })
    stopTheClock()
    return opened
  }

  test('H15: an order that changes between the finger’s touch and its tap opens the patient it was aimed at', async () => {
    const { turn } = await open()
    fireEvent.pointerDown(wayAt(0), { isPrimary: true })
    await turn({ board: turned })
    expect(sign()).toBeVisible()
    fireEvent.pointerUp(wayAt(0), { isPrimary: true })
    fireEvent.click(wayAt(0))
    expect(window.location.pathname).toBe('/charts/c-Alpha')
  })

  test('H15, H9: it takes the order once nothing is touched, and a finger that was on its way meets nothing', async () => {
    const { turn } = await open()
    fireEvent.wheel(document.body)
    await turn({ board: turned })
    expect(names()).toEqual(['ALPHA', 'BRAVO'])
    expect(settled).not.toHaveBeenCalled()
    await pass(3_000)
    expect(names()).toEqual(['BRAVO', 'ALPHA'])
    expect(sign()).toBeNull()
    expect(settled).toHaveBeenCalledExactlyOnceWith({ pointerEvents: ['none', 'none'] }, 700)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('untouched it takes each order at once, and says nothing of it', async () => {
    const { turn } = await open()
    await turn({ board: turned })
    expect(names()).toEqual(['BRAVO', 'ALPHA'])
    expect(sign()).toBeNull()
    expect(settled).toHaveBeenCalledOnce()
  })

  test('H9: what a held row says is the latest; who is new is not passed over, who has gone leaves a gap', async () => {
    const { turn, ward } = await open([...board, rowOf('Charlie')])
    fireEvent.wheel(document.body)
    const due = {
      kind: 'restart',
      status: 'overdue',
      owner: 'nurse',
      rules: ['TIME-3'],
      about: null,
    }
    const at = isoOf(plusMinutes(NOW, -10))
    const next = { ...due, dueAt: at, overdueAt: at, stopAdvised: false, anchor: { seq: 1, at } }
    await turn({ board: [{ ...rowOf('Charlie'), next }, rowOf('Alpha')] })
    expect(names()).toEqual(['ALPHA', 'empty', 'CHARLIE'])
    expect(wayAt(2)).toHaveTextContent('Overdue: Restart the infusion')
    expect(screen.queryByRole('link', { name: /BRAVO/ })).toBeNull()
    expect(sign()).toBeVisible()
    expect(ward.store.state.getState().board?.charts).toHaveLength(2)
    await pass(3_000)
    expect(names()).toEqual(['CHARLIE', 'ALPHA'])
  })

  test('WCAG 2.4.3: the keyboard stays on its row', async () => {
    const { turn } = await open()
    wayAt(0).focus()
    fireEvent.keyDown(wayAt(0), { key: 'Tab' })
    await turn({ board: turned })
    await pass(3_000)
    expect(names()).toEqual(['BRAVO', 'ALPHA'])
    expect(document.activeElement).toBe(wayAt(1))
  })

  test('H15: those found by a name stay under the finger too', async () => {
    const { turn } = await open()
    fireEvent.change(screen.getByRole('textbox', { name: /Find a patient/ }), {
      target: { value: 'anh' },
    })
    fireEvent.pointerDown(wayAt(0), { isPrimary: true })
    await turn({ board: turned })
    expect(names()).toEqual(['ALPHA', 'BRAVO', 'ALPHA', 'BRAVO'])
    fireEvent.change(screen.getByRole('textbox', { name: /Find a patient/ }), {
      target: { value: 'anh ' },
    })
    expect(names()).toEqual(['BRAVO', 'ALPHA', 'ALPHA', 'BRAVO'])
  })
})

describe('the other lists', () => {
  const first: Lists = {
    board: [rowOf('Alpha'), rowOf('Bravo')],
    due: [dueOf('Alpha', 1), dueOf('Bravo', 2)],
  }
  const turned: Lists = {
    board: [rowOf('Bravo'), rowOf('Alpha')],
    due: [dueOf('Bravo', 1), dueOf('Alpha', 2)],
  }
  const AS_FIRST = ['ALPHA', 'BRAVO']
  const AS_TURNED = ['BRAVO', 'ALPHA']

  test.each([
    // Of the prescriber's three lists the last stands in the order that the ward was read in.
    ['/prescriber', 'mo', 3],
    ['/pharmacy', 'pharmacist', 1],
    ['/due', 'nurse', 1],
    // By bed and hour, and the same twice as a table: on the screen and for paper.
    ['/ward/timeline', 'nurse', 3],
  ] as const)(
    'H15: %s holds while it is touched, and takes the order after',
    async (path, who, lists) => {
      const { turn } = await onWard(path, who, first)
      await screen.findAllByText(/ALPHA/)
      const table = screen.queryByText(/^The same as a table/)
      if (table) await userEvent.click(table)
      stopTheClock()
      const times = (order: string[]) => Array.from({ length: lists }, () => order).flat()
      await pass(3_000)
      expect(names()).toEqual(times(AS_FIRST))
      fireEvent.pointerDown(document.body, { isPrimary: true })
      await turn(turned)
      expect(names()).toEqual(times(AS_FIRST))
      expect(sign()).toBeVisible()
      fireEvent.pointerUp(document.body, { isPrimary: true })
      await pass(3_000)
      expect(names()).toEqual(times(AS_TURNED))
      expect(sign()).toBeNull()
    },
  )

  test('H15, H9: what becomes urgent says so where it stands, then comes under its heading, and the keyboard with it', async () => {
    const { turn } = await onWard('/due', 'mo', { due: [dueOf('Alpha', 1), dueOf('Bravo', 2)] })
    await screen.findByRole('region', { name: 'Due' })
    stopTheClock()
    wayAt(1).focus()
    fireEvent.keyDown(wayAt(1), { key: 'Tab' })
    await turn({ due: [dueOf('Alpha', 1), dueOf('Bravo', -40, 'high')] })
    expect(screen.queryByRole('region', { name: 'Now' })).toBeNull()
    expect(screen.getByRole('region', { name: 'Due' })).toHaveTextContent(/14:20/)
    await pass(3_000)
    const now = screen.getByRole('region', { name: 'Now' })
    expect(now).toHaveTextContent('BRAVO')
    expect(document.activeElement).toBe(within(now).getByRole('link', { name: /BRAVO/ }))
  })

  test('another filter is another list: what is chosen is shown at once', async () => {
    await onWard('/due', 'nurse', { due: [dueOf('Alpha', 1)] })
    await screen.findByRole('region', { name: 'Due' })
    stopTheClock()
    const button = screen.getByRole('button', { name: 'Pharmacist' })
    fireEvent.pointerDown(button, { isPrimary: true })
    fireEvent.click(button)
    expect(names()).toEqual([])
  })
})
