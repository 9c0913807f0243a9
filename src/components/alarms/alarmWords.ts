import type { Alarm, AlarmPriority } from '../../chart/alarmOf.ts'
import type { Announcement } from '../../chart/nextAlarm.ts'
import { type Instant, minuteOf, type TimeZone } from '../../time.ts'
import { clockText, relativeText } from '../../wording.ts'
import { dueTitle, dueWhen, type Urgency } from '../dueWords.ts'

const LOOKS: Readonly<Record<AlarmPriority, Urgency>> = {
  high: { word: 'Now', tone: 'stop', icon: 'overdue' },
  medium: { word: 'Overdue', tone: 'stop', icon: 'overdue' },
  low: { word: 'Due', tone: 'soon', icon: 'soon' },
}

/** How an alarm looks: a colour with its icon and its word; the sign of STOP for a stop alone. */
export function alarmLook({ priority, item }: Pick<Alarm, 'priority' | 'item'>): Urgency {
  return item.stopAdvised ? { ...LOOKS.high, icon: 'stop' } : LOOKS[priority]
}

/** What is due and where, as it may stand on a locked screen: a bed and a task, never a name or a number (H98). */
export function alarmTitle({ item, status }: Pick<Alarm, 'item' | 'status'>): string {
  return `Bed ${item.bed}: ${dueTitle({ ...item, status })}`
}

/** Since when, or until when. */
export function alarmWhen({ item, status }: Alarm, now: Instant, zone: TimeZone): string {
  const isThisMinute = minuteOf(item.dueAt) === minuteOf(now)
  if (isThisMinute) return relativeText(item.dueAt, now, zone)
  return dueWhen({ ...item, status }, now, zone)
}

/** An announcement in two parts, for a notification and for a screen reader. */
export function announcementWords(
  announcement: Announcement,
  now: Instant,
  zone: TimeZone,
): { readonly title: string; readonly detail: string } {
  if (announcement.kind === 'stale') {
    return {
      title: 'This tablet is not up to date',
      detail: `No word from the server since ${clockText(announcement.since, zone)}: nothing alarms here`,
    }
  }
  const { alarm } = announcement
  return { title: alarmTitle(alarm), detail: alarmWhen(alarm, now, zone) }
}
