/** Deciding the checker's figures (SIGN-4 b) and the countersign (SIGN-4 c, d). */
import type { Instant } from '../time.ts'
import { isoOf } from '../time.ts'
import { type Ask, earlierRefusal, firstRefusal, statedAt } from './ask.ts'
import type { Chart, Owed } from './chart.ts'
import { checkedAgain } from './checkedAgain.ts'
import type { CheckRequest } from './commands.ts'
import {
  actOf,
  agree,
  type Checked,
  checkerRefusal,
  missingFigures,
  OWED_KIND,
  pumpTimeRefusal,
  type ToCheck,
  toCheckOf,
  toCheckOfBag,
  toCheckOfKeep,
} from './decideSignatures.ts'
import type { Decision, Refusal } from './decision.ts'
import type { EntryOf, UnhashedEntry } from './entries.ts'
import { boundResultSeq } from './foldFacts.ts'
import { entryOf } from './makeEntry.ts'
import type { PendingNow } from './pending.ts'
import type { Signer } from './people.ts'
import { refuse } from './refuse.ts'
import { signsAsFirst } from './secondOf.ts'
import { shownOtherwise } from './shownNow.ts'

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal })

/**
 * Decides the checker's blind figures before the "set pump to" card: an entry `secondCheckMatched`, or a mismatch.
 * `by` is the checker as named; the identity is proven at the countersign.
 */
export function decideCheck(
  chart: Chart,
  request: CheckRequest,
  by: Signer,
  at: Instant,
): Decision {
  const act = actOf(chart, request.actSeq, at)
  if (!act || !isPending(act)) return refused(refuse('lapsed-or-void', { actSeq: request.actSeq }))
  const toCheck = toCheckOf(chart, act)
  const refusal = firstRefusal([
    () => checkerRefusal(act.kind, act.by.userId, by, at),
    () => checkedAgain(chart, act, { stated: at, at }),
    () => missingRefusal(toCheck, request),
  ])
  if (refusal) return refused(refusal)
  const { userId: _, ...figures } = request
  const ask = { chart, by, at, command: { ...figures, happenedAt: isoOf(at) } }
  return agree(toCheck, request)
    ? { kind: 'accepted', entry: entryOf(ask, 'secondCheckMatched', {}) }
    : mismatch(ask, 'check')
}

function isPending(act: PendingNow | Owed): act is PendingNow {
  return 'step' in act
}

function missingRefusal(toCheck: ToCheck, checked: Checked): Refusal | null {
  const missing = missingFigures(toCheck, checked)
  return missing.length > 0 ? refuse('figures-missing', { missing: missing.join(', ') }) : null
}

function mismatch(
  ask: { chart: Chart; by: Signer; at: Instant; command: object },
  step: EntryOf<'secondCheckMismatched'>['step'],
  facts: Refusal['facts'] = {},
): Decision {
  const { shown: _, ...command } = ask.command as Record<string, unknown>
  const entry = entryOf({ ...ask, command }, 'secondCheckMismatched', { step })
  return {
    kind: 'mismatch',
    entry: entry as Extract<UnhashedEntry, { kind: 'secondCheckMismatched' }>,
    refusal: refuse(step === 'check' ? 'second-check-differs' : 'read-back-differs', facts),
  }
}

/** Decides a countersign: of the pending act, which takes effect, or of an act in effect whose signature is owed. */
export function decideCountersign(ask: Ask<'countersign'>): Decision {
  const { chart, command, at } = ask
  const act = actOf(chart, command.actSeq, at)
  if (!act) return refused(refuse('lapsed-or-void', { actSeq: command.actSeq }))
  return isPending(act) ? onPending(ask, act) : onOwed(ask, act)
}

function onPending(ask: Ask<'countersign'>, act: PendingNow): Decision {
  const { chart, command, by, at } = ask
  const toCheck = toCheckOf(chart, act)
  const refusal = firstRefusal([
    () => checkerRefusal(act.kind, act.by.userId, by, at),
    () => boundRefusal(ask, act),
    // Once the check has matched somebody stands at the pump: nothing but a stop comes between (SIGN-8).
    () => (act.matched ? null : checkedAgain(chart, act, { stated: statedAt(ask), at })),
    () => (isCheckedBy(act, by) ? null : missingRefusal(toCheck, command)),
    () => readBackMissing(toCheck, command),
    () => pumpTimeRefusal(ask, act),
    () => earlierRefusal(ask),
  ])
  if (refusal) return refused(refusal)
  if (!agree(toCheck, command)) return mismatch(ask, 'check')
  const isReadBack = toCheck.rateMlPerHour === (command.pumpReadBackMlPerHour ?? null)
  if (toCheck.units === null && !isReadBack) return mismatch(ask, 'read-back')
  return { kind: 'accepted', entry: entryOf(ask, 'countersigned', {}, true) }
}

function isCheckedBy({ matched }: PendingNow, by: Signer): boolean {
  return matched?.by.userId === by.userId
}

/** SIGN-8: once the check has matched, neither the version nor what was shown is compared any more. */
function boundRefusal({ chart, command }: Ask<'countersign'>, act: PendingNow): Refusal | null {
  if (act.matched) return null
  if (command.expectedVersion !== chart.version) return movedOn(chart, command.expectedVersion)
  return shownRefusal(chart, command, boundResultSeq(chart), chart.infusion.rateMlPerHour)
}

function movedOn(chart: Chart, expectedVersion: number): Refusal {
  return refuse('chart-moved-on', { version: chart.version, expectedVersion })
}

function shownRefusal(
  chart: Chart,
  command: Ask<'countersign'>['command'],
  resultSeq: number | null,
  rateMlPerHour: number | null,
): Refusal | null {
  if (!command.shown) return refuse('figures-missing', { missing: 'shown' }, ['SIGN-8'])
  const differs = shownOtherwise(chart, command.shown, resultSeq, rateMlPerHour)
  return differs.length > 0 ? refuse('shown-differs', { differs: differs.join(', ') }) : null
}

function readBackMissing(toCheck: ToCheck, command: Ask<'countersign'>['command']): Refusal | null {
  return toCheck.units === null && command.pumpReadBackMlPerHour === undefined
    ? refuse('figures-missing', { missing: 'pumpReadBackMlPerHour' })
    : null
}

/** An enrolled nurse is no second to a bolus, also where it was recorded as a fact (SIGN-2). */
function isBolusFact({ entries }: Chart, { actSeq }: Owed): boolean {
  return entries.some(
    (entry) =>
      entry.seq === actSeq && entry.kind === 'bedsideFactRecorded' && entry.fact === 'bolus-given',
  )
}

/** Acts in effect at once: the second signature, or the first one where identity was not proven (SIGN-5). */
function onOwed(ask: Ask<'countersign'>, owed: Owed): Decision {
  const { chart, command, by, at } = ask
  const isOwnSignature = owed.firstMissing && signsAsFirst(owed, by)
  const toCheck = owed.kept ? toCheckOfKeep(chart, owed.kept) : toCheckOfBag(chart, owed)
  const kind = isBolusFact(chart, owed) ? 'bolusGiven' : OWED_KIND[owed.kind]
  const refusal = firstRefusal([
    () => (isOwnSignature ? null : checkerRefusal(kind, owed.by?.userId ?? null, by, at)),
    () =>
      command.expectedVersion === chart.version ? null : movedOn(chart, command.expectedVersion),
    () =>
      owed.secondMissing || isOwnSignature
        ? null
        : refuse('lapsed-or-void', { actSeq: owed.actSeq }),
    () => (toCheck ? missingRefusal(toCheck, command) : null),
    () =>
      owed.kept ? shownRefusal(chart, command, owed.kept.resultSeq, owed.kept.rateMlPerHour) : null,
  ])
  if (refusal) return refused(refusal)
  if (toCheck && !agree(toCheck, command)) {
    return mismatch(ask, 'check', owed.kind === 'bag' ? { bag: true } : {})
  }
  return { kind: 'accepted', entry: entryOf(ask, 'countersigned', {}) }
}
