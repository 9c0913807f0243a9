import type { Allergy } from '../../chart/careFields.ts'
import type { Fault } from './TimedAct.tsx'

/** Allergies as they are being written. */
export interface AllergyDraft {
  readonly allergies: 'none' | 'some' | null
  readonly allergyTo: readonly string[]
  readonly reactions: readonly string[]
}

/** What the chart has, as a draft to be changed. */
export function allergyDraftOf(all: readonly Allergy[]): AllergyDraft {
  return all.length === 0
    ? { allergies: 'none', allergyTo: [''], reactions: [''] }
    : {
        allergies: 'some',
        allergyTo: all.map(({ to }) => to),
        reactions: all.map(({ reaction }) => reaction),
      }
}

/** What the allergies still lack, or null (CHART-2). */
export function allergyFault({ allergies, allergyTo, reactions }: AllergyDraft): Fault | null {
  const rules = ['CHART-2']
  if (allergies === null) return { reason: 'Say whether allergies are known.', rules }
  if (allergies === 'none') return null
  const isHalf = allergyTo.some((to, i) => to.trim() === '' || (reactions[i] ?? '').trim() === '')
  return isHalf ? { reason: 'Give each allergy with its reaction.', rules } : null
}

/** The allergies as they are sent; empty: none known. */
export function allergiesOf({ allergies, allergyTo, reactions }: AllergyDraft): Allergy[] {
  if (allergies !== 'some') return []
  return allergyTo.map((to, i) => ({ to: to.trim(), reaction: (reactions[i] ?? '').trim() }))
}
