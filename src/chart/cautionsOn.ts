import { rowsFor } from '../nomogram/rowsFor.ts'
import type { Protocol } from '../protocols/protocol.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { APTT_LIMITS } from '../protocols/ward.ts'
import type { Instant } from '../time.ts'
import { tenthsOf } from '../units.ts'
import type { Chart, Result } from './chart.ts'
import { protocolOf, resultsAt } from './results.ts'
import { sampleState, wholeMinutes } from './samples.ts'

const MINUTES_PER_HOUR = 60

/** What speaks for a second look at a result; none of these holds anything back. */
export interface Caution {
  readonly code:
    | 'baseline-prolonged'
    | 'site-not-known'
    | 'repeat-from-other-limb'
    | 'late-tube'
    | 'jump'
  readonly rules: readonly RuleId[]
}

/** A result on the chart, or one about to be entered (without `seq`). */
export type Cautioned = Pick<Result, 'parsed' | 'collectedAt' | 'resultedAt' | 'site'> & {
  readonly seq?: number
}

const RULES = {
  'baseline-prolonged': ['NOMO-12'],
  'site-not-known': ['NOMO-13'],
  'repeat-from-other-limb': ['NOMO-13'],
  'late-tube': ['NOMO-14'],
  jump: ['NOMO-18'],
} as const satisfies Record<Caution['code'], readonly RuleId[]>

/**
 * The cautions that go with a result: a baseline above the therapeutic lower limit (NOMO-12), an unknown site above
 * the range and in the stop band (NOMO-13), a tube over 2 h on its way (NOMO-14), a value over 50 s from the last
 * usable one (NOMO-18). Empty before a protocol is prescribed.
 */
export function cautionsOn(chart: Chart, result: Cautioned, now: Instant): Caution[] {
  const protocol = protocolOf(chart)
  if (!protocol) return []
  const isBaseline = sampleState(chart, result, now) === 'baseline'
  const rows = rowsFor(protocol, result.parsed)
  const isUnknownAbove = result.site === 'not-known' && isAboveRange(protocol, rows)
  const found: [boolean, Caution['code']][] = [
    [isBaseline && exceeds(result.parsed, protocol), 'baseline-prolonged'],
    [isUnknownAbove, 'site-not-known'],
    [isUnknownAbove && rows.every(({ kind }) => kind === 'stop'), 'repeat-from-other-limb'],
    [isLate(result), 'late-tube'],
    [jumps(result.parsed, lastUsable(chart, result, now)), 'jump'],
  ]
  return found.filter(([holds]) => holds).map(([, code]) => ({ code, rules: RULES[code] }))
}

type Parsed = Result['parsed']

function exceeds(parsed: Parsed, { therapeuticRange }: Protocol): boolean {
  const limit = tenthsOf<'s'>(therapeuticRange.fromSeconds)
  if (parsed.kind === 'unclottable') return true
  if (parsed.kind === 'value') return tenthsOf<'s'>(parsed.seconds) > limit
  return parsed.kind === 'above' && tenthsOf<'s'>(parsed.seconds) >= limit
}

function isAboveRange({ nomogram }: Protocol, rows: ReturnType<typeof rowsFor>): boolean {
  const range = nomogram.findIndex(({ kind }) => kind === 'no-change')
  return rows.length > 0 && rows.every(({ ref }) => ref.index > range)
}

function isLate({ collectedAt, resultedAt }: Cautioned): boolean {
  return wholeMinutes(collectedAt, resultedAt) > APTT_LIMITS.lateTubeHours * MINUTES_PER_HOUR
}

/** The last value before this sample that could be acted on, or was (NOMO-18). */
function lastUsable(chart: Chart, { seq, collectedAt }: Cautioned, now: Instant): Parsed | null {
  const last = resultsAt(chart, now).findLast(
    ({ result, use }) =>
      result.seq !== seq &&
      result.collectedAt < collectedAt &&
      result.parsed.kind === 'value' &&
      (use === 'usable' || use === 'acted' || use === 'old'),
  )
  return last?.result.parsed ?? null
}

function jumps(parsed: Parsed, last: Parsed | null): boolean {
  if (parsed.kind !== 'value' || last?.kind !== 'value') return false
  const [a, b] = [tenthsOf<'s'>(parsed.seconds), tenthsOf<'s'>(last.seconds)]
  const difference = a > b ? a - b : b - a
  return difference > tenthsOf<'s'>(APTT_LIMITS.jumpSeconds)
}
