import { deepFreeze } from '../protocols/deepFreeze.ts'
import type {
  BolusFormula,
  InfusionFormula,
  Protocol,
  ProtocolId,
  StartingFigures,
} from '../protocols/protocol.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { BAG, WEIGHT_LIMITS } from '../protocols/ward.ts'
import { fromTenths, isTie, roundToStep, type Tenths, tenthsOf } from '../units.ts'
import { type Neighbours, startingRowsAround } from './rowFor.ts'

/** The bolus worked out: units/kg times the weight, held to the maximum, rounded to the step. */
interface BolusWorking extends BolusFormula {
  readonly calculatedUnits: number
  readonly isHeldToMax: boolean
  readonly isTie: boolean
  readonly bolusUnits: number
}

/** The rate worked out: units/kg/hr times the weight, held to the maximum, rounded to the pump's step. */
interface RateWorking extends InfusionFormula {
  readonly calculatedUnitsPerHour: number
  readonly isHeldToMax: boolean
  readonly unitsPerHour: number
  readonly isTie: boolean
  readonly pumpRateMlPerHour: number
}

/** Both workings; no bolus where the protocol proposes none (BOL-1). */
interface DoseWorking {
  readonly bolus: BolusWorking | null
  readonly rate: RateWorking
}

interface DoseInputs {
  readonly protocol: ProtocolId
  readonly version: string
  readonly appendix: number
  readonly weightKg: number
  readonly rules: readonly RuleId[]
  readonly localDecisions: readonly RuleId[]
}

/** Where a starting dose comes from, and the working of its figures (null where the figures are printed, not worked out). */
interface DoseBecause extends DoseInputs {
  readonly source: 'published-row' | 'between-rows' | 'above-last-row'
  readonly neighbours: Neighbours
  readonly working: DoseWorking | null
}

/** Why no dose is published for a weight, with the published weights (`toKg` null: no upper end). */
interface NoDoseBecause extends DoseInputs {
  readonly code: 'below-published-weights' | 'above-published-weights'
  readonly fromKg: number
  readonly toKg: number | null
}

/** The starting figures for a weight, or that none are published for it (INIT-5). */
export type StartingDose =
  | {
      readonly kind: 'dose'
      /** Null: the protocol proposes no bolus (BOL-1). */
      readonly bolusUnits: number | null
      /** As calculated, after the maximum and before the pump's rounding. */
      readonly unitsPerHour: number
      readonly pumpRateMlPerHour: number
      /** What the pump rate really delivers from the one bag (INIT-8). */
      readonly deliveredUnitsPerHour: number
      readonly because: DoseBecause
    }
  | { readonly kind: 'no-published-dose'; readonly because: NoDoseBecause }

const MIN_WEIGHT = tenthsOf<'kg'>(WEIGHT_LIMITS.minKg)
const MAX_WEIGHT = tenthsOf<'kg'>(WEIGHT_LIMITS.maxKg)
const RULES = deepFreeze({
  'published-row': { rules: ['INIT-1', 'INIT-2', 'INIT-8'], localDecisions: [] },
  'between-rows': { rules: ['INIT-1', 'INIT-2', 'INIT-4', 'INIT-8'], localDecisions: ['INIT-4'] },
  'above-last-row': { rules: ['INIT-3', 'INIT-8'], localDecisions: [] },
} satisfies Record<DoseBecause['source'], { rules: RuleId[]; localDecisions: RuleId[] }>)
const NO_BOLUS_RULES: readonly RuleId[] = ['BOL-1']

/**
 * The bolus and starting rate of a protocol for a weight: the published row, the formula between rows (INIT-4), or
 * the published figures above the last row (INIT-3). Whether the patient may have the bolus is the chart's question.
 * @param weightKg 20.0 to 350.0 kg, at most one decimal (INIT-6)
 * @throws RangeError for any other weight
 * @example startingDose(protocolFor('vte'), 75) // 6000 units, 1350 units/hr, 14 mL/hr
 */
export function startingDose(protocol: Protocol, weightKg: number): StartingDose {
  const weight = tenthsOf<'kg'>(weightKg)
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) {
    throw new RangeError(`not a weight that is accepted: ${weightKg} kg`)
  }
  const { aboveLastRow } = protocol
  const neighbours = startingRowsAround(protocol, weightKg)
  const { exact, below, above } = neighbours
  if (exact === null && below === null) return noDose(protocol, weightKg, 'below-published-weights')
  if (exact === null && above === null) {
    return aboveLastRow === null
      ? noDose(protocol, weightKg, 'above-published-weights')
      : doseOf(protocol, weightKg, aboveLastRow, {
          source: 'above-last-row',
          neighbours,
          working: null,
        })
  }
  const working = workingOf(protocol, weight)
  return exact === null
    ? doseOf(protocol, weightKg, figuresOf(working), {
        source: 'between-rows',
        neighbours,
        working,
      })
    : doseOf(protocol, weightKg, exact, { source: 'published-row', neighbours, working })
}

function doseOf(
  protocol: Protocol,
  weightKg: number,
  { bolusUnits, unitsPerHour, pumpRateMlPerHour }: StartingFigures,
  origin: Pick<DoseBecause, 'source' | 'neighbours' | 'working'>,
): StartingDose {
  const { rules, localDecisions } = RULES[origin.source]
  return deepFreeze({
    kind: 'dose',
    bolusUnits,
    unitsPerHour,
    pumpRateMlPerHour,
    deliveredUnitsPerHour: fromTenths(tenthsOf<'mL/hr'>(pumpRateMlPerHour) * BAG.unitsPerMl),
    because: {
      ...origin,
      ...inputsOf(protocol, weightKg),
      rules: protocol.bolus === null ? [...rules, ...NO_BOLUS_RULES] : rules,
      localDecisions,
    },
  })
}

function noDose(protocol: Protocol, weightKg: number, code: NoDoseBecause['code']): StartingDose {
  return deepFreeze({
    kind: 'no-published-dose',
    because: {
      code,
      ...protocol.publishedWeights,
      ...inputsOf(protocol, weightKg),
      rules: ['INIT-5', 'DEV-1'],
      localDecisions: [],
    },
  })
}

function inputsOf({ id, version, appendix }: Protocol, weightKg: number) {
  return { protocol: id, version, appendix, weightKg }
}

function figuresOf({ bolus, rate }: DoseWorking): StartingFigures {
  const { unitsPerHour, pumpRateMlPerHour } = rate
  return { bolusUnits: bolus?.bolusUnits ?? null, unitsPerHour, pumpRateMlPerHour }
}

function workingOf({ bolus, infusion }: Protocol, weight: Tenths<'kg'>): DoseWorking {
  return { bolus: bolus && bolusWorking(bolus, weight), rate: rateWorking(infusion, weight) }
}

// Whole tenths of a unit throughout: units/kg times tenths of a kg.
function bolusWorking(formula: BolusFormula, weight: Tenths<'kg'>): BolusWorking {
  const calculated = formula.unitsPerKg * weight
  const held = heldTo(formula.maxUnits, calculated)
  const step = tenthsOf<'units'>(formula.stepUnits)
  return {
    ...formula,
    calculatedUnits: fromTenths(calculated),
    isHeldToMax: held < calculated,
    isTie: isTie(held, step),
    bolusUnits: fromTenths(roundToStep(held, step, formula.tie)),
  }
}

// Whole tenths of a unit per hour until the rounding, whose step is what the pump's step delivers.
function rateWorking(formula: InfusionFormula, weight: Tenths<'kg'>): RateWorking {
  const calculated = formula.unitsPerKgPerHour * weight
  const held = heldTo(formula.maxUnitsPerHour, calculated)
  const step = tenthsOf<'mL/hr'>(formula.stepMlPerHour) * BAG.unitsPerMl
  return {
    ...formula,
    calculatedUnitsPerHour: fromTenths(calculated),
    isHeldToMax: held < calculated,
    unitsPerHour: fromTenths(held),
    isTie: isTie(held, step),
    pumpRateMlPerHour: fromTenths(roundToStep(held, step, formula.tie) / BAG.unitsPerMl),
  }
}

function heldTo(max: number | null, calculated: number): number {
  if (max === null) return calculated
  const maxTenths = tenthsOf<'units'>(max)
  return calculated > maxTenths ? maxTenths : calculated
}
