import type { RuleId } from '../../protocols/ruleId.ts'
import { BOLUS_LIMITS, RATE_LIMITS, WEIGHT_LIMITS } from '../../protocols/ward.ts'
import { numberText } from '../../wording.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** A keyed text read: taken, or refused with the reason and the rule that asks for it. Never changed (H14, NOMO-4). */
export type Keyed<T = number> =
  | { readonly kind: 'taken'; readonly value: T }
  | { readonly kind: 'refused'; readonly reason: string; readonly rules: readonly RuleId[] }

/** Reads what was typed into a field. */
export type Reader<T = number> = (text: string) => Keyed<T>

/** What a refused text says, at the field that it was keyed into; null where it is taken. */
export function keyedFault(keyed: Keyed<unknown>, field: string): Fault | null {
  return keyed.kind === 'refused' ? { reason: keyed.reason, rules: keyed.rules, field } : null
}

interface Limits {
  readonly what: string
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly decimals: 0 | 1 | 3
  readonly rules: readonly RuleId[]
}

const refused = (reason: string, rules: readonly RuleId[]): Keyed<never> => ({
  kind: 'refused',
  reason,
  rules,
})

const SHAPES = { 0: /^\d+$/, 1: /^\d+(\.\d)?$/, 3: /^\d+(\.\d{1,3})?$/ } as const
const DECIMALS = { 0: 'whole figures only', 1: 'at most one decimal', 3: 'at most three decimals' }

function faultIn(text: string, { what, decimals }: Limits): string | null {
  if (text === '') return `Nothing is keyed yet. Key the ${what}.`
  if (text.includes(',')) return 'Use a point, not a comma.'
  if (!/^[\d.]+$/.test(text)) return `“${text}” is not a figure. Key figures and one point only.`
  if (/^\.|\.$|\..*\./.test(text))
    return `“${text}” is not finished: a figure is missing at a point.`
  if (/^0\d/.test(text)) return `“${text}” begins with a zero too many.`
  if (!SHAPES[decimals].test(text)) return `“${text}” has too many decimals: ${DECIMALS[decimals]}.`
  return null
}

/** A reader of plain figures between two limits; refuses, never rounds or clamps. */
export function readerOf(limits: Limits): Reader {
  const { what, unit, min, max, rules } = limits
  return (typed) => {
    const text = typed.trim()
    const fault = faultIn(text, limits)
    if (fault !== null) return refused(fault, rules)
    const value = Number(text)
    if (value < min || value > max) {
      return refused(
        `${text} ${unit} is not taken: a ${what} lies between ${numberText(min)} and ${numberText(max)} ${unit}.`,
        rules,
      )
    }
    return { kind: 'taken', value }
  }
}

/** A pump rate in mL/hr: 0.1 to 60, one decimal (NOMO-4, NOMO-6). */
export const readRate: Reader = readerOf({
  what: 'pump rate',
  unit: 'mL/hr',
  min: RATE_LIMITS.minMlPerHour,
  max: RATE_LIMITS.maxMlPerHour,
  decimals: 1,
  rules: ['NOMO-4'],
})

/** A body weight in kg: 20 to 350, one decimal (INIT-6). */
export const readWeight: Reader = readerOf({
  what: 'weight',
  unit: 'kg',
  min: WEIGHT_LIMITS.minKg,
  max: WEIGHT_LIMITS.maxKg,
  decimals: 1,
  rules: ['INIT-6'],
})

/** A bolus in units: 1 to 15,000, whole (NOMO-4). */
export const readUnits: Reader = readerOf({
  what: 'bolus',
  unit: 'units',
  min: BOLUS_LIMITS.minUnits,
  max: BOLUS_LIMITS.maxUnits,
  decimals: 0,
  rules: ['NOMO-4'],
})

/** A drawn-up volume in mL; 1 mL of the ampoule holds 1,000 units (BOL-8). */
export const readBolusMl: Reader = readerOf({
  what: 'volume',
  unit: 'mL',
  min: 0.001,
  max: 15,
  decimals: 3,
  rules: ['BOL-8', 'NOMO-4'],
})

/** The units on a bag's label, whole; any label can be read, the ready-made one is not presumed (CHART-9). */
export const readBagUnits: Reader = readerOf({
  what: 'label',
  unit: 'units',
  min: 1,
  max: 1_000_000,
  decimals: 0,
  rules: ['CHART-9'],
})

/** The volume on a bag's label in mL, one decimal (CHART-9). */
export const readBagVolume: Reader = readerOf({
  what: 'volume',
  unit: 'mL',
  min: 1,
  max: 5_000,
  decimals: 1,
  rules: ['CHART-9'],
})
