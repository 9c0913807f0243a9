import { bagAt, bagBar, bagOnPump, type KnownBag, type UnknownBag } from '../chart/bagAt.ts'
import type { Bag } from '../chart/care.ts'
import type { Chart } from '../chart/chart.ts'
import type { Instant, TimeZone } from '../time.ts'
import { dateText, relativeText, unitsText, whenText, withUnit } from '../wording.ts'

/** `25,000 units in 250 mL` */
export function labelText({ units, volumeMl }: Pick<Bag, 'units' | 'volumeMl'>): string {
  return `${unitsText(units)} in ${withUnit(volumeMl, 'mL')}`
}

/** Batch and expiry; what is missing is said. */
export function batchText({
  batch,
  expiry,
}: {
  readonly batch?: string | null | undefined
  readonly expiry?: string | null | undefined
}): string {
  return `batch ${batch ?? 'not recorded'}, expiry ${expiry ? dateText(expiry) : 'not recorded'}`
}

/** That the bag on the pump is not, or not surely, the ready-made one (CHART-9); null: it is. */
export function wrongBagText(chart: Chart, now: Instant, zone: TimeZone): string | null {
  const bar = bagBar(chart)
  if (bar === null) return null
  const since = whenText(bar.at, now, zone)
  if (bar.why === 'labels-differ') {
    return `Which bag hangs? Two people read its label differently at ${since}`
  }
  if (bar.why === 'struck') {
    return `Which bag hangs? The wrong one was struck out at ${since}, none is hung since`
  }
  const bag = bagOnPump(chart)
  return `Wrong bag: ${bag ? labelText(bag) : 'another'} hangs since ${since}`
}

/** The band of a wrong bag stands above every act until the right one hangs, or the infusion is ceased. */
export function hasWrongBag(chart: Chart): boolean {
  return chart.infusion.status !== 'ceased' && bagBar(chart) !== null
}

const UNKNOWN: Readonly<Record<UnknownBag['why'], string>> = {
  'none-recorded': 'no bag is recorded',
  recommenced: 'none is recorded since the infusion was recommenced',
  'rate-unconfirmed': 'the rate is unconfirmed',
  'in-doubt': 'its entry was struck out',
}

/** The bag in a line: when it runs out and what is left; null: none is on the pump (CHART-9, TIME-6). */
export function bagText(chart: Chart, now: Instant, zone: TimeZone): string | null {
  const wrong = wrongBagText(chart, now, zone)
  const bag = bagAt(chart, now)
  if (bag === null) return null
  if (wrong !== null) return wrong
  if (bag.kind === 'known') return knownText(bag, chart, now, zone)
  const next = bag.why === 'rate-unconfirmed' ? 'read the pump' : 'hang a bag and record it'
  return `Bag volume not known: ${UNKNOWN[bag.why]}; ${next}`
}

function knownText(
  { emptyAt, leftMl, changeAt }: KnownBag,
  { infusion }: Chart,
  now: Instant,
  zone: TimeZone,
): string {
  const left = `${withUnit(leftMl, 'mL')} left`
  if (emptyAt !== null && emptyAt <= now) {
    return `Bag should be empty since ${whenText(emptyAt, now, zone)}`
  }
  if (now >= changeAt) return `Bag hangs longer than 24 hours; ${left}`
  return infusion.rateMlPerHour === null || emptyAt === null
    ? `Bag: ${left}; nothing runs`
    : `Bag runs out ${relativeText(emptyAt, now, zone)}, ${left}`
}
