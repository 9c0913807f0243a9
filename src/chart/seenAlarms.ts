/**
 * What counts as seen on a tablet. A tap lasts. An open chart has its alarms before whoever reads it, and only them: it
 * is taken back when the tablet locks, since nobody reads it any more (H9).
 */
import type { Instant } from '../time.ts'
import { minutesBetween } from '../time.ts'
import type { Alarm } from './alarmOf.ts'
import type { Heard, Said } from './nextAlarm.ts'

/** One alarm that somebody has seen, as the pages of a tablet tell one another. */
export interface SeenAlarm extends Pick<Said, 'state' | 'isOnlyOpen'> {
  readonly key: string
}

/** The same, and when this page was told of it. */
export interface SeenThere extends SeenAlarm {
  readonly at: Instant
}

/** A locked page learns of an alarm up to a quarter of a minute after another one. */
const AWAITED_MINUTES = 1

function withSaid(heard: Heard, key: string, said: Said): Heard {
  return { ...heard, said: new Map(heard.said).set(key, said) }
}

/** Its chart stands on the screen. */
export function seenOnChart(heard: Heard, key: string): Heard {
  const before = heard.said.get(key)
  if (!before || before.isSeen) return heard
  return withSaid(heard, key, { ...before, isSeen: true, isOnlyOpen: true })
}

/** The person has gone on to another page: they were there, and have seen what was due on the chart. */
export function leftChart(heard: Heard, chartId: string): Heard {
  const said = [...heard.said].map(([key, each]) =>
    key.startsWith(`${chartId} `) ? ([key, { ...each, isOnlyOpen: false }] as const) : [key, each],
  ) as [string, Said][]
  return { ...heard, said: new Map(said) }
}

/** The tablet is locked: what only an open chart let count as seen is said anew (H9). */
export function takenBack(heard: Heard): Heard {
  return { ...heard, said: new Map([...heard.said].filter(([, { isOnlyOpen }]) => !isOnlyOpen)) }
}

/** Counts what was seen on another page of the tablet; what has not come to this page yet is left over. */
export function seenThere(
  heard: Heard,
  told: readonly SeenThere[],
  { alarms, now }: { readonly alarms: readonly Alarm[]; readonly now: Instant },
): { readonly heard: Heard; readonly left: readonly SeenThere[] } {
  const isHere = ({ key, state }: SeenAlarm) =>
    alarms.some((alarm) => alarm.key === key && alarm.state === state)
  return {
    heard: told.filter(isHere).reduce(withSeen, heard),
    left: told.filter((each) => !isHere(each) && minutesBetween(each.at, now) < AWAITED_MINUTES),
  }
}

function withSeen(heard: Heard, { key, state, isOnlyOpen, at }: SeenThere): Heard {
  const before = heard.said.get(key)
  const isSeen = before?.state === state && before.isSeen
  if (isSeen && !before.isOnlyOpen) return heard
  const saidAt = before?.state === state ? before.at : at
  return withSaid(heard, key, { state, at: saidAt, isSeen: true, isTold: true, isOnlyOpen })
}

/** What has come to be seen between two moments of a page. */
export function newlySeen(before: Heard, after: Heard): SeenAlarm[] {
  return [...after.said].flatMap(([key, { state, isSeen, isTold, isOnlyOpen }]) => {
    const was = before.said.get(key)
    const isAsBefore = was?.state === state && was.isSeen && was.isOnlyOpen === isOnlyOpen
    return isSeen && isTold && !isAsBefore ? [{ key, state, isOnlyOpen }] : []
  })
}
