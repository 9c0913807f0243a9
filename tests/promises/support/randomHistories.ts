import * as fc from 'fast-check'
import type { Append } from '../../../server/appendRows.ts'
import { NO_PREVIOUS } from '../../../server/entryHash.ts'
import type { EntryStore } from '../../../server/entryStore.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import { plusMinutes } from '../../../src/time.ts'
import { attempt } from '../../chart/support/attempt.ts'
import { openedChart } from '../../chart/support/course.ts'
import { held, running } from '../../chart/support/wards.ts'
import { resolved, type Step, step } from '../../chart/support/wild.ts'
import { newId } from '../../server/support/databases.ts'

const begins = [() => running(), () => held(), () => openedChart()]
const history = fc.record({
  begin: fc.constantFrom(...begins),
  steps: fc.array(step, { minLength: 10, maxLength: 60 }),
})

/** Courses of random acts that the chart's rules took, as lists of entries. */
export function randomHistories(count: number, seed: number): Entry[][] {
  return fc
    .sample(history, { numRuns: count, seed })
    .map(({ begin, steps }) => played(begin, steps))
}

function played(begin: (typeof begins)[number], steps: readonly Step[]): Entry[] {
  const course = begin()
  for (const each of steps) {
    course.now = plusMinutes(course.now, each.minutes)
    const tried = attempt(course, resolved(course, each))
    if (tried && tried.decision.kind !== 'refused') course.append(tried.decision.entry)
  }
  return course.entries
}

/** Writes a history as the chart of a patient of its own. */
export async function keepHistory(
  store: EntryStore,
  entries: readonly Entry[],
  mrn: string,
): Promise<string> {
  const chartId = newId()
  let previousHash = NO_PREVIOUS
  for (const [index, entry] of entries.entries()) {
    const { hash: _, ...said } = {
      ...entry,
      chartId,
      ...(index === 0 ? { commandId: chartId } : {}),
    }
    const chart = fold(entries.slice(0, index + 1))
    const append: Append = {
      entry: said as Append['entry'],
      previousHash,
      commandHash: 'c'.repeat(64),
      refusal: null,
      place: { wardId: chart.wardId, bed: chart.bed, mrn: chart.patient.mrn, open: chart.open },
    }
    const appended = await store.append(
      index === 0 ? withMrn(append, mrn) : { ...append, place: { ...append.place, mrn } },
    )
    if (appended.kind !== 'appended') throw new Error(`entry ${entry.seq}: ${appended.kind}`)
    previousHash = appended.entry.hash
  }
  return chartId
}

function withMrn(append: Append, mrn: string): Append {
  const { entry, place } = append
  if (entry.kind !== 'chartOpened') throw new Error('a history begins with chartOpened')
  return {
    ...append,
    entry: { ...entry, patient: { ...entry.patient, mrn } },
    place: { ...place, mrn },
  }
}
