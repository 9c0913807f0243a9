/**
 * What hangs on the pump at a moment: how much is left, until when it lasts, until when it may hang (CHART-9, TIME-6).
 * Worked out from the rate history in clinical order, whole minutes and whole tenths; nothing is stored, so that what
 * is entered late moves it.
 */
import { BAG } from '../protocols/ward.ts'
import { type Instant, MS_PER_MINUTE, minuteOf, plusHours, plusMinutes } from '../time.ts'
import { fromTenths, tenthsOf } from '../units.ts'
import type { Bag } from './care.ts'
import type { Chart, DoseEvent } from './chart.ts'
import { hasCome, type Now } from './hasCome.ts'
import { SETS_RATE, TURNS_OFF } from './samples.ts'

const MINUTES_PER_HOUR = 60
/** One mL, counted as tenths of mL/hr times minutes: so volumes stay whole numbers. */
const PARTS_PER_ML = tenthsOf<'mL/hr'>(1) * MINUTES_PER_HOUR

/** A stretch of the bag's time at one rate; 0: nothing ran. */
export interface BagSegment {
  readonly from: Instant
  readonly to: Instant
  readonly minutes: number
  readonly rateMlPerHour: number
  /** In sixtieths of a tenth of a mL. */
  readonly parts: number
}

/** Until when a bag whose history is known lasts, and may hang. */
export interface BagTimes {
  readonly kind: 'known'
  readonly bag: Bag
  /** When it runs out at the running rate, or ran out; null: nothing runs and something is left. */
  readonly emptyAt: Instant | null
  readonly changeAt: Instant
}

/** A bag whose history is known. */
export interface KnownBag extends BagTimes {
  readonly segments: readonly BagSegment[]
  readonly infusedParts: number
  readonly leftParts: number
  /** Whole mL, rounded down. */
  readonly leftMl: number
}

/** Something runs, and nobody can say out of what. */
export interface UnknownBag {
  readonly kind: 'unknown'
  readonly why: 'none-recorded' | 'recommenced' | 'rate-unconfirmed' | 'in-doubt'
  /** What it is unknown since. */
  readonly since: { readonly seq: number; readonly at: Instant }
  readonly bag: Bag | null
}

type Hanging = Pick<Chart, 'bags' | 'bagInDoubt'>

/** True for the one ready-made bag: 25,000 units in 250 mL (CHART-9). */
export function isStandardBag({ units, volumeMl }: Pick<Bag, 'units' | 'volumeMl'>): boolean {
  return units === BAG.units && volumeMl === BAG.volumeMl
}

/** The bag on the pump: the one hung last by clinical time. */
export function bagOnPump({ bags }: Pick<Chart, 'bags'>): Bag | null {
  return bags.at(-1) ?? null
}

/** Why 100 units in each mL do not hold, or are not sure: no rate in mL/hr means anything then; null: they hold (CHART-9). */
export function bagBar(chart: Hanging): {
  readonly why: 'wrong' | 'struck' | 'labels-differ'
  readonly seq: number
  readonly at: Instant
} | null {
  const bag = bagOnPump(chart)
  const { bagInDoubt } = chart
  if (bagInDoubt && bagInDoubt.why !== 'struck') {
    const { why, seq, at } = bagInDoubt
    return { why: why === 'wrong-struck' ? 'struck' : why, seq, at }
  }
  return bag && !isStandardBag(bag) ? { why: 'wrong', seq: bag.seq, at: bag.at } : null
}

/** The bag at `now`; null before the start and after a cease, when none is on the pump. */
export function bagAt(chart: Chart, now: Instant): KnownBag | UnknownBag | null {
  const bag = bagTimesAt(chart, now)
  return bag?.kind === 'known' ? knownBag(chart, bag, now) : bag
}

/** The same without how much is left, which alone goes on from minute to minute. */
export function bagTimesAt(chart: Chart, now: Now): BagTimes | UnknownBag | null {
  const { status } = chart.infusion
  if (status === 'not-started' || status === 'ceased') return null
  const bag = bagOnPump(chart)
  return unknownBag(chart, bag) ?? (bag && bagTimes(chart, bag, now))
}

function unknownBag(chart: Chart, bag: Bag | null): UnknownBag | null {
  const { bagInDoubt, infusion } = chart
  if (bagInDoubt) return { kind: 'unknown', why: 'in-doubt', since: bagInDoubt, bag }
  const cease = chart.events.findLast(({ kind }) => kind === 'cease')
  if (bag === null)
    return { kind: 'unknown', why: 'none-recorded', since: onSince(chart, null), bag }
  if (cease && isBefore(bag, cease)) {
    return { kind: 'unknown', why: 'recommenced', since: onSince(chart, cease), bag }
  }
  if (!infusion.rateUnconfirmed) return null
  return { kind: 'unknown', why: 'rate-unconfirmed', since: onSince(chart, null), bag }
}

/** The bag hung before the cease; in the same minute, as they were recorded. */
function isBefore(bag: Bag, cease: DoseEvent): boolean {
  const minutes = minuteOf(cease.at) - minuteOf(bag.at)
  return minutes > 0 || (minutes === 0 && bag.seq < cease.seq)
}

/** When the infusion came on after the cease, or first. */
function onSince(
  { events, openedAt }: Chart,
  cease: DoseEvent | null,
): { seq: number; at: Instant } {
  const on = inClinicalOrder(events).find(
    (event) => SETS_RATE.has(event.kind) && (cease === null || event.seq > cease.seq),
  )
  return on ? { seq: on.seq, at: on.at } : { seq: 1, at: openedAt }
}

/** Events that set a rate or end it, by their minute; in the same minute as they took effect on the record. */
function inClinicalOrder(events: readonly DoseEvent[]): DoseEvent[] {
  return events
    .filter(({ kind }) => SETS_RATE.has(kind) || TURNS_OFF.has(kind))
    .sort((a, b) => minuteOf(a.at) - minuteOf(b.at))
}

function bagTimes({ events }: Chart, bag: Bag, now: Now): BagTimes {
  return {
    kind: 'known',
    bag,
    emptyAt: emptyAt(stretchesOf(inClinicalOrder(events), bag.at, now), partsOf(bag)),
    changeAt: plusHours(bag.at, BAG.changeAfterHours),
  }
}

function knownBag({ events }: Chart, times: BagTimes, now: Instant): KnownBag {
  const { bag } = times
  const segments = segmentsOf(stretchesOf(inClinicalOrder(events), bag.at, now), now)
  const holds = partsOf(bag)
  const ran = segments.reduce((sum, { parts }) => sum + parts, 0)
  const infusedParts = ran < holds ? ran : holds
  const leftParts = holds - infusedParts
  return {
    ...times,
    segments,
    infusedParts,
    leftParts,
    leftMl: (leftParts - (leftParts % PARTS_PER_ML)) / PARTS_PER_ML,
  }
}

function partsOf({ volumeMl }: Bag): number {
  return tenthsOf<'mL/hr'>(volumeMl) * MINUTES_PER_HOUR
}

/** From when a rate ran, until the next one; null: nothing did. */
type Stretch = Pick<DoseEvent, 'at' | 'rateMlPerHour'>

/** The bag's stretches as far as they have begun. */
function stretchesOf(events: readonly DoseEvent[], hungAt: Instant, now: Now): Stretch[] {
  const hung = minuteOf(hungAt)
  const before = events.findLast(({ at }) => minuteOf(at) <= hung)
  const during = events.filter(({ at }) => minuteOf(at) > hung && hasCome(wholeMinute(at), now))
  return [{ at: hungAt, rateMlPerHour: before?.rateMlPerHour ?? null }, ...during]
}

function segmentsOf(stretches: readonly Stretch[], now: Instant): BagSegment[] {
  return stretches.map(({ at, rateMlPerHour }, index) => {
    const to = stretches[index + 1]?.at ?? now
    const minutes = minutesOf(at, to)
    const tenths = tenthsOf<'mL/hr'>(rateMlPerHour ?? 0)
    return {
      from: wholeMinute(at),
      to: wholeMinute(to),
      minutes,
      rateMlPerHour: fromTenths(tenths),
      parts: tenths * minutes,
    }
  })
}

function minutesOf(from: Instant, to: Instant): number {
  return minuteOf(to) < minuteOf(from) ? 0 : minuteOf(to) - minuteOf(from)
}

function wholeMinute(at: Instant): Instant {
  return (at - (at % MS_PER_MINUTE)) as Instant
}

/** The minute in which the bag is empty: in a stretch that has passed, or ahead at the rate of the last one. */
function emptyAt(stretches: readonly Stretch[], holds: number): Instant | null {
  let left = holds
  for (const [index, { at, rateMlPerHour }] of stretches.entries()) {
    const next = stretches[index + 1]
    const tenths = tenthsOf<'mL/hr'>(rateMlPerHour ?? 0)
    const ran = next ? tenths * minutesOf(at, next.at) : left
    if (tenths > 0 && ran >= left) {
      return plusMinutes(wholeMinute(at), (left - (left % tenths)) / tenths)
    }
    left -= ran
  }
  return null
}
