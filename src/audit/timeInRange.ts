/** Time in therapeutic range: linear interpolation between consecutive samples, after Rosendaal (AUDIT-1). */
import type { Chart } from '../chart/chart.ts'
import { wholeMinutes } from '../chart/samples.ts'
import { AUDIT_LIMITS, INTERRUPTION_TIMES } from '../protocols/ward.ts'
import { earlierOf, type Instant, laterOf, minutesBetween, plusHours } from '../time.ts'
import { roundToStep, tenthsOf } from '../units.ts'
import type { MeasuredSpan, Span } from './facts.ts'
import type { ProtocolInForce } from './protocolsInForce.ts'
import { overlap } from './stays.ts'
import type { ValidSample } from './validSamples.ts'

interface Line extends Span {
  readonly fromTenths: number
  readonly toTenths: number
}

/**
 * The measured time of a course: between two consecutive valid figures at most 26 h apart without a stop between them,
 * each part judged by the protocol in force at that time.
 */
export function measuredSpans(
  chart: Chart,
  samples: readonly ValidSample[],
  protocols: readonly ProtocolInForce[],
): MeasuredSpan[] {
  return samples.flatMap((sample, index) => {
    const line = lineBetween(samples[index - 1], sample)
    if (!line || hasStopWithin(chart, line)) return []
    return [{ from: line.from, to: line.to, inRange: inRangeParts(line, protocols) }]
  })
}

function lineBetween(first: ValidSample | undefined, last: ValidSample): Line | null {
  if (!first || first.tenths === null || last.tenths === null || last.at <= first.at) return null
  const isTooLong = last.at > plusHours(first.at, AUDIT_LIMITS.interpolationUpToHours)
  return isTooLong
    ? null
    : { from: first.at, to: last.at, fromTenths: first.tenths, toTenths: last.tenths }
}

/** A stop, a cease, or an interruption that its resume ends only after 30 min (INT-1); in the minute of a sample it follows it. */
function hasStopWithin({ events }: Chart, { from, to }: Span): boolean {
  return events.some((event) => {
    const { kind, at } = event
    if (wholeMinutes(from, at) < 0 || wholeMinutes(at, to) <= 0) return false
    if (kind === 'stop' || kind === 'cease') return true
    return kind === 'interruption' && isLong(events, event)
  })
}

function isLong(events: Chart['events'], off: Chart['events'][number]): boolean {
  const back = events.find(({ seq, rateMlPerHour }) => seq > off.seq && rateMlPerHour !== null)
  return back === undefined || minutesBetween(off.at, back.at) > INTERRUPTION_TIMES.shortUpToMinutes
}

function inRangeParts(line: Line, protocols: readonly ProtocolInForce[]): Span[] {
  return protocols.flatMap(({ at, protocol }, index) => {
    const next = protocols[index + 1]?.at ?? line.to
    // The first protocol reaches back: a sample is read by it even where its time was stated later.
    const from = index === 0 ? earlierOf(at, line.from) : at
    const within = spanInRange(line, protocol.therapeuticRange)
    const part = within && overlap(within, { from, to: laterOf(from, next) })
    return part ? [part] : []
  })
}

/** When the line between two samples lies in a range, both of its limits included; null where it never does. */
export function spanInRange(
  line: Line,
  { fromSeconds, toSeconds }: { readonly fromSeconds: number; readonly toSeconds: number },
): Span | null {
  const low = tenthsOf<'s'>(fromSeconds)
  const high = tenthsOf<'s'>(toSeconds)
  const { from, to, fromTenths: a, toTenths: b } = line
  if (a === b) return a >= low && a <= high ? { from, to } : null
  const rises = b > a
  const [enters, leaves] = rises
    ? [greater(a, low), lesser(b, high)]
    : [lesser(a, high), greater(b, low)]
  if (rises ? enters >= leaves : enters <= leaves) return null
  return { from: timeAt(line, enters), to: timeAt(line, leaves) }
}

const greater = (a: number, b: number) => (a > b ? a : b)
const lesser = (a: number, b: number) => (a < b ? a : b)

/** When the line passes a value between its ends, to the nearest millisecond. */
function timeAt({ from, to, fromTenths, toTenths }: Line, tenths: number): Instant {
  const whole = distance(fromTenths, toTenths)
  const passed = distance(fromTenths, tenths) * (to - from)
  return (from + roundToStep(passed, whole, 'half-up') / whole) as Instant
}

const distance = (a: number, b: number) => (a > b ? a - b : b - a)
