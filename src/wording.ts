/**
 * How numbers, units and times are written, everywhere the same: NHS Common User Interface rules and the Australian
 * safe-terminology guidance. "units" in full, a comma from 1,000, no trailing zero, a space that never wraps
 * between number and unit, 24-hour times in the facility's zone.
 */
import {
  type Instant,
  minutesBetween,
  nearClockChange,
  type TimeZone,
  wallClockAt,
  zoneNameAt,
} from './time.ts'

const NBSP = '\u00a0'
const MINUTES_PER_HOUR = 60
const HOURS_PER_DAY = 24
const THOUSANDS = /\B(?=(\d{3})+$)/g
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** 5000 -> `5,000`; 6 -> `6`; 0.5 -> `0.5`. The number as it is, never rounded. */
export function numberText(n: number): string {
  const [whole = '', decimals] = String(n).split('.')
  const grouped = whole.replace(THOUSANDS, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

export function withUnit(n: number, unit: string): string {
  return `${numberText(n)}${NBSP}${unit}`
}
/** `14 mL/hr` */
export const rateText = (mlPerHour: number) => withUnit(mlPerHour, 'mL/hr')
/** `1,400 units/hr` */
export const unitsPerHourText = (unitsPerHour: number) => withUnit(unitsPerHour, 'units/hr')
/** `5,000 units` */
export const unitsText = (units: number) => withUnit(units, 'units')
/** `72.4 kg` */
export const kgText = (kg: number) => withUnit(kg, 'kg')
/** `58.2 seconds` */
export const secondsText = (seconds: number) => withUnit(seconds, 'seconds')

/** A band of a nomogram: its lowest and highest second, null at an open end. */
interface Band {
  readonly fromSeconds: number | null
  readonly toSeconds: number | null
}

/**
 * One band of a protocol's list in words, without signs: `less than 45`, `45 to 70`, `greater than 105` (seconds).
 * An open band is named by the bound of its neighbour, as the table prints it.
 * @throws RangeError for an index that the list does not have
 */
export function bandText(bands: readonly Band[], index: number): string {
  const band = bands[index]
  if (!band) throw new RangeError(`no band ${index} in a list of ${bands.length}`)
  const { fromSeconds, toSeconds } = band
  if (fromSeconds === null) return `less than${NBSP}${bound(bands[index + 1]?.fromSeconds)}`
  if (toSeconds === null) return `greater than${NBSP}${bound(bands[index - 1]?.toSeconds)}`
  return `${numberText(fromSeconds)} to${NBSP}${numberText(toSeconds)}`
}

function bound(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) throw new RangeError('a band open at both ends')
  return numberText(seconds)
}

/** `1 hr 20 min`, `25 min`, `2 days 3 hr`; whole minutes, rounded down. */
export function durationText(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes))
  const hours = Math.floor(whole / MINUTES_PER_HOUR)
  const rest = whole % MINUTES_PER_HOUR
  if (hours === 0) return `${rest}${NBSP}min`
  if (hours >= 2 * HOURS_PER_DAY)
    return `${Math.floor(hours / HOURS_PER_DAY)}${NBSP}days ${hours % HOURS_PER_DAY}${NBSP}hr`
  return rest === 0 ? `${hours}${NBSP}hr` : `${hours}${NBSP}hr ${rest}${NBSP}min`
}

const two = (n: number) => String(n).padStart(2, '0')

/** `14:30`, with the zone's name within a day of a change of the clocks: `02:30 AEDT`. */
export function clockText(at: Instant, zone: TimeZone): string {
  const wall = wallClockAt(at, zone)
  const time = `${two(wall.hour)}:${two(wall.minute)}`
  return nearClockChange(at, zone) ? `${time}${NBSP}${zoneNameAt(at, zone)}` : time
}

/** `04 Feb 2027` */
export function dayText(at: Instant, zone: TimeZone): string {
  const wall = wallClockAt(at, zone)
  return `${two(wall.day)}${NBSP}${MONTHS[wall.month - 1]}${NBSP}${wall.year}`
}

/** `Thu 04 Feb 2027` */
export function weekdayText(at: Instant, zone: TimeZone): string {
  return `${WEEKDAYS[wallClockAt(at, zone).weekday]} ${dayText(at, zone)}`
}

/** `Thu 04 Feb 2027 14:30` */
export function dayAndClockText(at: Instant, zone: TimeZone): string {
  return `${weekdayText(at, zone)} ${clockText(at, zone)}`
}

/** The clock time, with its day where that is not the day of `now`: `14:30`, `Thu 04 Feb 2027 14:30`. */
export function whenText(at: Instant, now: Instant, zone: TimeZone): string {
  return dayText(at, zone) === dayText(now, zone) ? clockText(at, zone) : dayAndClockText(at, zone)
}

/** In brackets a day keeps its time: a line that ends between them reads as a time of today. */
const inOnePiece = (when: string) => when.replaceAll(' ', NBSP)

/** `in 1 hr 20 min (14:30)`, `now (14:30)`, `25 min ago (13:30)`. */
export function relativeText(at: Instant, now: Instant, zone: TimeZone): string {
  const minutes = Math.ceil(minutesBetween(now, at))
  const when = inOnePiece(whenText(at, now, zone))
  if (minutes > 0) return `in ${durationText(minutes)} (${when})`
  const ago = Math.floor(minutesBetween(at, now))
  return ago === 0 ? `now (${when})` : `${durationText(ago)} ago (${when})`
}

/** `25 min overdue (due 13:30)` */
export function overdueText(dueAt: Instant, now: Instant, zone: TimeZone): string {
  return `${durationText(minutesBetween(dueAt, now))} overdue (due${NBSP}${inOnePiece(whenText(dueAt, now, zone))})`
}

/** A calendar date of the record, `1951-03-09` -> `09 Mar 1951`. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}${NBSP}${MONTHS[Number(month) - 1]}${NBSP}${year}`
}

/** `NGUYEN, Alex`: how a patient's name is shown and signed for. */
export function patientName(patient: { surname: string; given: string }): string {
  return `${patient.surname.toUpperCase()}, ${patient.given}`
}
