import { AUDIT_LIMITS } from '../../protocols/ward.ts'
import type { AuditFigure } from '../../store/wardAudit.ts'
import { durationText, numberText, withUnit } from '../../wording.ts'

type Value = AuditFigure['value']

const NOTHING = 'Nothing to count'

/** A percentage with the count it stands for; where there is nothing to count that is said. */
function shareText(percent: number | null, what: string): string {
  return percent === null ? NOTHING : `${withUnit(percent, '%')} (${what})`
}

/** The published comparator, named as such wherever it stands. */
const comparatorText = `published: ${withUnit(AUDIT_LIMITS.publishedTimeInRangePercent, '%')}`

/** A figure of the audit in words. */
export function figureText(value: Value): string {
  switch (value.kind) {
    case 'share':
      return shareText(value.percent, `${value.count} of ${value.of}`)
    case 'count':
      return value.count === 0 ? 'None' : numberText(value.count)
    case 'between':
      return betweenText(value)
    case 'in-range':
      return shareText(
        value.percent,
        `${durationText(value.minutes)} of ${durationText(value.ofMinutes)}; ${comparatorText}`,
      )
    case 'curve':
      return curveText(value)
  }
}

function betweenText(value: Extract<Value, { kind: 'between' }>): string {
  const { of, medianMinutes, shortestMinutes, longestMinutes } = value
  if (medianMinutes === null || shortestMinutes === null || longestMinutes === null) return NOTHING
  const minutes = (n: number) => withUnit(n, 'min')
  return `${minutes(medianMinutes)} (median of ${of}; ${minutes(shortestMinutes)} to ${minutes(longestMinutes)})`
}

function curveText({ reached, of, medianMinutes }: Extract<Value, { kind: 'curve' }>): string {
  if (of === 0) return NOTHING
  const reachedText = `${reached} of ${of} ${of === 1 ? 'infusion' : 'infusions'}`
  return medianMinutes === null
    ? `${reachedText}; the median is not reached`
    : `${durationText(medianMinutes)} (median; ${reachedText})`
}

/** A chart's own part of a figure. */
export function partText(value: Value, { count, of }: AuditFigure['charts'][number]): string {
  switch (value.kind) {
    case 'share':
      return `${count} of ${of}`
    case 'curve':
      return count === 1 ? 'reached' : 'not reached'
    case 'in-range':
      return `${durationText(count)} of ${durationText(of)}`
    case 'count':
    case 'between':
      return numberText(of)
  }
}

/** The periods of a report by their names. */
export const PERIOD_WORDS = { whole: 'Whole period', before: 'Before', after: 'After' } as const
