/**
 * What a tablet took while the server was out of reach, or without a session (SIGN-5, CHART-10). A stop is always taken;
 * a fact only onto the chart that its author saw, else a person looks first.
 */
import { STATED_TIMES } from '../protocols/ward.ts'
import { earlierOf, type Instant, instantOf, isoOf, minutesBetween } from '../time.ts'
import type { Captured } from './captured.ts'
import type { Chart } from './chart.ts'
import type { CommandOf } from './commands.ts'
import { decide } from './decide.ts'
import { provisionalFrozen, rateAt } from './decideStop.ts'
import type { Decision, Refusal } from './decision.ts'
import { entryKindOf } from './entries.ts'
import { entryOf } from './makeEntry.ts'
import type { Person, PersonOnEntry, Signer } from './people.ts'
import { mayUse } from './policy.ts'
import { refuse } from './refuse.ts'

/** The facts that a tablet may keep: none of them authorises a dose. */
export type CapturedFact = CommandOf<'recordCollection'> | CommandOf<'recordObservation'>
/** The stops that a tablet may keep: all. */
export type CapturedStop = CommandOf<'stopInfusion'> | CommandOf<'ceaseInfusion'>

const LATE = 'Kept on the tablet until it could be sent to the record.'
const CLOCK_AHEAD =
  'The clock of the tablet that kept it was ahead: the time is that of its arrival.'
const CLOCK_SET =
  'The clock of the tablet was set while it kept this: the time is that of the last entry it had shown.'

interface AskCaptured<C> {
  readonly chart: Chart
  readonly command: C
  /** The server's clock. */
  readonly at: Instant
}

/**
 * Decides a stop or cease from a known tablet; `author` null: nobody was signed in. Its identity is always still to be
 * proven. `notBefore`: by then it cannot have happened, where nobody stated its time and the tablet only counted it (H11).
 */
export function decideCapturedStop(
  { chart, command, at }: AskCaptured<CapturedStop>,
  author: Person | null,
  notBefore: Instant | null = null,
): Decision {
  const refusal = author && mayUse(command.kind, author, at)
  if (refusal) return { kind: 'refused', refusal }
  const told = righted(command, at, notBefore)
  const captured: Captured = {
    seenVersion: command.expectedVersion,
    ...(told.happenedAt === command.happenedAt ? {} : { statedAt: command.happenedAt }),
  }
  const stoppedAt = instantOf(told.happenedAt)
  const frozen =
    command.kind === 'stopInfusion'
      ? provisionalFrozen(chart, stoppedAt)
      : { rateBeforeMlPerHour: rateAt(chart, stoppedAt) }
  const extra = { captured, identity: 'unconfirmed', ...frozen }
  return {
    kind: 'accepted',
    entry: entryOf({ chart, command: told, by: author, at }, entryKindOf[command.kind], extra),
  }
}

/** SIGN-7: no time ahead of the server's, and none that a tablet counted back beyond what it had shown. */
function righted(command: CapturedStop, at: Instant, notBefore: Instant | null): CapturedStop {
  const stated = instantOf(command.happenedAt)
  if (minutesBetween(at, stated) > STATED_TIMES.futureByMinutes) {
    return { ...command, happenedAt: isoOf(at), lateReason: CLOCK_AHEAD }
  }
  return notBefore !== null && stated < notBefore
    ? { ...command, happenedAt: isoOf(earlierOf(notBefore, at)), lateReason: CLOCK_SET }
    : withReason(command, at)
}

/** Decides a kept fact; `relayedBy`: who has looked at the chart as it is now and puts it on the record all the same. */
export function decideCapturedFact(
  { chart, command, at }: AskCaptured<CapturedFact>,
  seen: { readonly seq: number },
  author: Signer,
  relayedBy: PersonOnEntry | null,
): Decision {
  const refusal = movedOnRefusal(chart, command, seen.seq, author)
  if (refusal) return { kind: 'refused', refusal }
  const decision = decide(chart, withReason(command, at), author, at)
  if (decision.kind !== 'accepted') return decision
  const captured: Captured = {
    seenVersion: command.expectedVersion,
    ...(relayedBy ? { relayedBy } : {}),
  }
  return { kind: 'accepted', entry: { ...decision.entry, captured } as typeof decision.entry }
}

/** CHART-10: whatever has come to the chart since it was captured, save what the same person captured beside it. */
function movedOnRefusal(
  chart: Chart,
  { expectedVersion }: CapturedFact,
  seenSeq: number,
  author: Person,
): Refusal | null {
  const isOwn = (entry: Chart['entries'][number]) =>
    'captured' in entry && entry.captured !== undefined && entry.by?.userId === author.userId
  const isNews = chart.entries.some((entry) => entry.seq > seenSeq && !isOwn(entry))
  return isNews || chart.version !== expectedVersion
    ? refuse('chart-moved-on', { version: chart.version, expectedVersion })
    : null
}

/** SIGN-7: why it comes late, where nobody said so. */
function withReason<C extends CapturedFact | CapturedStop>(command: C, at: Instant): C {
  const late = minutesBetween(instantOf(command.happenedAt), at) > STATED_TIMES.lateAfterMinutes
  return late && command.lateReason === undefined ? { ...command, lateReason: LATE } : command
}
