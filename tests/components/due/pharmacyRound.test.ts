import { describe, expect, test } from 'vitest'
import { isReviewed, standingIn } from '../../../src/components/due/pharmacyRound.ts'
import type { WardDueChart } from '../../../src/store/wardDue.ts'
import { type Instant, instantOf, plusMinutes } from '../../../src/time.ts'

const ZONE = 'Australia/Sydney'
/** 15:00 of 10 Mar 2027 in Sydney. */
const NOW = instantOf('2027-03-10T04:00:00Z')

function chart(chartId: string, more: Partial<WardDueChart> = {}): WardDueChart {
  return {
    chartId,
    patient: { surname: chartId, given: 'Sam', mrn: '1' },
    bed: '1',
    due: [],
    concerns: [],
    lastPharmacistReview: null,
    lastMoReviewAt: null,
    ...more,
  }
}

function reviewed(chartId: string, at: Instant, concernAt?: Instant): WardDueChart {
  return chart(chartId, {
    lastPharmacistReview: {
      at,
      by: { name: 'Gray, Alex', role: 'pharmacist' },
      concern: 'none',
    },
    concerns:
      concernAt === undefined
        ? []
        : [{ kind: 'stop', at: concernAt, rules: ['SIGN-5'], names: [] }],
  })
}

describe('SIGN-6: a chart is done in a pharmacist’s round', () => {
  const at = (minutes: number) => plusMinutes(NOW, minutes)
  test.each([
    ['never reviewed', chart('a'), false],
    ['reviewed an hour ago', reviewed('a', at(-60)), true],
    ['reviewed in the first minute of the day', reviewed('a', at(-15 * 60)), true],
    ['reviewed in the last minute of the day before', reviewed('a', at(-15 * 60 - 1)), false],
    ['with a concern that stood at the review', reviewed('a', at(-60), at(-60)), true],
    ['with a concern since the review', reviewed('a', at(-60), at(-59)), false],
  ])('%s: %s', (_, one, isDone) => {
    expect(isReviewed(one, NOW, ZONE)).toBe(isDone)
  })
})

describe('SIGN-6: where a pharmacist stands in a round', () => {
  const round = { chartIds: ['a', 'b', 'gone', 'c', 'd'], at: null }
  const charts = ['d', 'c', 'b', 'a', 'new'].map((id) => chart(id))
  const standing = (chartId: string, ...done: string[]) =>
    standingIn(round, charts, chartId, (each) => done.includes(each.chartId))

  test('the order is the list’s when it began; what has left the ward or come since is left out', () => {
    expect(standing('b')).toMatchObject({ number: 2, of: 4, left: 4, isDone: false })
    expect(standing('b')?.previous?.chartId).toBe('a')
    expect(standing('b')?.next?.chartId).toBe('c')
    expect(standing('new')).toBeNull()
    expect(standing('gone')).toBeNull()
  })

  test('the next one is the next not done, after the last from the beginning again', () => {
    expect(standing('b', 'b', 'c')?.next?.chartId).toBe('d')
    expect(standing('d', 'b', 'c', 'd')?.next?.chartId).toBe('a')
    expect(standing('a', 'b', 'c', 'd')).toMatchObject({ left: 1, next: null, previous: null })
    expect(standing('a', 'a', 'b', 'c', 'd')).toMatchObject({ left: 0, isDone: true, next: null })
  })
})
