/** Bloods, platelet counts and the HIT alert (CHART-5, TIME-5, HIT-1). */
import { BLOOD_LIMITS } from '../protocols/care.ts'
import { STATED_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, minutesBetween } from '../time.ts'
import { isInTenths } from '../units.ts'
import { type Ask, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import { BLOOD_VALUES } from './bloodValueUnits.ts'
import type { Refusal } from './decision.ts'
import { plateletAlert } from './platelets.ts'
import { refuse } from './refuse.ts'
import { sampleState, wholeMinutes } from './samples.ts'

export const bloodsRules: RulesFor<
  'orderBloods' | 'recordBloods' | 'reviewBloods' | 'answerPlateletAlert'
> = {
  orderBloods: ({ command }) =>
    command.tests.length === 0 ? refuse('bloods-not-named', {}) : null,
  recordBloods: (ask) =>
    firstRefusal([
      () => valuesRefusal(ask.command),
      () => ahead(ask.command.collectedAt, ask.at),
      () => collectedRefusal(ask),
    ]),
  reviewBloods: (ask) => firstRefusal([() => reviewedRefusal(ask), () => withoutRefusal(ask)]),
  answerPlateletAlert: answered,
}

type Limited = keyof typeof BLOOD_LIMITS
const LIMITED = Object.keys(BLOOD_LIMITS) as Limited[]

type Values = Ask<'recordBloods'>['command']

function valuesRefusal(values: Values): Refusal | null {
  const isEmpty =
    values.liverFunction === undefined && LIMITED.every((name) => values[name] === undefined)
  if (isEmpty) return refuse('bloods-empty', {})
  return firstRefusal(LIMITED.map((name) => () => bloodValueRefusal(name, values[name])))
}

/** A value that no patient has, or with more decimals than a laboratory prints. Local decision (CHART-5, TIME-5). */
function bloodValueRefusal(name: Limited, value: number | undefined): Refusal | null {
  if (value === undefined) return null
  const { min, max, decimals } = BLOOD_LIMITS[name]
  const facts = { ...BLOOD_VALUES[name], value, min, max, decimals }
  const isFit = decimals === 0 ? Number.isSafeInteger(value) : isInTenths(value)
  if (!isFit) return refuse('blood-value-decimals', facts)
  return value < min || value > max ? refuse('blood-value-out-of-range', facts) : null
}

/** SIGN-7: nothing lies in the future. */
function ahead(stated: string, at: Instant): Refusal | null {
  return minutesBetween(at, instantOf(stated)) > STATED_TIMES.futureByMinutes
    ? refuse('in-the-future', { stated })
    : null
}

/** SIGN-7: collected before it resulted. */
function collectedRefusal(ask: Ask<'recordBloods'>): Refusal | null {
  const collectedAt = instantOf(ask.command.collectedAt)
  return wholeMinutes(collectedAt, statedAt(ask)) < 0
    ? refuse('resulted-before-collected', { collectedAt })
    : null
}

function reviewedRefusal({ chart, command, at }: Ask<'reviewBloods'>): Refusal | null {
  const { bloodsSeqs, goesOnWithout = [] } = command
  if (bloodsSeqs.length === 0 && goesOnWithout.length === 0) return refuse('nothing-reviewed', {})
  const known = new Set([
    ...chart.bloods.map(({ seq }) => seq),
    ...chart.results
      .filter((result) => !result.struck && sampleState(chart, result, at) === 'baseline')
      .map(({ seq }) => seq),
  ])
  const unknown = bloodsSeqs.find((seq) => !known.has(seq))
  return unknown === undefined ? null : refuse('no-such-bloods', { bloodsSeq: unknown })
}

function withoutRefusal({ command }: Ask<'reviewBloods'>): Refusal | null {
  const { goesOnWithout = [], comment } = command
  return goesOnWithout.length > 0 && comment === undefined
    ? refuse('reason-to-go-on-without', {})
    : null
}

/** HIT-1: the alert is open about this very count, and haematology was asked about it. */
function answered({ chart, command, at }: Ask<'answerPlateletAlert'>): Refusal | null {
  const open = plateletAlert(chart)
  if (open?.count.seq !== command.bloodsSeq) return refuse('no-platelet-alert', {})
  const { collectedAt } = open.count
  const stated = command.consulted.at
  return (
    ahead(stated, at) ??
    (wholeMinutes(collectedAt, instantOf(stated)) < 0
      ? refuse('consulted-before-count', { stated, collectedAt })
      : null)
  )
}
