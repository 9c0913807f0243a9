import { deepFreeze } from '../protocols/deepFreeze.ts'
import type {
  NextAptt,
  NomogramRow,
  Protocol,
  RowRef,
  StopAssessment,
} from '../protocols/protocol.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { fromTenths, type Tenths, tenthsOf } from '../units.ts'
import { nextRate, runningRateTenths } from './nextRate.ts'
import { isApttInRange, type ParsedAptt } from './parseAptt.ts'
import { rowFor, rowsAbove, rowsBelow, topRow } from './rowFor.ts'

/** What an answer was worked out from. */
interface Inputs {
  readonly apttKind: 'value' | 'above' | 'below' | 'unclottable'
  /** Null for unclottable. */
  readonly apttSeconds: number | null
  readonly rateMlPerHour: number
}

/** Why the nomogram gave its answer: the row, the rules, which of them are local decisions, the inputs. */
export interface AdviceBecause extends Inputs {
  readonly row: RowRef
  readonly rules: readonly RuleId[]
  readonly localDecisions: readonly RuleId[]
}

/** Why the nomogram refers to a medical officer: the rows that could apply, lowest first. */
export interface ReferBecause extends Inputs {
  readonly code: 'limit-spans-bands' | 'rate-would-reach-zero' | 'rate-would-pass-limit'
  readonly rows: readonly RowRef[]
  /** True when the top band is among the rows: STOP is offered at once (NOMO-2). */
  readonly couldStop: boolean
  readonly rules: readonly RuleId[]
  readonly localDecisions: readonly RuleId[]
}

/** The nomogram's answer to one APTT at one running rate. */
export type Advice =
  | { readonly kind: 'no-change'; readonly next: NextAptt; readonly because: AdviceBecause }
  | {
      readonly kind: 'change'
      readonly newRateMlPerHour: number
      readonly changeMlPerHour: number
      readonly bolusUnits: number | null
      readonly next: NextAptt
      readonly because: AdviceBecause
    }
  | {
      readonly kind: 'stop'
      readonly stopMinutes: number
      readonly assessment: StopAssessment
      /** Null: the step would bring the rate to 0 or below, so no restart rate is given (NOMO-5). */
      readonly restartRateMlPerHour: number | null
      readonly next: NextAptt
      readonly because: AdviceBecause
    }
  | { readonly kind: 'refer'; readonly because: ReferBecause }

const NO_RULES: readonly RuleId[] = Object.freeze([])
const LIMIT_RULES: readonly RuleId[] = Object.freeze(['NOMO-2'])
const STEP_RULES = deepFreeze({
  'no-change': ['NOMO-7'],
  change: ['NOMO-6', 'NOMO-8'],
  'change-with-bolus': ['NOMO-6', 'NOMO-8', 'BOL-6'],
  stop: ['NOMO-8', 'NOMO-10', 'TIME-3'],
} satisfies Record<string, RuleId[]>)
const NO_RESTART_RULES: readonly RuleId[] = Object.freeze(['NOMO-5'])
const REFER_RULES = deepFreeze({
  'limit-spans-bands': { rules: ['NOMO-2', 'NOMO-17'], localDecisions: ['NOMO-2'] },
  'rate-would-reach-zero': { rules: ['NOMO-5', 'NOMO-17', 'DEV-1'], localDecisions: ['NOMO-5'] },
  'rate-would-pass-limit': { rules: ['NOMO-4', 'NOMO-17'], localDecisions: ['NOMO-4'] },
} satisfies Record<ReferBecause['code'], { rules: RuleId[]; localDecisions: RuleId[] }>)

/**
 * What the nomogram row says to an APTT at a running rate, without any chart state: 'no-change', 'change', 'stop',
 * or 'refer' where a medical officer must decide (NOMO-2, NOMO-4 to NOMO-7, NOMO-10).
 * @param rateMlPerHour the running rate, 0.1 to 60.0 mL/hr; for a stop it is the base rate
 * @throws RangeError for a rate or seconds out of range or with two decimals; TypeError for an APTT without a result
 * @example advise(protocolFor('vte'), parseAptt('98.0'), 14) // change, newRateMlPerHour 12
 */
export function advise(protocol: Protocol, aptt: ParsedAptt, rateMlPerHour: number): Advice {
  const rate = runningRateTenths(rateMlPerHour)
  if (aptt.kind === 'value') {
    const { kind, seconds } = aptt
    const row = rowFor(protocol, secondsTenths(seconds, kind))
    return adviseRow(row, rate, { apttKind: kind, apttSeconds: seconds, rateMlPerHour }, NO_RULES)
  }
  const { rows, ...limit } = limitOf(protocol, aptt)
  const inputs = { ...limit, rateMlPerHour }
  const [row, another] = rows
  if (row === undefined || another) return refer('limit-spans-bands', rows, inputs, NO_RULES)
  return adviseRow(row, rate, inputs, LIMIT_RULES)
}

function limitOf(protocol: Protocol, aptt: ParsedAptt) {
  switch (aptt.kind) {
    case 'above': {
      const rows = rowsAbove(protocol, secondsTenths(aptt.seconds, aptt.kind))
      return { apttKind: aptt.kind, apttSeconds: aptt.seconds, rows }
    }
    case 'below': {
      const rows = rowsBelow(protocol, secondsTenths(aptt.seconds, aptt.kind))
      return { apttKind: aptt.kind, apttSeconds: aptt.seconds, rows }
    }
    case 'unclottable':
      return { apttKind: aptt.kind, apttSeconds: null, rows: [topRow(protocol)] }
    default:
      throw new TypeError(`not a result that the nomogram answers: ${aptt.kind}`)
  }
}

function secondsTenths(seconds: number, kind: 'value' | 'above' | 'below'): Tenths<'s'> {
  if (!isApttInRange(seconds, kind)) throw new RangeError(`not an APTT: ${kind} ${seconds} s`)
  return tenthsOf(seconds)
}

function adviseRow(
  row: NomogramRow,
  rate: Tenths<'mL/hr'>,
  inputs: Inputs,
  limitRules: readonly RuleId[],
): Advice {
  const { kind, next } = row
  if (kind === 'no-change') {
    const because = becauseOf(row, inputs, STEP_RULES[kind], limitRules)
    return Object.freeze({ kind, next, because })
  }
  const { changeMlPerHour, changeTenths } = row
  const rateAfter = nextRate(rate, changeTenths)
  if (kind === 'stop') {
    const { stopMinutes, assessment } = row
    const isRate = typeof rateAfter === 'number'
    return Object.freeze({
      kind,
      stopMinutes,
      assessment,
      restartRateMlPerHour: isRate ? fromTenths(rateAfter) : null,
      next,
      because: becauseOf(
        row,
        inputs,
        STEP_RULES[kind],
        isRate ? limitRules : [...limitRules, ...NO_RESTART_RULES],
      ),
    })
  }
  if (typeof rateAfter === 'string') return refer(rateAfter, [row], inputs, limitRules)
  const { bolusUnits } = row
  return Object.freeze({
    kind,
    newRateMlPerHour: fromTenths(rateAfter),
    changeMlPerHour,
    bolusUnits,
    next,
    because: becauseOf(
      row,
      inputs,
      STEP_RULES[bolusUnits === null ? kind : 'change-with-bolus'],
      limitRules,
    ),
  })
}

function becauseOf(
  row: NomogramRow,
  inputs: Inputs,
  rules: readonly RuleId[],
  localDecisions: readonly RuleId[],
): AdviceBecause {
  return Object.freeze({
    row: row.ref,
    ...inputs,
    rules: localDecisions === NO_RULES ? rules : Object.freeze([...rules, ...localDecisions]),
    localDecisions: Object.freeze(localDecisions),
  })
}

function refer(
  code: ReferBecause['code'],
  rows: readonly NomogramRow[],
  inputs: Inputs,
  limitRules: readonly RuleId[],
): Advice {
  const { rules, localDecisions } = REFER_RULES[code]
  return deepFreeze({
    kind: 'refer',
    because: {
      code,
      rows: rows.map((row) => row.ref),
      couldStop: rows.some((row) => row.kind === 'stop'),
      ...inputs,
      rules: [...rules, ...limitRules],
      localDecisions: [...localDecisions, ...limitRules],
    },
  })
}
