/** The baseline bloods of a chart and what became of each: ordered, resulted, reviewed (CHART-5). */
import type { Instant } from '../time.ts'
import type { BloodReview } from './care.ts'
import { type BloodTest, bloodTests, type bloodValues } from './careFields.ts'
import type { Chart, Result } from './chart.ts'
import type { Now } from './hasCome.ts'
import { isBeforeStart } from './platelets.ts'
import { sampleStates } from './samples.ts'

/** The values of a result of bloods. */
export type BloodValue = keyof typeof bloodValues

/** What each baseline test consists of; the APTT is a result of its own (NOMO-12). */
const VALUES_OF: Readonly<Record<Exclude<BloodTest, 'aptt'>, readonly BloodValue[]>> = {
  fbc: ['haemoglobinGPerL', 'plateletsE9PerL'],
  'pt-inr': ['inr'],
  'urea-electrolytes-creatinine': [
    'ureaMmolPerL',
    'sodiumMmolPerL',
    'potassiumMmolPerL',
    'creatinineUmolPerL',
  ],
  'liver-function': ['liverFunction'],
}

/** One value of a baseline test as it stands on the chart. */
interface BaselineValue {
  readonly name: BloodValue
  readonly value: number | string
  /** The entry that it came with. */
  readonly seq: number
  readonly collectedAt: Instant
}

/** A baseline test and how far it has come. `goes-on-without`: an MO has signed that the missing result is not waited for. */
export interface BaselineTest {
  readonly test: BloodTest
  readonly state: 'not-ordered' | 'ordered' | 'resulted' | 'reviewed' | 'goes-on-without'
  /** The entry that brought it there; null while nothing has. */
  readonly bySeq: number | null
  readonly values: readonly BaselineValue[]
  /** The baseline APTT. */
  readonly aptt: Result | null
  /** The results that make it up, not reviewed as long as one of them is not. */
  readonly resultSeqs: readonly number[]
}

/** CHART-5, NOMO-12: the last APTT collected before the start, as it stands; a rejected specimen is none. */
export function baselineAptt(chart: Chart, now: Now): Result | null {
  const stateOf = sampleStates(chart)
  return (
    chart.results.findLast(
      (result) =>
        !result.struck &&
        result.replacedBy === null &&
        result.parsed.kind !== 'specimen-rejected' &&
        stateOf(result, now) === 'baseline',
    ) ?? null
  )
}

/** The baseline bloods in the order of the list. */
export function baselineBloods(chart: Chart, now: Now): BaselineTest[] {
  return bloodTests.map((test) => (test === 'aptt' ? apttTest(chart, now) : testOf(chart, test)))
}

/** CHART-5: the baseline tests without a result that no MO goes on without. */
export function missingBaseline(chart: Chart, now: Now): BloodTest[] {
  return baselineBloods(chart, now)
    .filter(({ state }) => state === 'not-ordered' || state === 'ordered')
    .map(({ test }) => test)
}

function apttTest(chart: Chart, now: Now): BaselineTest {
  const aptt = baselineAptt(chart, now)
  const resultSeqs = aptt ? [aptt.seq] : []
  return {
    test: 'aptt',
    values: [],
    aptt,
    resultSeqs,
    ...reached(chart, 'aptt', resultSeqs, aptt !== null),
  }
}

function testOf(chart: Chart, test: Exclude<BloodTest, 'aptt'>): BaselineTest {
  const wanted = VALUES_OF[test]
  const values = wanted.map((name) => baselineValue(chart, name)).filter((value) => value !== null)
  const resultSeqs = [...new Set(values.map(({ seq }) => seq))]
  const isWhole = values.length === wanted.length
  return { test, values, aptt: null, resultSeqs, ...reached(chart, test, resultSeqs, isWhole) }
}

/** The last value from before the start; where there is none, the first one after it. */
function baselineValue(chart: Chart, name: BloodValue): BaselineValue | null {
  const given = chart.bloods.filter(({ entry }) => entry[name] !== undefined)
  const bloods =
    given.findLast(({ collectedAt }) => isBeforeStart(chart, collectedAt)) ?? given.at(0)
  const value = bloods?.entry[name]
  return bloods === undefined || value === undefined
    ? null
    : { name, value, seq: bloods.seq, collectedAt: bloods.collectedAt }
}

function reached(
  { bloodReviews, bloodOrders }: Chart,
  test: BloodTest,
  resultSeqs: readonly number[],
  isWhole: boolean,
): Pick<BaselineTest, 'state' | 'bySeq'> {
  if (isWhole) {
    const review = reviewOf(bloodReviews, resultSeqs)
    return review
      ? { state: 'reviewed', bySeq: review.seq }
      : { state: 'resulted', bySeq: resultSeqs.at(-1) ?? null }
  }
  const without = bloodReviews.findLast(({ goesOnWithout }) => goesOnWithout.includes(test))
  if (without) return { state: 'goes-on-without', bySeq: without.seq }
  const order = bloodOrders.findLast(({ tests }) => tests.includes(test))
  return order ? { state: 'ordered', bySeq: order.seq } : { state: 'not-ordered', bySeq: null }
}

/** The last review that looked at one of these results, where every one of them has been looked at. */
function reviewOf(reviews: readonly BloodReview[], seqs: readonly number[]): BloodReview | null {
  const lookedAt = (seq: number) => reviews.some(({ bloodsSeqs }) => bloodsSeqs.includes(seq))
  if (!seqs.every(lookedAt)) return null
  return reviews.findLast(({ bloodsSeqs }) => bloodsSeqs.some((seq) => seqs.includes(seq))) ?? null
}
