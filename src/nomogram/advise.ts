import { deepFreeze } from '../protocols/deepFreeze.ts'
import type {
  NextAptt,
  NomogramRow,
  Protocol,
  RowRef,
  StopAssessment,
} from '../protocols/protocol.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { fromTenths, type Tenths } from '../units.ts'
import { nextRate, nextRateFault, runningRateTenths } from './nextRate.ts'
import { type ApttResult, apttTenths, type ParsedAptt } from './parseAptt.ts'
import { rowFor } from './rowFor.ts'
import { rowsFor } from './rowsFor.ts'

/** What an answer cites: its inputs, the rules, and which of these are local decisions that shaped it. */
interface Grounds {
  readonly aptt: ApttResult
  readonly rateMlPerHour: number
  readonly rules: readonly RuleId[]
  readonly localDecisions: readonly RuleId[]
}

/** Why the nomogram gave its answer: the matched row and its grounds. */
interface AdviceBecause extends Grounds {
  readonly row: RowRef
}

/** Why the nomogram refers to a medical officer: every row that could apply, lowest first, and its grounds. */
interface ReferBecause extends Grounds {
  readonly code: 'limit-spans-bands' | 'rate-would-reach-zero' | 'rate-would-pass-limit'
  readonly rows: readonly RowRef[]
  /** True when the top band is among the rows: STOP is offered at once (NOMO-2). */
  readonly couldStop: boolean
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

const NONE: readonly RuleId[] = Object.freeze([])
const BY_LIMIT: readonly RuleId[] = Object.freeze(['NOMO-2'])
const BY_CHOICE: readonly RuleId[] = Object.freeze(['NOMO-2', 'NOMO-17'])
const NO_RESTART_RATE: readonly RuleId[] = Object.freeze(['NOMO-5'])
const REFER_RULES = deepFreeze({
  'limit-spans-bands': { rules: ['NOMO-2', 'NOMO-17'], localDecisions: ['NOMO-2'] },
  'rate-would-reach-zero': { rules: ['NOMO-5', 'NOMO-17', 'DEV-1'], localDecisions: ['NOMO-5'] },
  'rate-would-pass-limit': { rules: ['NOMO-4', 'NOMO-17'], localDecisions: ['NOMO-4'] },
} satisfies Record<ReferBecause['code'], { rules: RuleId[]; localDecisions: RuleId[] }>)

/**
 * What the nomogram row says to an APTT at a running rate, without any chart state: 'no-change', 'change', 'stop',
 * or 'refer' where a medical officer must decide (NOMO-2, NOMO-4 to NOMO-7, NOMO-10). The answer belongs to the
 * caller; what it shares with the protocol is frozen.
 * @param rateMlPerHour the running rate, 0.1 to 60.0 mL/hr; for a stop it is the base rate
 * @throws RangeError for a rate or seconds out of range or with two decimals; TypeError for an APTT without a result
 * @example advise(protocolFor('vte'), parseAptt('98.0'), 14) // change, newRateMlPerHour 12
 */
export function advise(protocol: Protocol, aptt: ParsedAptt, rateMlPerHour: number): Advice {
  const rate = runningRateTenths(rateMlPerHour)
  if (aptt.kind === 'value') {
    return adviseRow(rowFor(protocol, apttTenths(aptt.seconds, aptt.kind)), aptt, rate, NONE)
  }
  const result = resultOf(aptt)
  const rows = rowsFor(protocol, result)
  const [row, another] = rows
  return row && !another
    ? adviseRow(row, result, rate, BY_LIMIT)
    : refer('limit-spans-bands', rows, result, rate)
}

/**
 * What one row says where `advise` referred because a limit spans bands: the row that a medical officer chooses (NOMO-17).
 * @throws RangeError for a row that the APTT could not stand for, and as `advise`
 */
export function adviseChosenRow(
  protocol: Protocol,
  aptt: ParsedAptt,
  rateMlPerHour: number,
  index: number,
): Advice {
  const result = resultOf(aptt)
  const row = rowsFor(protocol, result).find(({ ref }) => ref.index === index)
  if (!row) throw new RangeError(`row ${index} is none that this APTT could stand for`)
  return adviseRow(row, result, runningRateTenths(rateMlPerHour), BY_CHOICE)
}

function resultOf(aptt: ParsedAptt): ApttResult {
  if (aptt.kind === 'specimen-rejected' || aptt.kind === 'refused') {
    throw new TypeError(`the nomogram answers no APTT that is ${aptt.kind}`)
  }
  return aptt
}

function adviseRow(
  row: NomogramRow,
  aptt: ApttResult,
  rate: Tenths<'mL/hr'>,
  local: readonly RuleId[],
): Advice {
  const { kind, next } = row
  if (kind === 'no-change') return { kind, next, because: becauseOf(row, aptt, rate, local) }
  const { changeMlPerHour, changeTenths } = row
  const fault = nextRateFault(rate, changeTenths)
  if (kind === 'stop') {
    const { stopMinutes, assessment } = row
    return {
      kind,
      stopMinutes,
      assessment,
      restartRateMlPerHour: fault === null ? fromTenths(nextRate(rate, changeTenths)) : null,
      next,
      because: becauseOf(row, aptt, rate, fault === null ? local : joined(local, NO_RESTART_RATE)),
    }
  }
  if (fault !== null) return refer(fault, [row], aptt, rate)
  return {
    kind,
    newRateMlPerHour: fromTenths(nextRate(rate, changeTenths)),
    changeMlPerHour,
    bolusUnits: row.bolusUnits,
    next,
    because: becauseOf(row, aptt, rate, local),
  }
}

function becauseOf(
  row: NomogramRow,
  aptt: ApttResult,
  rate: Tenths<'mL/hr'>,
  localDecisions: readonly RuleId[],
): AdviceBecause {
  return {
    row: row.ref,
    aptt,
    rateMlPerHour: fromTenths(rate),
    rules: localDecisions === NONE ? row.rules : joined(row.rules, localDecisions),
    localDecisions,
  }
}

function joined(rules: readonly RuleId[], more: readonly RuleId[]): readonly RuleId[] {
  return [...rules, ...more]
}

function refer(
  code: ReferBecause['code'],
  rows: readonly NomogramRow[],
  aptt: ApttResult,
  rate: Tenths<'mL/hr'>,
): Advice {
  return {
    kind: 'refer',
    because: {
      code,
      rows: rows.map((row) => row.ref),
      couldStop: rows.some((row) => row.kind === 'stop'),
      aptt,
      rateMlPerHour: fromTenths(rate),
      ...REFER_RULES[code],
    },
  }
}
