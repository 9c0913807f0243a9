import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import { type Outcome, timelineLines } from '../../src/components/timelineLines.ts'
import { plusMinutes } from '../../src/time.ts'
import { playedEntries } from '../support/playedEntries.ts'

const SYDNEY = 'Australia/Sydney'

async function linesOf(path: string, reader = 'rn.baker', minutesLater = 0) {
  const { entries, now } = await playedEntries(path)
  const shown = { chart: fold(entries), entries }
  return timelineLines(shown, plusMinutes(now, minutesLater), SYDNEY, reader)
}

async function lastOutcome(path: string, minutesLater = 0): Promise<Outcome | null | undefined> {
  const lines = await linesOf(path, 'rn.baker', minutesLater)
  return lines.find(({ entry }) => entry.kind === 'rateChanged')?.outcome
}

test('the record is told newest first, every entry of it', async () => {
  const { entries } = await playedEntries('tests/scenarios/vteCourse.json')
  const lines = await linesOf('tests/scenarios/vteCourse.json')
  expect(lines.map(({ entry }) => entry.seq)).toEqual(entries.map(({ seq }) => seq).reverse())
})

test('SIGN-4: an act of two signatures says what became of it', async () => {
  expect(await lastOutcome('tests/scenarios/vteCourse.json')).toBe('in-effect')
  expect(await lastOutcome('server/scenarios/pendingSecondCheck.json')).toBe('awaits-check')
  expect(await lastOutcome('server/scenarios/pendingSecondCheck.json', 11)).toBe('lapsed')
})

test('SIGN-4: while a check waits, no figure that has not been proven shows to anybody but its signer', async () => {
  const path = 'server/scenarios/pendingSecondCheck.json'
  const textFor = async (reader: string) =>
    (await linesOf(path, reader)).find(({ entry }) => entry.kind === 'rateChanged')?.text
  expect(await textFor('rn.baker')).toBe('Figure kept back until the second check is in')
  expect(await textFor('rn.adams')).toBe('11 to 9\u00a0mL/hr')
})

test('a countersign says which act it stands for', async () => {
  const lines = await linesOf('tests/scenarios/vteCourse.json')
  const countersigned = lines.filter(({ entry }) => entry.kind === 'countersigned')
  expect(countersigned.length).toBeGreaterThan(0)
  for (const { text } of countersigned) expect(text).toMatch(/(signed|hung) \d\d:\d\d$/)
})
