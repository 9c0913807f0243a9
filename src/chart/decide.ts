/**
 * The one place where a command becomes an entry or a refusal. Pure: chart, command, person and time come in;
 * the browser previews with it, the server decides with it.
 */
import { protocolFor } from '../protocols/register.ts'
import { STATED_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, isoOf, minutesBetween } from '../time.ts'
import { type Ask, earlierRefusal, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import type { Chart } from './chart.ts'
import type { Command, OpenChart } from './commands.ts'
import { bagRefusal, bagRules } from './decideBag.ts'
import { bleedingRules } from './decideBleeding.ts'
import { bloodsRules } from './decideBloods.ts'
import { decideCountersign } from './decideCountersign.ts'
import * as dose from './decideDose.ts'
import * as facts from './decideFacts.ts'
import * as orders from './decideOrders.ts'
import { prescribingRules } from './decidePrescribing.ts'
import { prescribe } from './decidePrescription.ts'
import { procedureRules } from './decideProcedures.ts'
import * as record from './decideRecord.ts'
import * as back from './decideRestart.ts'
import { reviewRules } from './decideReviews.ts'
import { withdraw } from './decideSignatures.ts'
import { rateAt, stopFrozen } from './decideStop.ts'
import type { Decision, Refusal } from './decision.ts'
import { entryKindOf, type UnhashedEntry } from './entries.ts'
import { answeredResultSeq } from './foldFacts.ts'
import { entryOf } from './makeEntry.ts'
import { pendingAt } from './pending.ts'
import type { Signer } from './people.ts'
import { mayUse } from './policy.ts'
import { refuse } from './refuse.ts'
import { readResult } from './results.ts'
import { shownOtherwise } from './shownNow.ts'

/** Class T of the contract: two signatures, in effect at the countersign. */
const TWO_SIGNATURES: ReadonlySet<Command['kind']> = new Set([
  'giveBolus',
  'startInfusion',
  'changeRate',
  'resumeInfusion',
  'recommenceInfusion',
  'restartInfusion',
])
/** Class O: one signature. Both classes compare the version that the caller last saw. */
const ONE_SIGNATURE: ReadonlySet<Command['kind']> = new Set([
  'prescribe',
  'orderRate',
  'orderBolus',
  'assessBleeding',
  'clearSuspension',
  'strikeOut',
  'closeChart',
  'recordSecondIndication',
  'endDeviation',
  'reviewBloods',
  'answerPlateletAlert',
  'reviewInfusion',
  'reviewEvent',
  'reviewAsPharmacist',
  'planProcedure',
])
const NEVER_BLOCKED: ReadonlySet<Command['kind']> = new Set(['stopInfusion', 'ceaseInfusion'])

type Rules = RulesFor<Exclude<Command['kind'], 'countersign'>>

const nothing = () => null
const rules: Rules = {
  recordWeight: facts.recordWeight,
  prescribe,
  giveBolus: dose.giveBolus,
  startInfusion: dose.startInfusion,
  recordCollection: nothing,
  recordResult: facts.recordResult,
  changeRate: dose.changeRate,
  keepRate: dose.keepRate,
  orderRate: orders.orderRate,
  orderBolus: orders.orderBolus,
  stopInfusion: nothing,
  ceaseInfusion: nothing,
  interruptInfusion: facts.interruptInfusion,
  resumeInfusion: back.resumeInfusion,
  recommenceInfusion: back.recommenceInfusion,
  assessBleeding: orders.assessBleeding,
  clearSuspension: orders.clearSuspension,
  recordBedsideFact: facts.recordBedsideFact,
  restartInfusion: back.restartInfusion,
  strikeOut: record.strikeOut,
  withdraw,
  transferWard: nothing,
  closeChart: record.closeChart,
  writeNote: nothing,
  recordEducation: nothing,
  recordHandover: nothing,
  ...bagRules,
  ...bleedingRules,
  ...bloodsRules,
  ...prescribingRules,
  ...procedureRules,
  ...reviewRules,
}

/**
 * Decides a command on a chart (null: it is to be opened) by a person at the server's time: one entry, or a refusal,
 * or, where a second check differs, both. Secrets, sessions and command ids are the server's matter.
 */
export function decide(
  chart: Chart | null,
  command: Command | OpenChart,
  by: Signer,
  at: Instant,
): Decision {
  if (command.kind === 'openChart') return open(command, by, at)
  if (!chart) throw new Error('a command other than openChart needs its chart')
  const ask = { chart, command, by, at }
  const refusal = commonRefusal(ask)
  if (refusal) return { kind: 'refused', refusal }
  if (isCountersign(ask)) return decideCountersign(ask)
  const rule = rules[command.kind as keyof Rules] as (ask: Ask) => Refusal | null
  const broken = rule(ask)
  if (broken) return { kind: 'refused', refusal: broken }
  return { kind: 'accepted', entry: entryOf(ask, entryKindOf[command.kind], workedOut(ask)) }
}

function isCountersign(ask: Ask): ask is Ask<'countersign'> {
  return ask.command.kind === 'countersign'
}

function open(command: OpenChart, by: Signer, at: Instant): Decision {
  const refusal = mayUse('writeNote', by, at) ?? timeRefusal(command, at)
  if (refusal) return { kind: 'refused', refusal }
  const { expectedVersion: _, kind: __, ...fields } = command
  const entry: UnhashedEntry = {
    ...fields,
    kind: 'chartOpened',
    chartId: command.commandId,
    seq: 1,
    version: 1,
    by: { userId: by.userId, name: by.name, role: by.role },
    recordedAt: isoOf(at),
  }
  return { kind: 'accepted', entry }
}

/** What every command is held to before its own rule: who, the record's state, the version, the time, what was shown. */
function commonRefusal(ask: Ask): Refusal | null {
  const { chart, command, by, at } = ask
  const { kind } = command
  if (NEVER_BLOCKED.has(kind)) return mayUse(kind, by, at) ?? futureRefusal(command, at)
  return firstRefusal([
    () => (chart.open || signsOwed(ask) ? null : refuse('chart-closed', {})),
    () => mayUse(kind, by, at),
    () => versionRefusal(ask),
    () => timeRefusal(command, at),
    () => (TWO_SIGNATURES.has(kind) || kind === 'keepRate' ? actRefusal(ask) : null),
  ])
}

/** SIGN-5: a signature owed for a stop, a cease or a fact can still be given when the chart is closed. */
function signsOwed({ chart, command }: Ask): boolean {
  return (
    command.kind === 'countersign' && chart.owed.some(({ actSeq }) => actSeq === command.actSeq)
  )
}

/** SIGN-8, SIGN-9, CHART-9: nothing else may be pending, the right bag hangs, it is not stated before what is in effect, and what was shown still holds. */
function actRefusal(ask: Ask): Refusal | null {
  const { chart, command, at } = ask
  const pending = pendingAt(chart, at)
  if (pending) {
    return refuse('one-act-at-a-time', { name: pending.by.name, since: pending.entry.recordedAt })
  }
  return bagRefusal(chart) ?? earlierRefusal(ask) ?? shownRefusal(ask, command)
}

function shownRefusal({ chart }: Ask, command: Command): Refusal | null {
  if (!('shown' in command) || !command.shown) return null
  const differs = shownOtherwise(chart, command.shown, answeredResultSeq(chart, command))
  return differs.length > 0 ? refuse('shown-differs', { differs: differs.join(', ') }) : null
}

/** Compared for acts of one and two signatures, never for facts, stops and ceases (a countersign has its own rule). */
function versionRefusal({ chart, command }: Ask): Refusal | null {
  const isCompared = TWO_SIGNATURES.has(command.kind) || ONE_SIGNATURE.has(command.kind)
  return isCompared && command.expectedVersion !== chart.version
    ? refuse('chart-moved-on', { version: chart.version, expectedVersion: command.expectedVersion })
    : null
}

/** SIGN-7: not in the future, and a reason where it is recorded more than 60 min late. */
function timeRefusal(command: Command | OpenChart, at: Instant): Refusal | null {
  const late = minutesBetween(instantOf(command.happenedAt), at) > STATED_TIMES.lateAfterMinutes
  if (late && command.lateReason === undefined) {
    return refuse('late-without-reason', { stated: command.happenedAt })
  }
  return futureRefusal(command, at)
}

function futureRefusal(command: Command | OpenChart, at: Instant): Refusal | null {
  const ahead = minutesBetween(at, instantOf(command.happenedAt))
  return ahead > STATED_TIMES.futureByMinutes
    ? refuse('in-the-future', { stated: command.happenedAt })
    : null
}

/** What is worked out at the time and stored with the entry. */
function workedOut(ask: Ask): object {
  const { chart, command, by, at } = ask
  switch (command.kind) {
    case 'prescribe':
      return {
        protocolVersion: protocolFor(command.protocol).version,
        weightSeq: chart.weight?.seq ?? null,
      }
    case 'recordResult': {
      const { use, advice } = readResult(chart, command, at)
      return { use, advice }
    }
    case 'stopInfusion':
      return { identity: by.identity, ...stopFrozen({ ...ask, command }) }
    case 'ceaseInfusion':
      return { identity: by.identity, rateBeforeMlPerHour: rateAt(chart, statedAt(ask)) }
    default:
      return {}
  }
}
