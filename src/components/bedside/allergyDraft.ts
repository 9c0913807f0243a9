import type { Allergy } from '../../chart/careFields.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** Allergies as they are being written. */
export interface AllergyDraft {
  readonly allergies: 'none' | 'some' | null
  readonly allergyTo: readonly string[]
  readonly reactions: readonly string[]
}

/** What the form asks, as its fields are labelled; `at`: the place in the list. */
export const ALLERGY_FIELDS = {
  known: 'Which are known?',
  to: (at: number) => `Allergy ${at + 1}: to what`,
  reaction: (at: number) => `Allergy ${at + 1}: reaction`,
} as const

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
  if (allergies === null) {
    return { reason: 'Say whether allergies are known.', rules, field: ALLERGY_FIELDS.known }
  }
  if (allergies === 'none') return null
  const fields = allergyTo.flatMap((to, at) => [
    [to, ALLERGY_FIELDS.to(at)] as const,
    [reactions[at] ?? '', ALLERGY_FIELDS.reaction(at)] as const,
  ])
  const open = fields.find(([text]) => text.trim() === '')
  return open ? { reason: 'Give each allergy with its reaction.', rules, field: open[1] } : null
}

/** The allergies as they are sent; empty: none known. */
export function allergiesOf({ allergies, allergyTo, reactions }: AllergyDraft): Allergy[] {
  if (allergies !== 'some') return []
  return allergyTo.map((to, i) => ({ to: to.trim(), reaction: (reactions[i] ?? '').trim() }))
}
