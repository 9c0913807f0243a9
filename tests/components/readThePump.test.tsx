import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { type CapturedStop, decideCapturedStop } from '../../src/chart/decideCaptured.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { running } from '../chart/support/wards.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

test('CHART-10, H24: after a kept stop that came late the chart says so, and speaks of no entry struck out', async () => {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 14)
  const chart = fold(entries)
  const command: CapturedStop = {
    ...{ kind: 'stopInfusion', reason: 'concern', expectedVersion: 0 },
    commandId: '99999999-0000-4000-8000-000000000001',
    happenedAt: isoOf(plusMinutes(chart.infusion.since ?? now, -5)),
  }
  const decision = decideCapturedStop({ chart, command, at: now }, null)
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
  const after = [...entries, { ...decision.entry, hash: '' } as Entry]
  await openChart({ entries: after, now })
  expect(await screen.findByText('Read the pump')).toBeVisible()
  expect(screen.getByText(/a stop kept on a tablet reached the chart after/)).toBeVisible()
  expect(screen.queryByText(/the entry that set it was struck out/)).toBeNull()
})

describe('CHART-1, INT-1, H47: the last change of rate struck out while interrupted', () => {
  function struck() {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:10' })
    const { seq } = course.at('14:20').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
    course.at('14:30').do('adams', 'interruptInfusion', { reason: 'Transport' })
    course.do('chen', 'strikeOut', { struckSeq: seq, reason: 'Wrong patient' })
    return { entries: course.entries, now: course.at('15:10').now }
  }

  test('the chart offers no resume: the pump is read', async () => {
    await openChart(struck())
    expect(await screen.findByText('Read the pump')).toBeVisible()
    expect(screen.getAllByRole('link', { name: /Record the pump rate/ })).toHaveLength(2)
    expect(screen.queryByRole('link', { name: /Resume/ })).toBeNull()
    expect(screen.queryByText(/It ran/)).toBeNull()
  })

  test('the page of the resume shows no rate, and what to do', async () => {
    const { entries, now } = struck()
    await renderOnWard(`/charts/${entries[0]?.chartId}/resume`, { charts: [entries], now })
    const problem = await screen.findByRole('heading', { name: /rate is unconfirmed/ })
    expect(problem).toBeVisible()
    expect(screen.getByText(/Two people read the pump/)).toBeVisible()
    expect(screen.queryByText(/mL\/hr/)).toBeNull()
  })
})
