import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type CapturedStop, decideCapturedStop } from '../../src/chart/decideCaptured.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'

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
