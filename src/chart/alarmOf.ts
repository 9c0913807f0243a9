/** What a tablet alarms of: which due items, how urgently, and when one counts as another state (TIME-8, H40). */
import { ALARM_TIMES } from '../protocols/ward.ts'
import { type Instant, minutesBetween } from '../time.ts'
import {
  type DueAbout,
  type DueItem,
  type DueKind,
  type DueStatus,
  INTERRUPTING,
  statusAt,
} from './dueItem.ts'

/** What is due on a chart, as far as an alarm needs it: a bed and a task, and nobody's name. */
export interface AlarmItem
  extends Pick<DueItem, 'kind' | 'about' | 'stopAdvised' | 'owner' | 'dueAt' | 'overdueAt'> {
  readonly chartId: string
  readonly bed: string
  /** The entry that it counts from. */
  readonly seq: number
}

export const alarmPriorities = ['high', 'medium', 'low'] as const
/** High: a stop, a restart, what interrupts at once. Medium: overdue. Low: due. */
export type AlarmPriority = (typeof alarmPriorities)[number]

/** A due item that alarms at a moment. */
export interface Alarm {
  readonly item: AlarmItem
  /** The same from its first minute to its last. */
  readonly key: string
  readonly priority: AlarmPriority
  readonly status: DueStatus
  /** Another one asks anew, also of who has seen the last. */
  readonly state: string
}

/** Paper, and what two people are at already: it stands in its place and sounds nowhere. */
const QUIET_KINDS: ReadonlySet<DueKind> = new Set(['mo-told', 'deviation-explained', 'observation'])
const AT_WORK: ReadonlySet<DueAbout | null> = new Set(['act-check', 'pump-read-back'])

/** While it is off, nobody may forget that somebody has to decide (TIME-3, SIGN-5). */
const HOLD_DECISIONS: ReadonlySet<DueAbout | null> = new Set([
  'stop-band-not-usable',
  'provisional-stop',
  'no-restart-rate',
  'restart-late',
  'stay-off',
])

/** The alarm of a due item at `now`; null: it does not alarm. */
function alarmOf(item: AlarmItem, now: Instant): Alarm | null {
  const status = statusAt(item, now)
  const priority = priorityOf(item, status)
  if (priority === null) return null
  const { chartId, kind, seq, about, stopAdvised } = item
  return {
    item,
    key: [chartId, kind, seq, about ?? ''].join(' '),
    priority,
    status,
    state: `${stopAdvised ? 'stop ' : ''}${status}${stepOf(item, now)}`,
  }
}

function priorityOf(item: AlarmItem, status: DueStatus): AlarmPriority | null {
  if (item.stopAdvised) return 'high'
  if (status === 'waiting' || status === 'soon' || isQuiet(item, status)) return null
  if (item.kind === 'restart' || INTERRUPTING.has(item.about)) return 'high'
  if (status === 'due') return 'low'
  return decidesHold(item) ? 'high' : 'medium'
}

function isQuiet({ kind, about }: AlarmItem, status: DueStatus): boolean {
  return QUIET_KINDS.has(kind) || (AT_WORK.has(about) && status === 'due')
}

function decidesHold({ kind, about }: AlarmItem): boolean {
  return kind === 'bleeding-assessment' || HOLD_DECISIONS.has(about)
}

/** A stop or a restart left waiting is another state every half hour: seen once, it is not forgotten (H9). */
function stepOf(item: AlarmItem, now: Instant): string {
  if (!item.stopAdvised && item.kind !== 'restart' && !decidesHold(item)) return ''
  const steps = minutesBetween(item.dueAt, now) / ALARM_TIMES.asksAgainAfterMinutes
  return ` ${steps - (steps % 1)}`
}

/** All that alarms at `now`. A restart that is due asks for the assessment that it waits for: one alarm, not two (TIME-3). */
export function alarmsAt(items: readonly AlarmItem[], now: Instant): Alarm[] {
  const alarms = items.map((item) => alarmOf(item, now)).filter((alarm) => alarm !== null)
  const restarting = new Set(
    alarms.filter(({ item }) => item.kind === 'restart').map(({ item }) => item.chartId),
  )
  return alarms.filter(
    ({ item: { kind, chartId } }) => kind !== 'bleeding-assessment' || !restarting.has(chartId),
  )
}
