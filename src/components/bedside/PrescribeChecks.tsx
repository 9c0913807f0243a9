import type { Contraindication, Restriction } from '../../chart/fields.ts'
import { FormSection } from './FormSection.tsx'
import { NamesField } from './NamesField.tsx'
import type { PrescribePart } from './prescribeDraft.ts'
import { type Answer, CONTRAINDICATION_ORDER, CONTRAINDICATIONS } from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import { RESTRICTION_ORDER, RESTRICTION_WORDS } from './restrictionWords.ts'
import { YesNoField } from './YesNoField.tsx'

/** Contraindications and bolus restrictions, asked one by one, and the names that they ask for (CHART-4, BOL-9). */
export function PrescribeChecks({ draft, set, read }: PrescribePart & { read: Prescribing }) {
  const contraindicate = (each: Contraindication, answer: Answer) =>
    set({ contraindications: { ...draft.contraindications, [each]: answer } })
  const restrict = (each: Restriction, answer: Answer) =>
    set({ restrictions: { ...draft.restrictions, [each]: answer } })
  return (
    <>
      <FormSection title="Contraindications">
        <div>
          {CONTRAINDICATION_ORDER.map((each) => (
            <YesNoField
              key={each}
              question={CONTRAINDICATIONS[each]}
              rule="CHART-4"
              answer={draft.contraindications[each] ?? null}
              onAnswer={(answer) => contraindicate(each, answer)}
              unanswered="Not answered yet"
            />
          ))}
        </div>
      </FormSection>
      <FormSection title="What bars a bolus">
        <div>
          {RESTRICTION_ORDER.map((each) => (
            <YesNoField
              key={each}
              question={RESTRICTION_WORDS[each].question}
              rule={RESTRICTION_WORDS[each].rule}
              answer={draft.restrictions[each] ?? null}
              onAnswer={(answer) => restrict(each, answer)}
              unanswered="Not answered: it is sent as yes, and bars the bolus (BOL-9)"
            />
          ))}
        </div>
      </FormSection>
      {read.roles.length > 0 && (
        <FormSection title="Advice from">
          <NamesField
            roles={read.roles}
            why="Name and time of whom you spoke to. A bolus stays barred without the names that lift its restriction."
            names={draft.names}
            onNames={(names) => set({ names })}
          />
        </FormSection>
      )}
    </>
  )
}
