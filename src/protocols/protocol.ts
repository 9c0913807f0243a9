/**
 * What a protocol is: its published tables as data, and the laws that such data must keep.
 * A released protocol is never edited; a change is a new version beside it (INIT-1).
 */
import { fromTenths, type Tenths, type Tie, tenthsOf } from '../units.ts'
import { deepFreeze } from './deepFreeze.ts'
import { holdLaws } from './protocolLaws.ts'
import type { RuleId } from './ruleId.ts'

/** The four protocols, in the order of the procedure's appendices (INIT-1). */
export const PROTOCOL_IDS = ['nstemi', 'stemi', 'vte', 'stroke'] as const
export type ProtocolId = (typeof PROTOCOL_IDS)[number]

/** When the next APTT is collected: 6 h on, as the run of two has it (NOMO-7), or 6 h after the restart. */
export type NextAptt = 'six-hours' | 'run-of-two' | 'six-hours-after-restart'

/** What the medical officer does during a nomogram stop: looks for bleeding, or (stroke) reviews. */
export type StopAssessment = 'bleeding-check' | 'mo-review'

/** The bolus by weight: units/kg, at most `maxUnits`, to the nearest `stepUnits` (INIT-1, INIT-4). */
export interface BolusFormula {
  readonly unitsPerKg: number
  readonly maxUnits: number | null
  readonly stepUnits: number
  readonly tie: Tie
}

/** The starting rate by weight: units/kg/hr, at most `maxUnitsPerHour`, pumped to the nearest `stepMlPerHour` (INIT-1). */
export interface InfusionFormula {
  readonly unitsPerKgPerHour: number
  readonly maxUnitsPerHour: number | null
  readonly stepMlPerHour: number
  readonly tie: Tie
}

/** The figures of an initiation table beside a weight: units, units/hr, mL/hr. */
export interface StartingFigures {
  readonly bolusUnits: number | null
  readonly unitsPerHour: number
  readonly pumpRateMlPerHour: number
}

/** A published row of an initiation table (INIT-2). */
export interface StartingRow extends StartingFigures {
  readonly weightKg: number
}

/** Which row of which table: enough to find it again in any later version of the product. */
export interface RowRef {
  readonly protocol: ProtocolId
  readonly version: string
  readonly appendix: number
  readonly index: number
}

interface Band {
  readonly ref: RowRef
  /** Lowest APTT of the band in seconds; null: everything below `toSeconds`. */
  readonly fromSeconds: number | null
  /** Highest APTT of the band in seconds, itself included; null: everything above `fromSeconds`. */
  readonly toSeconds: number | null
  /** `toSeconds` in whole tenths; Infinity: no upper end. */
  readonly toTenths: number
}

interface RowBase extends Band {
  /** Null: no bolus in this row. */
  readonly bolusUnits: number | null
  /** What the running rate changes by; after a stop, what the previous rate does at the restart. */
  readonly changeMlPerHour: number
  /** `changeMlPerHour` in whole tenths. */
  readonly changeTenths: Tenths<'mL/hr'>
  readonly next: NextAptt
  /** The rules that the row carries out. */
  readonly rules: readonly RuleId[]
}

/** The therapeutic row, or a row that changes the running rate. */
interface RunningRow extends RowBase {
  readonly kind: 'no-change' | 'change'
  readonly stopMinutes: null
  readonly assessment: null
}

/** The top row: stop, then restart. */
interface StopRow extends RowBase {
  readonly kind: 'stop'
  readonly stopMinutes: number
  readonly assessment: StopAssessment
}

/** A row of an adjustment nomogram: the band of APTT and what to do in it. */
export type NomogramRow = RunningRow | StopRow

/** What must be on record before this protocol is prescribed (INIT-9). */
type Prerequisite = 'thrombolysis' | 'neurologist-consultation'

interface ProtocolFacts {
  readonly id: ProtocolId
  readonly version: string
  /** The name on the chart form. */
  readonly label: string
  /** The appendix of SESLHDPR/402 that publishes the tables. */
  readonly appendix: number
  readonly prerequisite: Prerequisite | null
  /** Null: no bolus is proposed (BOL-1). */
  readonly bolus: BolusFormula | null
  readonly infusion: InfusionFormula
  /** The published figures for every weight above the last row; null: none are published (INIT-3, INIT-5). */
  readonly aboveLastRow: StartingFigures | null
}

/** A protocol: frozen, every number of it from its appendix. */
export interface Protocol extends ProtocolFacts {
  readonly startingRows: readonly StartingRow[]
  readonly nomogram: readonly NomogramRow[]
  /** The weights that doses are published for; `toKg` null: no upper end (INIT-5). */
  readonly publishedWeights: { readonly fromKg: number; readonly toKg: number | null }
  /** The target APTT in seconds, both ends included. */
  readonly therapeuticRange: { readonly fromSeconds: number; readonly toSeconds: number }
}

type Published = readonly [
  weightKg: number,
  bolusUnits: number | null,
  unitsPerHour: number,
  pumpRateMlPerHour: number,
]

type Step =
  | {
      readonly kind: 'change'
      readonly bolusUnits: number | null
      readonly changeMlPerHour: number
    }
  | { readonly kind: 'no-change' }
  | {
      readonly kind: 'stop'
      readonly stopMinutes: number
      readonly assessment: StopAssessment
      readonly changeMlPerHour: number
    }

/** A protocol as its file writes it down: the tables in the shape they are printed. */
export interface ProtocolDefinition extends ProtocolFacts {
  readonly startingRows: readonly [Published, ...Published[]]
  /** Bands from the lowest up: the highest second of each (itself included), null for the open top band. */
  readonly nomogram: readonly { readonly toSeconds: number | null; readonly step: Step }[]
}

const NEXT_APTT = {
  change: 'six-hours',
  'no-change': 'run-of-two',
  stop: 'six-hours-after-restart',
} as const satisfies Record<Step['kind'], NextAptt>

const ROW_RULES = {
  change: ['NOMO-6', 'NOMO-8'],
  'no-change': ['NOMO-7'],
  stop: ['NOMO-8', 'NOMO-10', 'TIME-3'],
} as const satisfies Record<Step['kind'], readonly RuleId[]>

/**
 * Builds a frozen protocol from its printed tables.
 * @throws Error naming the broken law: bands ascend and only the last, a stop, is open; exactly one band is
 * therapeutic; weights ascend
 */
export function defineProtocol(definition: ProtocolDefinition): Protocol {
  holdLaws(definition)
  const nomogram = nomogramOf(definition)
  return deepFreeze({
    ...definition,
    startingRows: definition.startingRows.map(
      ([weightKg, bolusUnits, unitsPerHour, pumpRateMlPerHour]) => ({
        weightKg,
        bolusUnits,
        unitsPerHour,
        pumpRateMlPerHour,
      }),
    ),
    publishedWeights: publishedWeightsOf(definition),
    nomogram,
    therapeuticRange: therapeuticRangeOf(nomogram),
  })
}

function nomogramOf({ id, version, appendix, nomogram }: ProtocolDefinition): NomogramRow[] {
  let fromSeconds: number | null = null
  return nomogram.map(({ toSeconds, step }, index) => {
    const toTenths = toSeconds === null ? Infinity : tenthsOf<'s'>(toSeconds)
    const ref = { protocol: id, version, appendix, index }
    const row = rowOf({ ref, fromSeconds, toSeconds, toTenths }, step)
    fromSeconds = fromTenths(toTenths + 1)
    return row
  })
}

// One literal for every kind of row: rows of one hidden class are what keeps the decision fast.
function rowOf(band: Band, step: Step): NomogramRow {
  const { ref, fromSeconds, toSeconds, toTenths } = band
  const changeMlPerHour = step.kind === 'no-change' ? 0 : step.changeMlPerHour
  return {
    ref,
    fromSeconds,
    toSeconds,
    toTenths,
    bolusUnits: step.kind === 'change' ? step.bolusUnits : null,
    changeMlPerHour,
    changeTenths: tenthsOf<'mL/hr'>(changeMlPerHour),
    next: NEXT_APTT[step.kind],
    rules: rulesOf(step),
    kind: step.kind,
    stopMinutes: step.kind === 'stop' ? step.stopMinutes : null,
    assessment: step.kind === 'stop' ? step.assessment : null,
  } as NomogramRow
}

function rulesOf(step: Step): readonly RuleId[] {
  const hasBolus = step.kind === 'change' && step.bolusUnits !== null
  return hasBolus ? [...ROW_RULES.change, 'BOL-6'] : ROW_RULES[step.kind]
}

function publishedWeightsOf({ startingRows, aboveLastRow }: ProtocolDefinition) {
  const [first] = startingRows
  const last = startingRows.at(-1) ?? first
  return { fromKg: first[0], toKg: aboveLastRow === null ? last[0] : null }
}

function therapeuticRangeOf(nomogram: readonly NomogramRow[]): Protocol['therapeuticRange'] {
  const row = nomogram.find(({ kind }) => kind === 'no-change')
  if (!row || row.fromSeconds === null || row.toSeconds === null) {
    throw new Error('the therapeutic band must have a band on either side')
  }
  return { fromSeconds: row.fromSeconds, toSeconds: row.toSeconds }
}
