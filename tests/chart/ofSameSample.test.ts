import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../src/chart/chart.ts'
import { addResult, ofSameSample } from '../../src/chart/ofSameSample.ts'
import { isSameSample, type Sample } from '../../src/chart/sampleOf.ts'
import { type Instant, instantOf } from '../../src/time.ts'

const start = instantOf('2027-03-10T04:00:00Z')
const at = fc.integer({ min: 0, max: 20 }).map((thirds) => (start + thirds * 20_000) as Instant)
const accession = fc.constantFrom(null, 'A1', 'A2', 'A3')
const ownSample = fc.record({
  collectedAt: at,
  accession,
  site: fc.constant('away-from-heparin' as const),
  collectionSeq: fc.constant(null),
})
/** Tubes are on the chart: whatever names one has its time and its number. */
const samples = fc
  .array(fc.record({ collectedAt: at, accession }), { minLength: 1, maxLength: 4 })
  .chain((tubes) => {
    const tube = fc.nat(tubes.length - 1).map((index): Sample => {
      const { collectedAt, accession } = tubes[index] ?? { collectedAt: start, accession: null }
      return { collectedAt, accession, site: 'away-from-heparin', collectionSeq: index + 1 }
    })
    return fc.array(fc.oneof(ownSample, tube), { minLength: 1, maxLength: 24 })
  })

function resultOf(sample: Sample, seq: number): Result {
  return {
    ...sample,
    seq,
    text: '60.0',
    parsed: { kind: 'value', seconds: 60 },
    resultedAt: start,
    recordedAt: start,
    storedAdvice: null,
    struck: false,
    replacedBy: null,
    decidedBy: null,
    amendsDecided: false,
    sameAsDecided: false,
    underDeviation: false,
  }
}

/** What is wrong after each of these results, found by `find`. */
function faults(list: readonly Sample[], find: typeof ofSameSample): string[] {
  const kept = { results: [] as Result[], firstOfNumber: new Map<string, Instant>() }
  return list.flatMap((sample, index) => {
    const wanted = kept.results.filter((each) => isSameSample(each, sample))
    const found = find(kept, sample)
    addResult(kept, resultOf(sample, index + 10))
    const inOrder = kept.results.toSorted((a, b) => a.collectedAt - b.collectedAt || a.seq - b.seq)
    return [
      ...(seqs(found) === seqs(wanted) ? [] : [`${index}: ${seqs(found)}, not ${seqs(wanted)}`]),
      ...(seqs(kept.results) === seqs(inOrder) ? [] : [`${index}: not in the order of collection`]),
    ]
  })
}

const seqs = (results: readonly Result[]) => results.map(({ seq }) => seq).join(' ')

test('NOMO-11: the results of a sample are those that a look through all of them finds, whatever their order, minute and number', () => {
  const { counterexample } = fc.check(
    fc.property(samples, (list) => faults(list, ofSameSample).length === 0),
    { seed: 1107, numRuns: 500 },
  )
  expect(counterexample).toBeNull()
})

test('NOMO-11: a search that forgets the number of a laboratory is seen', () => {
  const byMinute: typeof ofSameSample = (kept, sample) =>
    ofSameSample({ ...kept, firstOfNumber: new Map() }, sample)
  const { counterexample } = fc.check(
    fc.property(samples, (list) => faults(list, byMinute).length === 0),
    { seed: 1107, numRuns: 2_000 },
  )
  expect(counterexample).not.toBeNull()
})
