import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { concernKinds } from '../../src/chart/concernsOf.ts'
import { dueKinds } from '../../src/chart/dueItem.ts'
import { actFor } from '../../src/components/actFor.ts'
import { pages } from '../../src/components/pages.ts'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { type Answer, NOW, type Seen } from '../support/fakeWard.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const CHEN = {
  userId: 'mo.chen',
  name: 'Chen, Mei',
  role: 'MO',
  competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
}
const GRAY = { ...CHEN, userId: 'pharm.gray', name: 'Gray, Alex', role: 'pharmacist' }

interface Told {
  readonly kind: (typeof dueKinds)[number]
  readonly status?: string
  readonly priority?: 'high' | 'medium' | 'low'
  readonly owner?: string
  readonly minutes?: number
  readonly rules?: readonly string[]
  readonly from?: string
  readonly stopAdvised?: boolean
}

/** A due item as the server tells it; `minutes` from now until it is due. */
function told({ kind, status = 'due', priority = 'medium', owner = 'nurse', ...more }: Told) {
  const { minutes = 0, rules = ['TIME-1'], from = 'infusionStarted', stopAdvised = false } = more
  const dueAt = plusMinutes(NOW, minutes)
  return {
    kind,
    status,
    priority,
    owner,
    rules,
    from,
    stopAdvised,
    about: null,
    dueAt: isoOf(dueAt),
    overdueAt: kind === 'mo-told' ? null : isoOf(plusMinutes(dueAt, 30)),
    anchor: { seq: 4, at: isoOf(plusMinutes(dueAt, -360)) },
  }
}

function chart(number: number, more: object = {}) {
  return {
    chartId: `c${number}`,
    patient: { mrn: `90${number}`, surname: `Patient${number}`, given: 'Sam' },
    bed: `${number}`,
    due: [],
    concerns: [],
    lastPharmacistReview: null,
    lastMoReviewAt: null,
    ...more,
  }
}

/** The ward with these charts on its due list. */
function onWard(path: string, charts: readonly object[], user: object = CHEN, more: object = {}) {
  const answer = (seen: Seen): Answer | null =>
    seen.path.endsWith('/due')
      ? { status: 200, body: { now: isoOf(NOW), charts, damaged: [] } }
      : null
  return renderOnWard(path, { answer, user, ...more })
}

const titles = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replaceAll('\u00a0', ' '))

describe('the due list of the ward', () => {
  const overdueApttOf7 = told({
    kind: 'aptt-collection',
    status: 'overdue',
    priority: 'high',
    minutes: -45,
    rules: ['TIME-1', 'NOMO-8'],
  })
  const restart = told({
    kind: 'restart',
    status: 'overdue',
    priority: 'high',
    minutes: -10,
    rules: ['TIME-3'],
  })
  const charts = [
    chart(12, {
      due: [
        told({ kind: 'mo-review', owner: 'mo', rules: ['TIME-4'], minutes: -5 }),
        told({
          kind: 'mo-told',
          status: 'waiting',
          priority: 'low',
          minutes: 50,
          rules: ['SIGN-2'],
        }),
      ],
    }),
    chart(7, {
      due: [
        overdueApttOf7,
        told({ kind: 'titration', priority: 'high', stopAdvised: true, rules: ['NOMO-9'] }),
      ],
    }),
  ]

  test('H34: a list that a later one has overtaken on the way never takes its place', async () => {
    const list = (of: readonly object[]) => ({
      status: 200,
      body: { now: isoOf(NOW), charts: of, damaged: [] },
    })
    const replies: ((answer: Answer) => void)[] = []
    const answer = (seen: Seen) =>
      seen.path.endsWith('/due') ? new Promise<Answer>((resolve) => replies.push(resolve)) : null
    const ward = await renderOnWard('/due', { answer, user: CHEN })
    await waitFor(() => expect(replies.length).toBeGreaterThan(0))
    const early = replies.length
    const { board } = ward.store.state.getState()
    await act(async () =>
      ward.store.state.setState({ board: board === null ? null : { ...board } }),
    )
    await waitFor(() => expect(replies.length).toBeGreaterThan(early))
    await act(async () => replies.at(-1)?.(list(charts)))
    expect(await screen.findByRole('region', { name: 'Now' })).toBeVisible()
    await act(async () => {
      for (const reply of replies.slice(0, -1)) reply(list([]))
    })
    expect(screen.getByRole('region', { name: 'Now' })).toBeVisible()
  })

  test('TIME-8: three priorities, a stop first, each with owner, times, rule, anchor and the way to the act', async () => {
    await onWard('/due', charts)
    await screen.findByRole('region', { name: 'Now' })
    const now = titles('Now')
    expect(now[0]).toContain('STOP advised')
    expect(now[1]).toContain('45 min overdue (due 14:15)')
    expect(now[1]).toContain('Bed 7, PATIENT7, Sam')
    expect(now[1]).toContain('Nurse or MO. 6 hours after the start at')
    expect(now[1]).toContain('TIME-1, NOMO-8')
    expect(titles('Due')[0]).toContain('Daily MO review')
    expect(titles('Due')[0]).toContain('overdue from 15:25')
    expect(
      screen.getByRole('link', { name: 'Review: Daily MO review, PATIENT12, Sam' }),
    ).toHaveProperty('pathname', '/charts/c12/mo-review')
    expect(screen.queryByText('Name the MO told')).toBeNull()
    await userEvent.click(screen.getByText('Later (1)'))
    expect(titles('Later')[0]).toContain('never overdue')
  })

  test('TIME-3, TIME-8: an overdue restart stands before what else is overdue, and leads to the assessment that is asked for', async () => {
    const held = chart(9, {
      due: [restart, told({ kind: 'bleeding-assessment', owner: 'mo', rules: ['TIME-3'] })],
    })
    await onWard('/due', [...charts, held])
    await screen.findByRole('region', { name: 'Now' })
    expect(titles('Now').map((text) => /PATIENT\d+/.exec(text)?.[0])).toEqual([
      'PATIENT7',
      'PATIENT9',
      'PATIENT7',
    ])
    expect(
      screen.getByRole('link', { name: 'Assess first: Restart the infusion, PATIENT9, Sam' }),
    ).toHaveProperty('pathname', '/charts/c9/assess')
  })

  test('TIME-8, HIT-1: a count missing since days stands behind an APTT that is overdue since minutes', async () => {
    const late = { status: 'overdue', priority: 'high' } as const
    const uncounted = chart(3, {
      due: [told({ ...late, kind: 'platelets', owner: 'mo', minutes: -2880, rules: ['HIT-1'] })],
    })
    await onWard('/due', [uncounted, chart(7, { due: [overdueApttOf7] })])
    await screen.findByRole('region', { name: 'Now' })
    expect(titles('Now').map((text) => /PATIENT\d+/.exec(text)?.[0])).toEqual([
      'PATIENT7',
      'PATIENT3',
    ])
  })

  test('SIGN-6: filtered by owner; who may not do it finds the way to the chart', async () => {
    await onWard('/due', charts, GRAY)
    await screen.findByRole('region', { name: 'Now' })
    expect(
      screen.getByRole('link', { name: 'Chart: Daily MO review, PATIENT12, Sam' }),
    ).toHaveProperty('pathname', '/charts/c12')
    await userEvent.click(screen.getByRole('button', { name: 'MO' }))
    expect(screen.queryByRole('region', { name: 'Now' })).toBeNull()
    expect(titles('Due')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'Pharmacist' }))
    expect(screen.getByText(/^Nothing is due\. What falls due comes up here/)).toBeVisible()
  })

  test('H40: it is read again when something is entered on the ward, and stays when a reading fails', async () => {
    let asked = 0
    const answer = (seen: Seen): Answer | null => {
      if (!seen.path.endsWith('/due')) return null
      asked += 1
      return asked === 1
        ? { status: 200, body: { now: isoOf(NOW), charts, damaged: ['x'] } }
        : 'lost'
    }
    const ward = await renderOnWard('/due', { answer, user: CHEN })
    await screen.findByRole('region', { name: 'Now' })
    expect(screen.getByText('1 not in this list: the record is damaged')).toBeVisible()
    const before = asked
    ward.pass(60_000)
    await expect.poll(() => asked).toBeGreaterThan(before)
    expect(screen.getByRole('region', { name: 'Now' })).toBeVisible()
  })

  test('H34: a list that cannot be read says so and offers to try again', async () => {
    let works = false
    const answer = (seen: Seen): Answer | null => {
      if (!seen.path.endsWith('/due')) return null
      return works ? { status: 200, body: { now: isoOf(NOW), charts, damaged: [] } } : 'lost'
    }
    await renderOnWard('/due', { answer, user: CHEN })
    expect(await screen.findByText('The ward’s list could not be read')).toBeVisible()
    works = true
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('region', { name: 'Now' })).toBeVisible()
  })

  test('TIME-8: everything that can be due leads to a page that exists', () => {
    const item = { ...overdueApttOf7, about: null } as unknown as Parameters<typeof actFor>[0]
    const missing = dueKinds.filter(
      (kind) => !Object.hasOwn(pages, actFor({ ...item, kind }).slug.split('?')[0] ?? ''),
    )
    expect(missing).toEqual([])
  })
})

describe('the prescriber’s view', () => {
  test('TIME-4, SIGN-2: what waits for an MO, what is not prescribed yet, and advice since the last review', async () => {
    const advice = (at: number, concern: string) => ({
      lastPharmacistReview: {
        at: isoOf(plusMinutes(NOW, at)),
        by: { name: 'Gray, Alex', role: 'pharmacist' },
        concern,
      },
      lastMoReviewAt: isoOf(plusMinutes(NOW, -60)),
    })
    const board = {
      charts: [
        {
          ...chart(3),
          patient: {
            mrn: '903',
            surname: 'Patient3',
            given: 'Sam',
            dateOfBirth: '1950-01-01',
            sex: 'F',
          },
          protocol: null,
          infusion: {
            status: 'not-started',
            suspended: [],
            rateMlPerHour: null,
            since: null,
            stop: null,
          },
          next: null,
        },
      ],
    }
    const charts = [
      chart(1, {
        ...advice(-20, 'urgent'),
        due: [
          told({
            kind: 'mo-review',
            owner: 'mo',
            status: 'overdue',
            priority: 'high',
            minutes: -90,
          }),
          told({ kind: 'aptt-collection' }),
          told({ kind: 'second-check', owner: 'checker' }),
        ],
      }),
      chart(2, advice(-90, 'advice')),
      chart(3, advice(-20, 'none')),
    ]
    await onWard('/prescriber', charts, CHEN, { board })
    await screen.findByRole('region', { name: 'Now' })
    expect(titles('Now')).toHaveLength(1)
    expect(screen.queryByText('Collect APTT')).toBeNull()
    expect(screen.queryByText('Second check')).toBeNull()
    expect(titles('Pharmacist’s advice')).toEqual([
      expect.stringContaining('PATIENT1, SamGray, Alex, 20 min ago (14:40): urgent'),
    ])
    expect(await screen.findByRole('link', { name: 'Prescribe for PATIENT3, Sam' })).toHaveProperty(
      'pathname',
      '/charts/c3/prescribe',
    )
  })
})

describe('the pharmacist’s view', () => {
  const concern = (kind: (typeof concernKinds)[number], names: string[] = []) => ({
    kind,
    at: isoOf(plusMinutes(NOW, -60)),
    rules: ['INIT-6'],
    names,
  })
  const charts = [
    chart(1),
    chart(2, { concerns: [concern('medicines', ['Aspirin', 'Ibuprofen'])] }),
    chart(3, {
      concerns: [concern('overdue'), concern('estimated-weight')],
      due: [told({ kind: 'weigh', status: 'overdue', priority: 'high', minutes: -45 })],
    }),
    chart(4, { concerns: [concern('suspended', ['suspected-major-bleed'])] }),
  ]

  test('SIGN-6: what needs a pharmacist first, in words with since when and rule, and the last review', async () => {
    await onWard('/pharmacy', charts, GRAY)
    const rows = async () =>
      (await screen.findAllByRole('link', { name: /^PATIENT/ })).map((link) => link.textContent)
    expect(await rows()).toEqual([
      'PATIENT4, Sam',
      'PATIENT3, Sam',
      'PATIENT2, Sam',
      'PATIENT1, Sam',
    ])
    expect(screen.getByText('Other medicines: Aspirin, Ibuprofen')).toBeVisible()
    expect(screen.getByText('Weigh the patient: 45 min overdue (due 14:15), TIME-8')).toBeVisible()
    expect(screen.getByText('Nothing stands out.')).toBeVisible()
    expect(screen.getByText('as recorded 1 hr ago (14:00), INIT-6')).toBeVisible()
    expect(screen.getAllByText('since 14:00 (1 hr ago), INIT-6')).toHaveLength(2)
    expect(screen.getAllByText('Last pharmacist review: Not recorded')).toHaveLength(4)
    await userEvent.click(screen.getByRole('button', { name: 'Weight is estimated (1)' }))
    expect(await rows()).toEqual(['PATIENT3, Sam'])
    expect(screen.getByRole('link', { name: 'Storage audit' })).toHaveProperty(
      'pathname',
      '/storage-audit',
    )
  })

  test('SIGN-6: works by keyboard alone with 30 charts in one list, and a nurse is not offered the review', async () => {
    const thirty = Array.from({ length: 30 }, (_, i) =>
      chart(i + 1, { concerns: [concern('stop')] }),
    )
    await onWard('/pharmacy', thirty, GRAY)
    const reviews = await screen.findAllByRole('link', { name: /^Review the heparin of/ })
    expect(reviews).toHaveLength(30)
    const last = reviews.at(-1)
    for (let tab = 0; tab < 80 && document.activeElement !== last; tab += 1) await userEvent.tab()
    expect(document.activeElement).toBe(last)
    await userEvent.keyboard('{Enter}')
    expect(window.location.pathname).toBe('/charts/c30/pharmacist-review')
  })

  test('SIGN-6: a nurse sees the list without the review, and finds it in the menu', async () => {
    await onWard('/pharmacy', charts, { ...CHEN, role: 'RN' })
    await screen.findByText('Other medicines: Aspirin, Ibuprofen')
    expect(screen.queryByRole('link', { name: /^Review the heparin of/ })).toBeNull()
    const bar = screen.getByRole('navigation', { name: 'Lists of the ward' })
    expect(
      within(bar)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Due list'])
    await userEvent.click(screen.getByText('Chen, Mei'))
    expect(screen.getByRole('link', { name: 'Pharmacy' })).toBeVisible()
  })
})
