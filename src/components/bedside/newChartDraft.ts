import type { Opening } from '../../store/chartStore.ts'
import { readBirthDate } from './birthDate.ts'
import { emptyFault, type Fault } from './TimedAct.tsx'

/** A chart as it is being opened. */
export interface NewChartDraft {
  readonly wardId: string
  readonly bed: string
  readonly surname: string
  readonly given: string
  readonly dateOfBirth: string
  readonly sex: string
  readonly mrn: string
  readonly amo: string
  readonly allergies: 'none' | 'some' | null
  readonly allergyTo: readonly string[]
  readonly reactions: readonly string[]
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

function allergyFault({ allergies, allergyTo, reactions }: NewChartDraft): Fault | null {
  const rules = ['CHART-2']
  if (allergies === null) return { reason: 'Say whether allergies are known.', rules }
  if (allergies === 'none') return null
  const isHalf = allergyTo.some((to, i) => to.trim() === '' || (reactions[i] ?? '').trim() === '')
  return isHalf ? { reason: 'Give each allergy with its reaction.', rules } : null
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
    allergies:
      draft.allergies === 'some'
        ? draft.allergyTo.map((to, i) => ({
            to: to.trim(),
            reaction: (draft.reactions[i] ?? '').trim(),
          }))
        : [],
    amo: draft.amo.trim(),
  }
}
