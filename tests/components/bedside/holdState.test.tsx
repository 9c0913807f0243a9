import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { isoOf, plusHours } from '../../../src/time.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { openPage } from './decidingWard.tsx'

/** A restart whose hold is over, and what the MO then plans. */
async function plannedBy(plan: 'restart' | 'stay-off', untilHours: number | null) {
  const played = await playedEntries('tests/scenarios/vteStopAndRestart.json', 12)
  const { elsewhere, entries, ward } = await openPage('restart', played, { later: 120 })
  await screen.findByRole('heading', { name: 'Restart the infusion' })
  const now = ward.store.clock.now()
  elsewhere('mo.chen', {
    kind: 'assessBleeding',
    expectedVersion: entries.at(-1)?.version ?? 0,
    happenedAt: isoOf(now),
    ...{ finding: 'none', plan },
    ...(untilHours === null ? {} : { until: isoOf(plusHours(now, untilHours)) }),
  })
  await screen.findAllByText(/^MO assessment at/)
  return (screen.getByRole('main').textContent ?? '').replaceAll('\u00a0', ' ')
}

test.each([null, 2])(
  'TIME-3: an infusion that the MO keeps off (until in %s h) is no restart overdue, and shows no rate to set',
  async (until) => {
    const words = await plannedBy('stay-off', until)
    expect(words).toMatch(/Off by the MO’s choice: do not restart: decides again by/)
    expect(words).not.toMatch(/Restart .*overdue/)
    expect(words).not.toMatch(/Restart rate/)
  },
)

test('TIME-3, H9: one that the MO lets restart is overdue from the end of its hold, with its rate', async () => {
  const words = await plannedBy('restart', null)
  expect(words).toMatch(/Restart .*overdue/)
  expect(words).toMatch(/Restart rate/)
})
