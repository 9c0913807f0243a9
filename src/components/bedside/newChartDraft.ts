import type { Opening } from '../../store/sending.ts'
import { type AllergyDraft, allergiesOf, allergyFault } from './allergyDraft.ts'
import { readBirthDate } from './birthDate.ts'
import { emptyFault, type Fault } from './TimedAct.tsx'

/** A chart as it is being opened. */
export interface NewChartDraft extends AllergyDraft {
  readonly wardId: string
  readonly bed: string
  readonly surname: string
  readonly given: string
  readonly dateOfBirth: string
  readonly sex: string
  readonly mrn: string
  readonly amo: string
}

export const EMPTY_CHART: NewChartDraft = {
  wardId: '',
  bed: '',
  surname: '',
  given: '',
  dateOfBirth: '',
  sex: '',
  mrn: '',
  amo: '',
  allergies: null,
  allergyTo: [''],
  reactions: [''],
}

const ASKED: readonly (readonly [keyof NewChartDraft & string, string])[] = [
  ['surname', 'Write the surname.'],
  ['given', 'Write the given name.'],
  ['mrn', 'Write the MRN.'],
  ['sex', 'Say the sex.'],
  ['wardId', 'Say which ward.'],
  ['bed', 'Say which bed.'],
  ['amo', 'Name the attending medical officer.'],
]

/** What the new chart still lacks, or null (CHART-2). */
export function newChartFault(draft: NewChartDraft): Fault | null {
  for (const [field, reason] of ASKED) {
    const fault = emptyFault(String(draft[field]), reason, 'CHART-2')
    if (fault) return fault
  }
  const born = readBirthDate(draft.dateOfBirth)
  if (born.kind === 'refused') return born
  return allergyFault(draft)
}

/** The chart as it is sent. @throws Error for a date of birth that `newChartFault` would have named */
export function openingOf(draft: NewChartDraft, happenedAt: string): Opening {
  const born = readBirthDate(draft.dateOfBirth)
  if (born.kind === 'refused') throw new Error(born.reason)
  return {
    happenedAt,
    wardId: draft.wardId,
    bed: draft.bed.trim(),
    patient: {
      mrn: draft.mrn.trim(),
      surname: draft.surname.trim(),
      given: draft.given.trim(),
      dateOfBirth: born.value,
      sex: draft.sex,
    },
    allergies: allergiesOf(draft),
    amo: draft.amo.trim(),
  }
}
