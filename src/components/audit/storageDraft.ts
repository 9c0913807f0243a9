import { NOW, type StatedTime } from '../bedside/statedTime.ts'

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

/** What the storage audit still lacks, or null. */
export function storageFault(draft: StorageDraft): string | null {
  if (!/^\d{1,5}$/.test(draft.ampoules.trim())) {
    return 'Key how many ampoules of 5,000 units in 5 mL there are, a whole number; 0 for none.'
  }
  if (draft.isApart === null) return 'Say whether they are kept apart from other strengths.'
  if (draft.isOther === null) return 'Say whether other heparin was found.'
  return draft.isOther === 'yes' && draft.other.trim() === ''
    ? 'Write which other heparin was found.'
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
