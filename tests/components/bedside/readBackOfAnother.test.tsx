import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CheckRequest, Command } from '../../../src/chart/commands.ts'
import { decide } from '../../../src/chart/decide.ts'
import { decideCheck } from '../../../src/chart/decideCountersign.ts'
import type { Decision } from '../../../src/chart/decision.ts'
import type { Entry, EntryOf } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { shownNow } from '../../../src/chart/shownNow.ts'
import { isoOf } from '../../../src/time.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { type DecidingWard, key, openPage, press } from './decidingWard.tsx'

/** What others enter while the tablet hears nothing, judged as the server would. */
function unheard({ entries, ward }: DecidingWard) {
  let count = 0
  const by = (userId: string): Signer => {
    const signed = entries.findLast((entry) => 'by' in entry && entry.by?.userId === userId)
    const competencies = {
      learningPackageUntil: '2029-01-01T00:00:00Z',
      ivUnits: true,
      notation: false,
    }
    return {
      ...(signed as EntryOf<'rateChanged'>).by,
      competencies,
      identity: 'confirmed',
    } as Signer
  }
  const named = (command: object) => {
    count += 1
    const at = ward.store.clock.now()
    const commandId = `88888888-0000-4000-8000-${String(count).padStart(12, '0')}`
    const chart = fold(entries)
    return { ...command, commandId, expectedVersion: chart.version, happenedAt: isoOf(at) }
  }
  const kept = (decision: Decision): Entry => {
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
    const entry = { ...decision.entry, hash: '' } as Entry
    entries.push(entry)
    return entry
  }
  return {
    enter: (userId: string, command: object) =>
      kept(decide(fold(entries), named(command) as Command, by(userId), ward.store.clock.now())),
    check: (userId: string, request: object) =>
      kept(
        decideCheck(
          fold(entries),
          { ...named(request), userId } as unknown as CheckRequest,
          by(userId),
          ward.store.clock.now(),
        ),
      ),
  }
}

test('SIGN-4, H24: what the pump showed for an act that is over is not signed for the next one', async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json', 12)
  const page = await openPage('check', played, { later: 3 })
  const { user, entries, ward, id } = page
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  await key(user, '12')
  await press(user, 'This is what the pump shows')
  await screen.findByText(/The pump shows/)
  const { enter, check } = unheard(page)
  const first = entries.findLast(({ kind }) => kind === 'rateChanged') as EntryOf<'rateChanged'>
  enter('rn.baker', {
    kind: 'recordBedsideFact',
    fact: 'pump-not-changed',
    reason: 'Called away',
  })
  const again = enter('rn.baker', {
    kind: 'changeRate',
    newRateMlPerHour: 12,
    resultSeq: first.resultSeq,
    shown: shownNow(fold(entries), first.resultSeq ?? null),
    moTold: first.moTold,
    signature: { pin: '1' },
  })
  check('rn.adams', { actSeq: again.seq, checkedResultText: '98.0', checkedRateMlPerHour: 12 })
  // The tablet wakes, and reads all of it at once.
  await act(() => ward.store.loadChart(id))
  await screen.findByRole('heading', { name: 'SET PUMP TO' })
  expect(screen.queryByText(/The pump shows/)).toBeNull()
  expect(screen.getByRole('button', { name: 'This is what the pump shows' })).toBeVisible()
})
