import { isStandardBag } from '../../chart/bagAt.ts'
import { BAG } from '../../protocols/ward.ts'
import { type Instant, type TimeZone, wallClockAt } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { readDayFirst } from './birthDate.ts'
import { given } from './given.ts'
import { type Keyed, keyedFault, readBagUnits, readBagVolume } from './keyedFigures.ts'
import { NOW, type StatedTime } from './statedTime.ts'
import { emptyFault } from './TimedAct.tsx'

/** What is read from a bag's label so far. */
export interface BagDraft {
  readonly label: 'standard' | 'other' | null
  readonly units: string
  readonly volume: string
  readonly batch: string
  readonly expiry: string
  readonly time: StatedTime
}

export const NO_BAG: BagDraft = {
  label: null,
  units: '',
  volume: '',
  batch: '',
  expiry: '',
  time: NOW,
}

/** What the form asks, as its fields are labelled. */
export const BAG_FIELDS = {
  label: 'What does the label say?',
  units: 'Units on the label',
  volume: 'Volume on the label, mL',
  batch: 'Batch number',
  expiry: 'Expiry date',
} as const

const figure = (keyed: Keyed): number | null => (keyed.kind === 'taken' ? keyed.value : null)

/** A bag's expiry date as it is printed, day first. */
export function readExpiry(text: string): Keyed<string> {
  return readDayFirst(text, {
    wanted: 'Write the expiry date as 31 Jan 2028 or 31/01/2028.',
    rules: ['CHART-9'],
  })
}

/** What is missing or wrong before a bag may be signed, or null. */
export function bagFault(draft: BagDraft, now: Instant, zone: TimeZone): Fault | null {
  const rules = ['CHART-9']
  if (draft.label === null) {
    return { reason: 'Say what the label says.', rules, field: BAG_FIELDS.label }
  }
  return (
    (draft.label === 'other' ? otherFault(draft) : null) ??
    emptyFault(draft.batch, { reason: 'Give the batch number.', rules, field: BAG_FIELDS.batch }) ??
    expiryFault(draft.expiry, BAG_FIELDS.expiry, now, zone)
  )
}

function otherFault({ units, volume }: BagDraft): Fault | null {
  const keyed =
    keyedFault(readBagUnits(units), BAG_FIELDS.units) ??
    keyedFault(readBagVolume(volume), BAG_FIELDS.volume)
  if (keyed !== null) return keyed
  return isStandardBag({ units: Number(units), volumeMl: Number(volume) })
    ? {
        reason: 'That is the ready-made bag: choose it above.',
        rules: ['CHART-9'],
        field: BAG_FIELDS.label,
      }
    : null
}

/** What is wrong with an expiry date, keyed into `field`: unreadable, or past in the facility's zone; null: nothing. */
export function expiryFault(
  text: string,
  field: string,
  now: Instant,
  zone: TimeZone,
): Fault | null {
  const read = readExpiry(text)
  if (read.kind === 'refused') return keyedFault(read, field)
  const { year, month, day } = wallClockAt(now, zone)
  const today = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
  return read.value < today
    ? {
        reason:
          'This bag has expired: do not hang it. Take another and send this one back to pharmacy.',
        rules: ['CHART-9'],
        field,
      }
    : null
}

/** The bag as its command carries it. */
export function bagOf(draft: BagDraft) {
  const isOther = draft.label === 'other'
  const read = readExpiry(draft.expiry)
  return {
    units: isOther ? given(figure(readBagUnits(draft.units))) : BAG.units,
    volumeMl: isOther ? given(figure(readBagVolume(draft.volume))) : BAG.volumeMl,
    batch: draft.batch.trim(),
    expiry: given(read.kind === 'taken' ? read.value : null),
  }
}
