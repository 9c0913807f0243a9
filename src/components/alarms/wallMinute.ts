const MINUTES_PER_HOUR = 60
const CLOCK = /^([01]?\d|2[0-3]):?([0-5]\d)$/

/** `22:00` or `2200` as minutes of the day; null: it is no time. */
export function wallMinuteOf(text: string): number | null {
  const read = CLOCK.exec(text.trim())
  return read ? Number(read[1]) * MINUTES_PER_HOUR + Number(read[2]) : null
}

/** `22:00` */
export function wallMinuteText(minute: number): string {
  const rest = minute % MINUTES_PER_HOUR
  return [(minute - rest) / MINUTES_PER_HOUR, rest].map((n) => `${n}`.padStart(2, '0')).join(':')
}
