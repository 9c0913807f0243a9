/** Every refusal in one file: its stable code, status, rules, and its words: what is wrong, and what to do now. */
import type { RuleId } from '../protocols/ruleId.ts'
import { type Instant, instantOf, type TimeZone } from '../time.ts'
import { clockText, dayAndClockText, kgText, numberText, rateText, unitsText } from '../wording.ts'
import type { Facts, Refusal } from './decision.ts'
import { bagRefusals } from './refusalsOfBag.ts'
import { bleedingRefusals } from './refusalsOfBleeding.ts'
import { bloodsRefusals } from './refusalsOfBloods.ts'
import { whoRefusals } from './refusalsOfPeople.ts'
import { prescribingRefusals } from './refusalsOfPrescribing.ts'
import { prescriptionRefusals } from './refusalsOfPrescription.ts'
import { procedureRefusals } from './refusalsOfProcedures.ts'
import { recordRefusals } from './refusalsOfRecord.ts'
import { restartRefusals } from './refusalsOfRestart.ts'
import { reviewRefusals } from './refusalsOfReviews.ts'
import { titrationRefusals } from './refusalsOfTitration.ts'

/** Reads the facts of a refusal as words. */
interface Words {
  readonly text: (name: string) => string
  /** The facility's wall clock at an instant. */
  readonly clock: (name: string) => string
  /** The same with its day. */
  readonly dayAndClock: (name: string) => string
  readonly rate: (name: string) => string
  readonly units: (name: string) => string
  readonly kg: (name: string) => string
  readonly has: (name: string) => boolean
}

export interface RefusalKind {
  readonly status: Refusal['status']
  readonly rules: readonly RuleId[]
  readonly title: string
  readonly detail: (say: Words) => string
  readonly next: (say: Words) => string
}

export const catalogue = {
  ...whoRefusals,
  ...prescriptionRefusals,
  ...titrationRefusals,
  ...restartRefusals,
  ...recordRefusals,
  ...bagRefusals,
  ...bleedingRefusals,
  ...bloodsRefusals,
  ...prescribingRefusals,
  ...procedureRefusals,
  ...reviewRefusals,
} as const satisfies Record<string, RefusalKind>

/** The stable code of a refusal; it is the last part of a problem's `type`. */
export type RefusalCode = keyof typeof catalogue

/** SIGN-9: the way on where the act that waits no longer stands. */
const WITHDRAW =
  'Do not set the pump. The first signer withdraws what waits, or it lapses by itself; a stop stays open.'

/** A refusal in words, times in the facility's zone. */
export function refusalText(
  refusal: Refusal,
  zone: TimeZone,
): { title: string; detail: string; next: string } {
  const { title, detail, next }: RefusalKind = catalogue[refusal.code]
  const say = wordsFor(refusal.facts, zone)
  const nextText = say.has('waits') ? `${next(say)} ${WITHDRAW}` : next(say)
  return { title, detail: detail(say), next: nextText }
}

function wordsFor(facts: Facts, zone: TimeZone): Words {
  const raw = (name: string) => facts[name] ?? null
  const number = (name: string, write: (n: number) => string) => {
    const value = raw(name)
    return typeof value === 'number' ? write(value) : 'not recorded'
  }
  const instant = (name: string, write: (at: Instant, zone: TimeZone) => string) => {
    const value = raw(name)
    return typeof value === 'string' ? write(instantOf(value), zone) : 'not recorded'
  }
  return {
    text: (name) => {
      const value = raw(name)
      return typeof value === 'number' ? numberText(value) : String(value ?? 'not recorded')
    },
    clock: (name) => instant(name, clockText),
    dayAndClock: (name) => instant(name, dayAndClockText),
    rate: (name) => number(name, rateText),
    units: (name) => number(name, unitsText),
    kg: (name) => number(name, kgText),
    has: (name) => raw(name) !== null,
  }
}
