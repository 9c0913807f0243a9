/** The second check and the countersign (SIGN-3, SIGN-4, SIGN-8), withdrawing (SIGN-9). */
import { parseAptt } from '../nomogram/parseAptt.ts'
import { type Instant, instantOf, minuteOf } from '../time.ts'
import { type Ask, statedAt } from './ask.ts'
import type { Chart, Owed, Result } from './chart.ts'
import type { CheckRequest } from './commands.ts'
import type { Refusal } from './decision.ts'
import type { Entry, EntryKind } from './entries.ts'
import { boundResultSeq } from './foldFacts.ts'
import { type PendingNow, pendingAt } from './pending.ts'
import type { Signer } from './people.ts'
import { maySecond } from './policy.ts'
import { refuse } from './refuse.ts'

/** The figures that a checker keys without seeing the first signer's. */
export type Checked = Pick<
  CheckRequest,
  'checkedResultText' | 'checkedCollectedAt' | 'checkedRateMlPerHour' | 'checkedUnits'
>

/** Which figures an act asks its checker for, and what they must equal. */
export interface ToCheck {
  readonly result: Pick<Result, 'parsed' | 'text' | 'collectedAt' | 'collectionSeq'> | null
  readonly rateMlPerHour: number | null
  readonly units: number | null
}

export function toCheckOf(chart: Chart, pending: PendingNow): ToCheck {
  const resultSeq = boundResultSeq(chart)
  const result = chart.results.find(({ seq }) => seq === resultSeq) ?? null
  const { entry } = pending
  if (entry.kind === 'bolusGiven') return { result, rateMlPerHour: null, units: entry.units }
  const rateMlPerHour = entry.kind === 'rateChanged' ? entry.newRateMlPerHour : entry.rateMlPerHour
  return { result, rateMlPerHour, units: null }
}

/** For "no change" the checker keys APTT, collection time and the resulting rate (SIGN-3). */
export function toCheckOfKeep(chart: Chart, kept: NonNullable<Owed['kept']>): ToCheck {
  const result = chart.results.find(({ seq }) => seq === kept.resultSeq) ?? null
  return { result, rateMlPerHour: kept.rateMlPerHour, units: null }
}

/** For a bag the checker keys the units that its label states (SIGN-3, CHART-9); null for every other act in effect. */
export function toCheckOfBag({ entries }: Chart, { actSeq }: Owed): ToCheck | null {
  const hung = entries.find(({ seq }) => seq === actSeq)
  return hung?.kind === 'bagHung' ? { result: null, rateMlPerHour: null, units: hung.units } : null
}

/** The blind figures that are asked for and missing. */
export function missingFigures(toCheck: ToCheck, checked: Checked): string[] {
  const { result, rateMlPerHour, units } = toCheck
  const wanted: [boolean, string, unknown][] = [
    [result !== null, 'checkedResultText', checked.checkedResultText],
    [
      result !== null && result.collectionSeq === null,
      'checkedCollectedAt',
      checked.checkedCollectedAt,
    ],
    [rateMlPerHour !== null, 'checkedRateMlPerHour', checked.checkedRateMlPerHour],
    [units !== null, 'checkedUnits', checked.checkedUnits],
  ]
  return wanted
    .filter(([isWanted, , value]) => isWanted && value === undefined)
    .map(([, name]) => name)
}

/** True when every figure that was keyed equals the first one (SIGN-4 b); those not keyed are not compared. */
export function agree(toCheck: ToCheck, checked: Checked): boolean {
  return (
    agreesOn(checked.checkedRateMlPerHour, toCheck.rateMlPerHour) &&
    agreesOn(checked.checkedUnits, toCheck.units) &&
    agreesOnText(checked.checkedResultText, toCheck.result) &&
    agreesOnCollection(checked.checkedCollectedAt, toCheck.result)
  )
}

function agreesOn(keyed: number | undefined, first: number | null): boolean {
  return keyed === undefined || keyed === first
}

function agreesOnText(keyed: string | undefined, result: ToCheck['result']): boolean {
  if (keyed === undefined) return true
  if (!result) return false
  const read = parseAptt(keyed)
  const seconds = (parsed: object) => ('seconds' in parsed ? parsed.seconds : null)
  return read.kind === result.parsed.kind && seconds(read) === seconds(result.parsed)
}

function agreesOnCollection(keyed: string | undefined, result: ToCheck['result']): boolean {
  if (keyed === undefined) return true
  return result !== null && minuteOf(instantOf(keyed)) === minuteOf(result.collectedAt)
}

/** Whose second signature an act takes: another, trained person (SIGN-2, SIGN-3). */
export function checkerRefusal(
  act: EntryKind,
  firstUserId: string | null,
  by: Signer,
  at: Instant,
): Refusal | null {
  return by.userId === firstUserId ? refuse('same-person', {}) : maySecond(act, by, at)
}

/** What a countersign or check is about: the pending act, an act in effect, or nothing any more. */
export function actOf(chart: Chart, actSeq: number, at: Instant): PendingNow | Owed | null {
  const pending = pendingAt(chart, at)
  if (pending?.actSeq === actSeq) return pending
  return chart.owed.find((each) => each.actSeq === actSeq) ?? null
}

/** SIGN-4 d: the pump time is not before the match, or without a check not before the first signature. */
export function pumpTimeRefusal(ask: Ask<'countersign'>, pending: PendingNow): Refusal | null {
  const from = pending.matched?.at ?? instantOf(pending.entry.happenedAt)
  return minuteOf(statedAt(ask)) < minuteOf(from)
    ? refuse('pump-time-before-check', { from })
    : null
}

/** SIGN-9: the first signer takes the act back, as long as nobody stands at the pump. */
export function withdraw({ chart, command, by, at }: Ask<'withdraw'>): Refusal | null {
  const pending = pendingAt(chart, at)
  if (pending?.actSeq !== command.actSeq)
    return refuse('lapsed-or-void', { actSeq: command.actSeq })
  if (pending.by.userId !== by.userId)
    return refuse('first-signer-withdraws', { name: pending.by.name })
  return pending.step === 'read-back' ? refuse('finish-read-back', {}) : null
}

/** The kind of act that an owed signature belongs to, for the competence it asks. */
export const OWED_KIND: Record<Owed['kind'], Entry['kind']> = {
  stop: 'infusionStopped',
  cease: 'infusionCeased',
  keep: 'rateKept',
  fact: 'bedsideFactRecorded',
  'strike-out': 'entryStruckOut',
  bag: 'bagHung',
}
