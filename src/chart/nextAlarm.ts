/**
 * The alarms of one tablet: of all that alarms at a moment, at most one thing to say. What was said and seen is the
 * tablet's own and no part of any chart, so that two tablets do each other no harm.
 */
import { ALARM_TIMES } from '../protocols/ward.ts'
import { type Instant, minutesBetween, type TimeZone } from '../time.ts'
import { type Alarm, alarmPriorities } from './alarmOf.ts'
import { isQuietAt, type QuietHours } from './quietHours.ts'

/** What was last said of one item, and whether somebody has seen it. */
export interface Said {
  readonly state: string
  readonly at: Instant
  readonly isSeen: boolean
  /** False: it stood on the board when the ward was first looked at, and was not said since. */
  readonly isTold: boolean
  /** It counts as seen because its chart stands open, and for no other reason. */
  readonly isOnlyOpen: boolean
}

/** What a tablet has said so far. */
export interface Heard {
  readonly said: ReadonlyMap<string, Said>
  /** The last interruption. */
  readonly last: { readonly at: Instant; readonly priority: Alarm['priority'] } | null
  /** The silence of the server that was last told of, and when it was told. */
  readonly silence: { readonly since: Instant; readonly saidAt: Instant } | null
  /** False: the ward has not been looked at yet. */
  readonly hasLooked: boolean
}

export const nothingHeard: Heard = {
  said: new Map(),
  last: null,
  silence: null,
  hasLooked: false,
}

/** What the people of a tablet have chosen. */
export interface AlarmChoices {
  readonly sound: boolean
  readonly notifications: boolean
  readonly quiet: QuietHours | null
}

export interface AlarmMoment {
  /** What alarms now. */
  readonly alarms: readonly Alarm[]
  readonly heard: Heard
  readonly choices: AlarmChoices
  readonly now: Instant
  readonly zone: TimeZone
  /** `live`, or since when the server is silent; null: nothing is known yet. */
  readonly ward: 'live' | { readonly silentSince: Instant } | null
}

/** One interruption; `stale`: this tablet is not up to date and alarms of nothing. */
export type Announcement = (
  | { readonly kind: 'alarm'; readonly alarm: Alarm; readonly isRepeat: boolean }
  | { readonly kind: 'stale'; readonly since: Instant }
) & { readonly sounds: boolean; readonly notifies: boolean }

interface AlarmStep {
  readonly announce: Announcement | null
  /** What stands on the screen: the most urgent that was said and nobody has seen, and how many are behind it. */
  readonly showing: { readonly alarm: Alarm; readonly behind: number } | null
  readonly heard: Heard
}

/** At most one announcement for a moment, and what the tablet has said after it. */
export function nextAlarm(moment: AlarmMoment): AlarmStep {
  const { ward } = moment
  if (ward === null) return { announce: null, showing: null, heard: moment.heard }
  if (ward !== 'live') return saySilence(moment, ward.silentSince)
  const heard = looked(moment)
  const alarm = mostUrgent(moment, heard)
  if (alarm === null) return { announce: null, showing: showing(moment, heard), heard }
  const said = new Map(heard.said)
  const before = said.get(alarm.key)
  const isRepeat = before?.state === alarm.state && before.isTold
  said.set(alarm.key, {
    ...{ state: alarm.state, at: moment.now },
    ...{ isSeen: false, isTold: true, isOnlyOpen: false },
  })
  const after = { ...heard, said, last: { at: moment.now, priority: alarm.priority } }
  return {
    announce: { kind: 'alarm', alarm, isRepeat, ...audible(moment, alarm) },
    showing: showing(moment, after),
    heard: after,
  }
}

/** Somebody has seen it: it is silent until its state changes. */
export function seen(heard: Heard, key: string): Heard {
  const before = heard.said.get(key)
  if (!before) return heard
  return {
    ...heard,
    said: new Map(heard.said).set(key, { ...before, isSeen: true, isOnlyOpen: false }),
  }
}

/** Quiet hours silence what is due or overdue, never what is high: a stop, a restart, a hold that waits (H9). */
function audible({ choices, now, zone }: AlarmMoment, { priority }: Pick<Alarm, 'priority'>) {
  const isHeard = priority === 'high' || !isQuietAt(choices.quiet, now, zone)
  return { sounds: choices.sound && isHeard, notifies: choices.notifications && isHeard }
}

/**
 * What is over is forgotten. What stood on the ward when it was first looked at stands on its board, before the person who
 * has just come: nothing is said of it, but what is high is said when it still stands there where a repeat would be.
 */
function looked({ alarms, heard, now }: AlarmMoment): Heard {
  const said = new Map<string, Said>()
  for (const { key, state, priority } of alarms) {
    const before = heard.said.get(key)
    const isSeen = priority !== 'high'
    if (before) said.set(key, before)
    else if (!heard.hasLooked)
      said.set(key, { state, at: now, isSeen, isTold: false, isOnlyOpen: false })
  }
  return { ...heard, said, hasLooked: true }
}

function mostUrgent({ alarms, now }: AlarmMoment, heard: Heard): Alarm | null {
  const asking = alarms.filter((alarm) => isNew(alarm, heard) || repeats(alarm, heard, now))
  const [first] = asking.sort(
    (a, b) => rank(a) - rank(b) || Number(isNew(b, heard)) - Number(isNew(a, heard)) || order(a, b),
  )
  if (!first) return null
  const { last } = heard
  const waits =
    last !== null && isWithin(last.at, now, ALARM_TIMES.apartMinutes) && rank(first) >= rank(last)
  return waits ? null : first
}

/** So far back the time steps where the server only puts a tablet's own counting right. */
const STEP_BACK_MINUTES = 1

/** What was said at a time still to come was said long ago: the time has been set back since (H9, H34). */
function isWithin(saidAt: Instant, now: Instant, minutes: number): boolean {
  const passed = minutesBetween(saidAt, now)
  return passed >= -STEP_BACK_MINUTES && passed < minutes
}

function isNew({ key, state }: Alarm, { said }: Heard): boolean {
  return said.get(key)?.state !== state
}

function repeats({ key, priority }: Alarm, { said }: Heard, now: Instant): boolean {
  const before = said.get(key)
  if (priority !== 'high' || !before || before.isSeen) return false
  return !isWithin(before.at, now, ALARM_TIMES.repeatAfterMinutes)
}

function rank({ priority }: Pick<Alarm, 'priority'>): number {
  return alarmPriorities.indexOf(priority)
}

/** A stop first, then a restart, then what fell due first. */
function order({ item: a }: Alarm, { item: b }: Alarm): number {
  return (
    Number(b.stopAdvised) - Number(a.stopAdvised) ||
    Number(b.kind === 'restart') - Number(a.kind === 'restart') ||
    a.dueAt - b.dueAt
  )
}

function showing({ alarms, now }: AlarmMoment, { said }: Heard): AlarmStep['showing'] {
  const unseen = alarms.filter((alarm) => {
    const told = said.get(alarm.key)
    if (!told?.isTold || told.isSeen) return false
    return alarm.priority !== 'low' || isWithin(told.at, now, ALARM_TIMES.lowShownMinutes)
  })
  const [alarm, ...behind] = unseen.sort((a, b) => rank(a) - rank(b) || order(a, b))
  return alarm ? { alarm, behind: behind.length } : null
}

/** A tablet that hears nothing alarms of nothing: it says so, once for a silence, whatever the hour. */
function saySilence({ heard, now, choices }: AlarmMoment, since: Instant): AlarmStep {
  const { silence } = heard
  const isLong = minutesBetween(since, now) >= ALARM_TIMES.silentAfterMinutes
  const wasSaid =
    silence !== null &&
    (silence.since === since || isWithin(silence.saidAt, now, ALARM_TIMES.silentAgainAfterMinutes))
  if (!isLong || wasSaid) return { announce: null, showing: null, heard }
  return {
    announce: {
      kind: 'stale',
      since,
      sounds: choices.sound,
      notifies: choices.notifications,
    },
    showing: null,
    heard: { ...heard, silence: { since, saidAt: now } },
  }
}
