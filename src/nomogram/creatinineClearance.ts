import { COCKCROFT_GAULT } from '../protocols/care.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { roundToStep, tenthsOf } from '../units.ts'

const WHOLE = 100
/** Thousandths of the divisor against tenths of a kilogram. */
const SCALE = 100

export interface ClearanceInputs {
  /** Whole years. */
  readonly ageYears: number
  /** As it stands on the chart, free text; read only where it is plainly male or female. */
  readonly sex: string
  /** At most one decimal; null: none is recorded. */
  readonly weightKg: number | null
  readonly isWeightEstimated: boolean
  /** Whole umol/L; null: no result. */
  readonly creatinineUmolPerL: number | null
}

/** What a clearance lacks. */
type NoClearance = 'no-creatinine' | 'no-weight' | 'sex-unclear' | 'not-adult'

/** A creatinine clearance with what led to it, or why there is none. */
export type CreatinineClearance =
  | {
      readonly kind: 'clearance'
      readonly mlPerMin: number
      readonly because: {
        readonly rules: readonly RuleId[]
        readonly localDecisions: readonly RuleId[]
        readonly ageYears: number
        readonly sex: 'male' | 'female'
        readonly weightKg: number
        readonly isWeightEstimated: boolean
        readonly creatinineUmolPerL: number
      }
    }
  | { readonly kind: 'none'; readonly because: { readonly code: NoClearance } }

const RULES: readonly RuleId[] = ['CHART-5']

/**
 * Creatinine clearance in mL/min by Cockcroft and Gault, from the weight on the chart, rounded once, at the end, to a
 * whole mL/min, a half up. It changes no dose. Local decision (CHART-5).
 * @throws RangeError for a weight with more than one decimal, or an age or creatinine that is not whole
 */
export function creatinineClearance(inputs: ClearanceInputs): CreatinineClearance {
  const { ageYears, weightKg, creatinineUmolPerL, isWeightEstimated } = inputs
  if (creatinineUmolPerL === null) return none('no-creatinine')
  if (weightKg === null) return none('no-weight')
  const sex = sexOf(inputs.sex)
  if (sex === null) return none('sex-unclear')
  const { fromYears, yearsFrom, divisorThousandths, femalePercent } = COCKCROFT_GAULT
  if (ageYears < fromYears || ageYears >= yearsFrom) return none('not-adult')
  if (!Number.isSafeInteger(ageYears) || !Number.isSafeInteger(creatinineUmolPerL)) {
    throw new RangeError(`not whole: ${ageYears} years, ${creatinineUmolPerL} umol/L`)
  }
  const percent = sex === 'female' ? femalePercent : WHOLE
  const above = (yearsFrom - ageYears) * tenthsOf<'kg'>(weightKg) * SCALE * percent
  const below = divisorThousandths * creatinineUmolPerL * WHOLE
  return {
    kind: 'clearance',
    mlPerMin: roundToStep(above, below, 'half-up') / below,
    because: {
      rules: RULES,
      localDecisions: RULES,
      ageYears,
      sex,
      weightKg,
      isWeightEstimated,
      creatinineUmolPerL,
    },
  }
}

function none(code: NoClearance): CreatinineClearance {
  return { kind: 'none', because: { code } }
}

const SEXES: Readonly<Record<string, 'male' | 'female'>> = {
  f: 'female',
  female: 'female',
  m: 'male',
  male: 'male',
}

/** Nothing is guessed: any other word for the sex gives no figure. */
function sexOf(text: string): 'male' | 'female' | null {
  const word = text.trim().toLowerCase()
  return Object.hasOwn(SEXES, word) ? (SEXES[word] ?? null) : null
}
