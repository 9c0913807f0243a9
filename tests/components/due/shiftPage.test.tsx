import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { shiftAt } from '../../../src/components/due/shift.ts'
import { shiftMarks } from '../../../src/components/due/shiftMarks.ts'
import type { WardDueItem } from '../../../src/store/wardDue.ts'
import { isoOf, plusMinutes } from '../../../src/time.ts'
import { type Answer, NOW, type Seen } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { seenText } from '../../support/seenText.ts'

// 15:00 in Sydney: the first minute of the afternoon shift, which ends at 23:00.
const HOURS = 60

function due(kind: string, minutes: number, more: { status?: string; seq?: number } = {}) {
  const status = more.status ?? (minutes > 30 ? 'waiting' : 'soon')
  const dueAt = plusMinutes(NOW, minutes)
  return {
    ...{ kind, status, owner: 'nurse', rules: ['TIME-1'], from: 'infusionStarted' },
    ...{ stopAdvised: false, about: null, dueAt: isoOf(dueAt) },
    overdueAt: isoOf(plusMinutes(dueAt, 30)),
    priority: status === 'overdue' ? 'high' : 'low',
    anchor: { seq: more.seq ?? 4, at: isoOf(plusMinutes(dueAt, -360)) },
  }
}

function chart(bed: string, surname: string, ...items: object[]) {
  return {
    chartId: `c${bed}`,
    patient: { mrn: `90${bed}`, surname, given: 'Sam' },
    ...{ bed, due: items, concerns: [], lastPharmacistReview: null, lastMoReviewAt: null },
  }
}

const CHARTS = [
  chart('12', 'Nguyen', due('restart', -10, { status: 'overdue' }), due('bag', 5 * HOURS)),
  chart('3', 'Singh', due('aptt-collection', 90), due('mo-review', 9 * HOURS)),
  chart('7', 'Weiss'),
]

async function open(path: string, charts: readonly object[] = CHARTS) {
  const answer = (seen: Seen): Answer | null =>
    seen.path.endsWith('/due')
      ? { status: 200, body: { now: isoOf(NOW), charts, damaged: [] } }
      : null
  await renderOnWard(path, { answer })
  await screen.findByRole('main')
}

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ')
const marksOf = (bed: string) =>
  within(screen.getByRole('list', { name: `Bed ${bed}` }))
    .getAllByRole('listitem')
    .map(({ textContent }) => plain(textContent))

describe('the ward over the shift', () => {
  test('TIME-1: by bed, each thing due at its time, what is overdue at the now-line; each patient leads to the chart', async () => {
    await open('/ward/timeline')
    await screen.findByRole('region', { name: 'By bed and hour' })
    const patients = screen.getAllByRole('link', { name: /^Bed / })
    expect(patients.map((link) => link.textContent)).toEqual([
      'Bed 3SINGH, Sam',
      'Bed 7WEISS, Sam',
      'Bed 12NGUYEN, Sam',
    ])
    expect(patients[0]).toHaveProperty('pathname', '/charts/c3')
    expect(marksOf('12')).toEqual(['Restart overdue', 'Bag 20:00'])
    expect(marksOf('3')).toEqual(['APTT 16:30'])
    expect(screen.getByText('Nothing in this shift.')).toBeInTheDocument()
    expect(plain(screen.getByText(/Afternoon, 10/).textContent)).toContain(
      'Afternoon, 10 Mar 2027, 15:00 to 23:00',
    )
    await userEvent.click(screen.getByRole('button', { name: /^Next: Night, 23:00 to 07:00/ }))
    expect(marksOf('3')).toEqual(['MO review 00:00'])
    expect(screen.queryByRole('list', { name: 'Bed 12' })).toBeNull()
  })

  test('TIME-8: it says of each thing what the due list says, and of nothing else', async () => {
    await open('/due')
    await userEvent.click(await screen.findByText(/^Later \(/))
    const listed = within(screen.getByRole('main'))
      .getAllByRole('listitem')
      .map(({ textContent }) => plain(textContent))
    cleanup()

    await open('/ward/timeline')
    const rows: string[][] = []
    for (const shift of [/^This shift/, /^Next/]) {
      await userEvent.click(await screen.findByRole('button', { name: shift }))
      const summary = screen.getByText(/^The same as a table/)
      if (!summary.closest('details')?.open) await userEvent.click(summary)
      const box = screen.getByRole('region', { name: 'What is due in the shift' })
      const cells = within(box)
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...row.children].map(seenText))
      rows.push(...cells)
    }
    expect(rows).toHaveLength(listed.length)
    for (const [bed, name, what = '', when = ''] of rows) {
      const [line] = listed.filter(
        (text) => text.includes(`Bed ${bed}, ${name}`) && text.includes(what),
      )
      expect(line).toContain(when)
    }
  })

  test('an empty ward, and a list that cannot be read, say so', async () => {
    await open('/ward/timeline', [])
    expect(await screen.findByText(/^No open heparin chart on this ward/)).toBeVisible()
    cleanup()
    await renderOnWard('/ward/timeline', {
      answer: (seen) => (seen.path.endsWith('/due') ? 'lost' : null),
    })
    expect(await screen.findByText('The ward’s list could not be read')).toBeVisible()
  })
})

describe('the marks of a row', () => {
  const zone = 'Australia/Sydney'
  const item = (minutes: number, seq: number) =>
    ({
      ...due('aptt-collection', minutes, { seq }),
      dueAt: plusMinutes(NOW, minutes),
    }) as unknown as WardDueItem
  const marks = (...items: WardDueItem[]) =>
    shiftMarks({ due: items }, { shift: shiftAt(NOW, zone), now: NOW, zone })

  test('stand to scale, and those of one time under one another', () => {
    const found = marks(item(120, 1), item(125, 2), item(240, 3))
    expect(found.map(({ percent }) => Math.round(percent))).toEqual([25, 26, 50])
    expect(found.map(({ line }) => line)).toEqual([0, 1, 0])
  })

  test('at the end of the shift their words stand to the left', () => {
    expect(marks(item(475, 1), item(60, 2)).map(({ isLeft }) => isLeft)).toEqual([false, true])
  })
})
