import type { Instant, TimeZone } from '../time.ts'
import { weekdayText } from '../wording.ts'

/** Neighbours that lie on one day of the facility's calendar, under that day's name, in the order given. */
export function byDay<T>(
  items: readonly T[],
  zone: TimeZone,
  at: (item: T) => Instant,
): { readonly day: string; readonly items: readonly T[] }[] {
  const days: { day: string; items: T[] }[] = []
  for (const item of items) {
    const day = weekdayText(at(item), zone)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
