import { deepFreeze } from '../protocols/deepFreeze.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { APTT_LIMITS } from '../protocols/ward.ts'
import { fromTenths, type Tenths, tenthsOf } from '../units.ts'

/** Why a text is no APTT; the codes are written out as sentences by the screens. */
export type ApttRefusalCode =
  | 'empty'
  | 'too-many-decimals'
  | 'outside-range'
  | 'decimal-comma'
  | 'sign'
  | 'inclusive-limit'
  | 'unit'
  | 'leading-zero'
  | 'incomplete-decimal'
  | 'not-an-aptt'

/** Why a text was refused, with the rules that refuse it. */
interface ApttRefusal {
  readonly code: ApttRefusalCode
  readonly rules: readonly RuleId[]
}

/** An APTT that the nomogram answers: seconds, a limit in seconds, or no clot at all. */
export type ApttResult =
  | { readonly kind: 'value'; readonly seconds: number }
  | { readonly kind: 'above' | 'below'; readonly seconds: number }
  | { readonly kind: 'unclottable' }

/** A laboratory's text read: a result, a specimen without one, or a refusal. */
export type ParsedAptt =
  | ApttResult
  | { readonly kind: 'specimen-rejected' }
  | { readonly kind: 'refused'; readonly because: ApttRefusal }

type MeasuredKind = 'value' | 'above' | 'below'

const MIN_TENTHS = tenthsOf<'s'>(APTT_LIMITS.minSeconds)
const MAX_TENTHS = tenthsOf<'s'>(APTT_LIMITS.maxSeconds)

const NUMBER = /^([<>]?)\s*(0|[1-9]\d{0,8})(?:\.(\d))?$/

const WORDS = new Map<string, ParsedAptt>([
  ['unclottable', Object.freeze({ kind: 'unclottable' })],
  ['no clot detected', Object.freeze({ kind: 'unclottable' })],
  ['clotted', Object.freeze({ kind: 'specimen-rejected' })],
  ['haemolysed', Object.freeze({ kind: 'specimen-rejected' })],
  ['insufficient', Object.freeze({ kind: 'specimen-rejected' })],
])

// The first that fits names what is wrong; all of them are refused (NOMO-1, NOMO-2).
const FAULTS: readonly (readonly [RegExp, ApttRefusalCode, RuleId])[] = [
  [/^$/, 'empty', 'NOMO-2'],
  [/^[<>]?\s*\d+\.\d{2,}$/, 'too-many-decimals', 'NOMO-1'],
  [/^[<>]?\s*\d+,\d+$/, 'decimal-comma', 'NOMO-2'],
  [/^[<>]?\s*[-+\u2212]\s*\d+(?:\.\d+)?$/, 'sign', 'NOMO-2'],
  [/^(?:[<>]\s*=|=\s*[<>]|[\u2264\u2265])\s*\d+(?:\.\d+)?$/, 'inclusive-limit', 'NOMO-2'],
  [/^[<>]?\s*\d+(?:\.\d+)?\s*(?:s|secs?|seconds?)\.?$/, 'unit', 'NOMO-2'],
  [/^[<>]?\s*0\d+(?:\.\d)?$/, 'leading-zero', 'NOMO-2'],
  [/^[<>]?\s*(?:\d+\.|\.\d+)$/, 'incomplete-decimal', 'NOMO-2'],
  [/^[<>]?\s*\d+(?:\.\d)?$/, 'outside-range', 'NOMO-3'],
]

/**
 * The laboratory's text read by grammar, trimmed and case-insensitive: `N`, `N.N`, `> N`, `< N` in seconds
 * (10.0 to 400.0; an upper limit may exceed 400), unclottable, a rejected specimen, or a refusal (NOMO-1 to NOMO-3).
 * The caller keeps the text as it came (NOMO-15).
 * @example parseAptt('> 150') // { kind: 'above', seconds: 150 }
 */
export function parseAptt(text: string): ParsedAptt {
  const trimmed = text.trim().toLowerCase()
  const word = WORDS.get(trimmed)
  if (word) return word
  const match = NUMBER.exec(trimmed)
  if (!match) return refused(...faultOf(trimmed))
  const [, limit, whole, decimal = '0'] = match
  const kind = kindOf(limit)
  const tenths = Number(`${whole}${decimal}`)
  if (!isInRange(tenths, kind)) return refused('outside-range', 'NOMO-3')
  return Object.freeze({ kind, seconds: fromTenths(tenths) })
}

/**
 * An APTT, or the limit in "> N" and "< N", in tenths of a second.
 * @throws RangeError for more than one decimal, or outside 10.0-400.0 s; a limit has no upper end (NOMO-1 to NOMO-3)
 */
export function apttTenths(seconds: number, kind: MeasuredKind): Tenths<'s'> {
  const tenths = tenthsOf<'s'>(seconds)
  if (!isInRange(tenths, kind)) throw notAnAptt(seconds, kind)
  return tenths
}

function notAnAptt(seconds: number, kind: MeasuredKind): RangeError {
  return new RangeError(`not an APTT: ${kind} ${seconds} s`)
}

function isInRange(tenths: number, kind: MeasuredKind): boolean {
  return tenths >= MIN_TENTHS && (kind !== 'value' || tenths <= MAX_TENTHS)
}

function kindOf(limit: string | undefined): MeasuredKind {
  if (limit === '>') return 'above'
  return limit === '<' ? 'below' : 'value'
}

function faultOf(text: string): [ApttRefusalCode, RuleId] {
  const fault = FAULTS.find(([pattern]) => pattern.test(text))
  return fault ? [fault[1], fault[2]] : ['not-an-aptt', 'NOMO-2']
}

function refused(code: ApttRefusalCode, rule: RuleId): ParsedAptt {
  return deepFreeze({ kind: 'refused', because: { code, rules: [rule] } })
}
