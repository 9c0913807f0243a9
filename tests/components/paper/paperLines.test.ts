import { expect, test } from 'vitest'
import { entry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import { entryName } from '../../../src/components/bedside/entryWords.ts'
import { paperLines } from '../../../src/components/paper/paperLines.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { kindsWithWords, sampleEntries, WORDS } from './sampleEntries.ts'

const ZONE = 'Australia/Sydney'

async function linesOfEveryKind() {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json')
  return paperLines({ chart: fold(entries), entries: sampleEntries() }, now, ZONE)
}

test('CHART-1: every kind of entry that a record can hold has its line on paper, under its name and number', async () => {
  const samples = sampleEntries()
  expect(samples.map((each) => entry.safeParse(each).success)).not.toContain(false)
  const lines = await linesOfEveryKind()
  expect(lines.map(({ seq, kind, name }) => ({ seq, kind, name }))).toEqual(
    samples.map(({ seq, kind }) => ({ seq, kind, name: entryName(kind) })),
  )
  expect(new Set(lines.map(({ kind }) => kind)).size).toBe(entry.def.options.length)
})

test('CHART-1: what a person wrote into an entry is on paper, whatever its kind', async () => {
  const lines = await linesOfEveryKind()
  const silent = lines
    .filter(({ kind }) => kindsWithWords().has(kind))
    .filter(({ text, marks }) => ![text, ...marks].join(' ').includes(WORDS))
  expect(silent.map(({ kind }) => kind)).toEqual([])
})
