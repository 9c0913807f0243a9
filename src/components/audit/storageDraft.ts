import { NOW, type StatedTime } from '../bedside/statedTime.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** What somebody found in the ward's stock, as far as it is keyed. */
export interface StorageDraft {
  readonly ampoules: string
  readonly isApart: 'yes' | 'no' | null
  readonly isOther: 'yes' | 'no' | null
  readonly other: string
  readonly text: string
  readonly stated: StatedTime
}

export const EMPTY_STORAGE: StorageDraft = {
  ampoules: '',
  isApart: null,
  isOther: null,
  other: '',
  text: '',
  stated: NOW,
}

/** What the form asks, by the names of the contract, as its fields are labelled. */
export const STORAGE_FIELDS = {
  ampoulesOf5000Units: 'Ampoules of 5,000 units in 5 mL',
  storedApartFromOtherStrengths: 'Kept apart from other strengths?',
  otherHeparinFound: 'Which other heparin, and how much',
  text: 'Anything else (optional)',
} as const

/** Asks whether there is any other; the contract has the answer in what was found. */
export const OTHER_FOUND = 'Other heparin found in the stock?'

/** What the storage audit still lacks, or null. */
export function storageFault(draft: StorageDraft): Fault | null {
  const lacks = (reason: string, field: string): Fault => ({ reason, rules: [], field })
  if (!/^\d{1,5}$/.test(draft.ampoules.trim())) {
    return lacks(
      'Key how many ampoules of 5,000 units in 5 mL there are, a whole number; 0 for none.',
      STORAGE_FIELDS.ampoulesOf5000Units,
    )
  }
  if (draft.isApart === null) {
    return lacks(
      'Say whether they are kept apart from other strengths.',
      STORAGE_FIELDS.storedApartFromOtherStrengths,
    )
  }
  if (draft.isOther === null) return lacks('Say whether other heparin was found.', OTHER_FOUND)
  return draft.isOther === 'yes' && draft.other.trim() === ''
    ? lacks('Write which other heparin was found.', STORAGE_FIELDS.otherHeparinFound)
    : null
}

/** The fields of a draft that lacks nothing. */
export function storageFields({ ampoules, isApart, isOther, other, text }: StorageDraft) {
  return {
    ampoulesOf5000Units: Number(ampoules.trim()),
    storedApartFromOtherStrengths: isApart === 'yes',
    ...(isOther === 'yes' ? { otherHeparinFound: other.trim() } : {}),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  }
}
