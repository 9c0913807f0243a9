/** The words in the cells of the APTT and rate table. */
import type { Entry } from '../chart/entries.ts'
import { type Instant, minutesBetween, type TimeZone } from '../time.ts'
import { clockText, dayText, durationText, numberText, unitsText } from '../wording.ts'
import type { DoneAct } from './apttRows.ts'

const ACTS: Partial<Readonly<Record<Entry['kind'], string>>> = {
  infusionStarted: 'Started',
  bolusGiven: 'Bolus',
  rateChanged: 'Rate changed',
  infusionStopped: 'Stopped',
  infusionCeased: 'Ceased',
  infusionInterrupted: 'Interrupted',
  infusionResumed: 'Resumed',
  infusionRecommenced: 'Recommenced',
  infusionRestarted: 'Restarted',
  bedsideFactRecorded: 'Found at the bedside',
}

/** What an act without an APTT of its own is called. */
export function actName({ kind }: Entry): string {
  return ACTS[kind] ?? 'Change'
}

/** The bolus of a row in units, with its time where that is not the row's. */
export function givenText(bolus: DoneAct | null, rowAt: Instant, zone: TimeZone): string {
  if (bolus?.entry.kind !== 'bolusGiven') return 'No'
  const units = unitsText(bolus.entry.units)
  return bolus.at === rowAt ? units : `${units} at ${clockText(bolus.at, zone)}`
}

/** What a row says of a stop: from when, and for how long where the infusion was restarted. */
export function stopText(act: DoneAct, restart: DoneAct | null, zone: TimeZone): string {
  if (act.entry.kind === 'infusionCeased') return 'Ceased'
  if (act.entry.kind === 'infusionInterrupted') return 'Off'
  if (act.entry.kind !== 'infusionStopped') return 'No'
  const from = `from ${clockText(act.at, zone)}`
  return restart ? `${durationText(minutesBetween(act.at, restart.at))} ${from}` : from
}

/** Where nothing runs: 0 is never a rate. */
export const OFF = 'Off'

/** The rate before an act, in mL/hr. */
export function oldRate(entry: Entry): string {
  if (entry.kind === 'infusionStopped' || entry.kind === 'infusionCeased') {
    return entry.rateBeforeMlPerHour === null ? OFF : numberText(entry.rateBeforeMlPerHour)
  }
  if (!('shown' in entry) || !entry.shown) return OFF
  return entry.shown.oldRateMlPerHour === null ? OFF : numberText(entry.shown.oldRateMlPerHour)
}

/** The rate after an act, in mL/hr. */
export function newRate(entry: Entry): string {
  switch (entry.kind) {
    case 'rateChanged':
      return numberText(entry.newRateMlPerHour)
    case 'rateKept':
      return 'No change'
    case 'infusionStopped':
    case 'infusionCeased':
    case 'infusionInterrupted':
      return OFF
    case 'bolusGiven':
      return 'Unchanged'
    default:
      return 'rateMlPerHour' in entry && typeof entry.rateMlPerHour === 'number'
        ? numberText(entry.rateMlPerHour)
        : 'Not recorded'
  }
}

/** The time, with its day where that differs from its row's. */
export function timeText(at: Instant, rowAt: Instant, zone: TimeZone): string {
  const day = dayText(at, zone)
  const time = clockText(at, zone)
  return day === dayText(rowAt, zone) ? time : `${time}, ${day.replace(/\u00a0\d+$/, '')}`
}
