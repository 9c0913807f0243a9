import type { Opening } from '../../store/sending.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { type AllergyDraft, allergiesOf, allergyFault } from './allergyDraft.ts'
import { readBirthDate } from './birthDate.ts'
import { keyedFault } from './keyedFigures.ts'
import { emptyFault } from './TimedAct.tsx'

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

/** What the form asks, as its fields are labelled. */
export const CHART_FIELDS = {
  surname: 'Surname',
  given: 'Given name',
  dateOfBirth: 'Date of birth',
  mrn: 'MRN',
  sex: 'Sex',
  wardId: 'Ward',
  bed: 'Bed',
  amo: 'Attending medical officer (AMO)',
} as const

const ASKED: readonly (readonly [keyof typeof CHART_FIELDS, string])[] = [
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
  for (const [asked, reason] of ASKED) {
    const field = CHART_FIELDS[asked]
    const fault = emptyFault(draft[asked], { reason, rules: ['CHART-2'], field })
    if (fault) return fault
  }
  return (
    keyedFault(readBirthDate(draft.dateOfBirth), CHART_FIELDS.dateOfBirth) ?? allergyFault(draft)
  )
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
