import type { DueAbout, DueKind, DueStatus } from '../chart/dueItem.ts'
import type { Instant, TimeZone } from '../time.ts'
import { minutesBetween } from '../time.ts'
import { durationText, overdueText, relativeText, whenText } from '../wording.ts'
import type { Tone } from './ui/Banner.tsx'
import type { IconName } from './ui/Icon.tsx'

/** What a screen needs of a due item, whether it comes from the board or from a chart. */
export interface DueShown {
  readonly kind: string
  readonly status: DueStatus
  readonly dueAt: Instant
  /** Null: it is never overdue. */
  readonly overdueAt: Instant | null
  readonly about?: string | null | undefined
  readonly stopAdvised?: boolean | undefined
}

const KINDS: Readonly<Record<DueKind, string>> = {
  'aptt-collection': 'Collect APTT',
  'aptt-result': 'APTT result to check',
  titration: 'Act on the APTT result',
  'mo-decision': 'MO decides',
  'bleeding-assessment': 'MO assesses bleeding',
  restart: 'Restart the infusion',
  weigh: 'Weigh the patient',
  'second-check': 'Second check',
  signature: 'Signature: identity unconfirmed',
  'mo-review': 'Daily MO review',
  'mo-told': 'Name the MO told',
  bloods: 'Baseline bloods',
  platelets: 'Platelet count',
  bag: 'Change the bag',
  observation: 'Check for bleeding',
  'adverse-event': 'MO reviews the adverse event',
  'procedure-cease': 'Cease before the procedure',
  'procedure-recommence': 'Recommence after the procedure',
  'deviation-explained': 'Explain the deviation',
}

const ABOUT: Readonly<Record<DueAbout, string>> = {
  referred: 'MO decides on the APTT result',
  early: 'MO decides: sample taken early',
  old: 'MO decides: sample is old',
  amended: 'MO reads the amended result',
  'superseded-stop-band': 'MO reads a result in the stop band',
  'stop-band-not-usable': 'Call the MO: result in the stop band',
  'provisional-stop': 'MO decides on the stop',
  suspension: 'MO reviews the suspension',
  'bedside-fact': 'MO reviews what was done at the bedside',
  'strike-out': 'MO reviews the struck-out entry',
  'no-protocol': 'MO prescribes: no protocol in force',
  'bolus-order': 'MO decides on the bolus',
  'no-restart-rate': 'MO orders the restart rate',
  'restart-late': 'MO orders before a late restart',
  'stay-off': 'MO decides when to restart',
  interruption: 'Infusion off: tell the MO',
  'read-the-pump': 'Read the pump: rate unconfirmed',
  'act-check': 'Second check',
  'pump-read-back': 'Set the pump and read it back',
  'keep-check': 'Second check of no change',
  countersign: 'Countersign',
  recollect: 'Collect APTT again',
  'rate-order': 'Carry out the rate order',
  'weight-differs': 'MO reviews the dose: weight differs',
  'minor-bleeding': 'MO looks at the bleeding',
  clots: 'MO looks at the clot',
  'adverse-event': 'MO reviews the adverse event',
  'platelet-alert': 'Platelets fell: call haematology',
  'wrong-bag': 'Wrong bag: call MO and pharmacist',
  'procedure-end': 'Record the end of the procedure',
}

/** A due item's name: what is to be done. */
export function dueTitle({ kind, about, stopAdvised }: DueShown): string {
  if (stopAdvised && kind === 'titration') return 'STOP advised'
  if (stopAdvised && about === 'suspension') return 'STOP: major bleed or head injury'
  const own = about ? ABOUT[about as DueAbout] : undefined
  return own ?? KINDS[kind as DueKind] ?? kind
}

/** When, relative with the absolute time beside it: `in 1 hr 20 min (15:22)`, `25 min overdue (due 13:37)`. */
export function dueWhen(item: DueShown, now: Instant, zone: TimeZone): string {
  const { status, dueAt, about, overdueAt } = item
  if (about === 'act-check' && status !== 'overdue' && overdueAt !== null) {
    return `lapses ${relativeText(overdueAt, now, zone)}`
  }
  if (status === 'overdue') return overdueText(dueAt, now, zone)
  if (status === 'due') {
    const minutes = Math.floor(minutesBetween(dueAt, now))
    const since = minutes < 1 ? '' : `, for ${durationText(minutes)}`
    return `due now${since} (${whenText(dueAt, now, zone)})`
  }
  const when = relativeText(dueAt, now, zone)
  return status === 'soon' ? `due soon, ${when}` : when
}

/** How a thing that is due looks. */
export interface Urgency {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

const URGENCY: Readonly<Record<DueStatus, Urgency>> = {
  overdue: { tone: 'stop', icon: 'overdue', word: 'Overdue' },
  due: { tone: 'soon', icon: 'soon', word: 'Due' },
  soon: { tone: 'soon', icon: 'soon', word: 'Due soon' },
  waiting: { tone: 'quiet', icon: 'due', word: 'Later' },
}

/** How pressing it is: a colour with its icon and its word. */
export function dueUrgency({ kind, status, about, stopAdvised }: DueShown): Urgency {
  if (stopAdvised) return { tone: 'stop', icon: 'stop', word: 'Stop advised' }
  if (status !== 'overdue' && (about === 'act-check' || about === 'pump-read-back')) {
    return { tone: 'soon', icon: 'second', word: 'Awaiting second check' }
  }
  // Paper without a clock: it asks, and does not press (DEV-1).
  if (kind === 'deviation-explained') return { tone: 'quiet', icon: 'due', word: 'To do' }
  return URGENCY[status]
}
