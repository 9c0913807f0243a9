import type { DueAbout, DueItem, DueKind } from '../../chart/dueItem.ts'
import type { WardDueChart, WardDueItem } from '../../store/wardDue.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { clockText } from '../../wording.ts'
import { dueUrgency } from '../dueWords.ts'
import { hoursInto, type Shift } from './shift.ts'

const SHORT: Readonly<Record<DueKind, string>> = {
  'aptt-collection': 'APTT',
  'aptt-result': 'Result',
  titration: 'Act on APTT',
  'mo-decision': 'MO decides',
  'bleeding-assessment': 'MO assesses',
  restart: 'Restart',
  weigh: 'Weigh',
  'second-check': 'Second check',
  signature: 'Signature',
  'mo-review': 'MO review',
  'mo-told': 'MO told',
  bloods: 'Bloods',
  platelets: 'Platelets',
  bag: 'Bag',
  observation: 'Bleeding check',
  'adverse-event': 'Event review',
  'procedure-cease': 'Cease',
  'procedure-recommence': 'Recommence',
  'deviation-explained': 'Deviation',
}

/** What would be told apart by its kind alone only in the list beside it. */
const SHORT_ABOUT: Partial<Readonly<Record<DueAbout, string>>> = {
  'platelet-alert': 'Platelets fell',
  'wrong-bag': 'Wrong bag',
  'pump-read-back': 'Set the pump',
  'read-the-pump': 'Read the pump',
  'rate-order': 'Rate order',
  'bolus-order': 'MO: bolus',
  'procedure-end': 'Procedure end',
  interruption: 'Infusion off',
  suspension: 'MO reviews',
  countersign: 'Countersign',
  recollect: 'APTT again',
}

/** One thing due in a shift, and its place in the row. */
export interface ShiftMark {
  readonly key: string
  readonly words: string
  readonly urgency: ReturnType<typeof dueUrgency>
  /** Where it stands, percent of the shift. */
  readonly percent: number
  /** Its words stand to the left of its place: to the right the shift ends. */
  readonly isLeft: boolean
  /** Which line of the row, so that no two lie over each other. */
  readonly line: number
}

/** The words of a mark take so much of the row a letter, and so much around them, where the screen is narrowest. */
const OF_ROW_A_LETTER = 0.0175
const OF_ROW_AROUND = 0.0625
const PERCENT = 100

/** Whether something due has its place in a shift: what is due by now stands at now, whenever it fell due. */
export function isInShift(item: WardDueItem, shift: Shift, now: Instant): boolean {
  const at = placeOf(item, now)
  return at >= shift.from && at < shift.to
}

function placeOf(
  { dueAt, stopAdvised }: Pick<DueItem, 'dueAt' | 'stopAdvised'>,
  now: Instant,
): Instant {
  return stopAdvised || dueAt <= now ? now : dueAt
}

interface On {
  readonly shift: Shift
  readonly now: Instant
  readonly zone: TimeZone
}

/** What is due on a chart in a shift, each at its time, what is due by now at the now-line. */
export function shiftMarks(
  { due }: Pick<WardDueChart, 'due'>,
  { shift, now, zone }: On,
): ShiftMark[] {
  const length = hoursInto(shift, shift.to)
  const ends: number[] = []
  return due
    .filter((item) => isInShift(item, shift, now))
    .map((item) => ({ item, at: placeOf(item, now) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item, at }) => {
      const words = wordsOf(item, at, { shift, now, zone })
      const width = (words.length * OF_ROW_A_LETTER + OF_ROW_AROUND) * length
      const place = hoursInto(shift, at)
      const isLeft = place + width > length
      const from = isLeft ? place - width : place
      const free = ends.findIndex((end) => end <= from)
      const line = free === -1 ? ends.length : free
      ends[line] = from + width
      return {
        key: `${item.kind} ${item.anchor.seq} ${item.about ?? ''}`,
        words,
        urgency: dueUrgency(item),
        percent: (place / length) * PERCENT,
        isLeft,
        line,
      }
    })
}

function wordsOf(item: WardDueItem, at: Instant, { now, zone }: On): string {
  const { stopAdvised, kind, about } = item
  const what = stopAdvised ? 'STOP' : ((about && SHORT_ABOUT[about]) ?? SHORT[kind])
  if (at > now) return `${what} ${clockText(item.dueAt, zone)}`
  return item.status === 'overdue' ? `${what} overdue` : `${what} due`
}
