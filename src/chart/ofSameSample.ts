/** The results of a chart while it is folded: found by their sample and kept in the order of collection. */
import { earlierOf, minuteOf } from '../time.ts'
import type { Result } from './chart.ts'
import type { Draft } from './draft.ts'
import { isSameSample, type Sample } from './sampleOf.ts'

type Results = Pick<Draft, 'results' | 'firstOfNumber'>

/**
 * The results of the same sample (NOMO-11). They stand in the order of collection, so that the search ends where all
 * that is left was collected before this sample and before the first result of its laboratory number.
 */
export function ofSameSample({ results, firstOfNumber }: Results, sample: Sample): Result[] {
  const numbered = sample.accession === null ? undefined : firstOfNumber.get(sample.accession)
  const from = minuteOf(earlierOf(sample.collectedAt, numbered ?? sample.collectedAt))
  const found: Result[] = []
  for (let index = results.length - 1; index >= 0; index -= 1) {
    const result = results[index]
    if (!result || minuteOf(result.collectedAt) < from) break
    if (isSameSample(result, sample)) found.push(result)
  }
  return found.reverse()
}

/** Puts a result into the order of collection, the later entry behind where they were collected together. */
export function addResult({ results, firstOfNumber }: Results, result: Result): void {
  let place = results.length
  while (place > 0 && isLater(results[place - 1], result)) place -= 1
  if (place === results.length) results.push(result)
  else results.splice(place, 0, result)
  const { accession, collectedAt } = result
  if (accession === null) return
  firstOfNumber.set(accession, earlierOf(collectedAt, firstOfNumber.get(accession) ?? collectedAt))
}

function isLater(each: Result | undefined, { collectedAt }: Result): boolean {
  return each !== undefined && each.collectedAt > collectedAt
}
