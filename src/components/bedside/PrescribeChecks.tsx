import type { Contraindication, Restriction } from '../../chart/fields.ts'
import { allergiesText } from '../prescribingWords.ts'
import { useBedside } from './BedsideContext.ts'
import { FormSection } from './FormSection.tsx'
import { NamesField } from './NamesField.tsx'
import { NoneOfThese } from './NoneOfThese.tsx'
import { PrescribeMedicines } from './PrescribeAround.tsx'
import { PrescribePrecautions } from './PrescribePrecautions.tsx'
import { contraindicationAnswer, restrictionAnswer } from './prescribeAnswers.ts'
import type { PrescribePart } from './prescribeDraft.ts'
import { type Answer, CONTRAINDICATION_ORDER, CONTRAINDICATIONS } from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import { RESTRICTION_ORDER, RESTRICTION_WORDS } from './restrictionWords.ts'
import { YesNoField } from './YesNoField.tsx'

/** Contraindications and bolus restrictions, asked one by one, and the names that they ask for (CHART-4, BOL-9). */
export function PrescribeChecks({ draft, set, read }: PrescribePart & { read: Prescribing }) {
  const { chart } = useBedside()
  const contraindicate = (each: Contraindication, answer: Answer) =>
    set({ contraindications: { ...draft.contraindications, [each]: answer } })
  const restrict = (each: Restriction, answer: Answer) =>
    set({ restrictions: { ...draft.restrictions, [each]: answer } })
  return (
    <>
      <FormSection title="Contraindications" answered={contraindicationAnswer(draft)}>
        <p>Allergies on the chart: {allergiesText(chart.allergies)}</p>
        <NoneOfThese
          group="contraindications"
          isOpen={isOpen(CONTRAINDICATION_ORDER, draft.contraindications)}
          onNone={() => set({ contraindications: allNo(CONTRAINDICATION_ORDER) })}
        />
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
      <PrescribePrecautions draft={draft} set={set} />
      <PrescribeMedicines
        draft={draft}
        set={set}
        read={read}
        protocol={read.protocol}
        onChart={chart.medicines !== null && draft.medicines === null}
      />
      <FormSection title="What bars a bolus" answered={restrictionAnswer(draft)}>
        <NoneOfThese
          group="what bars a bolus"
          isOpen={isOpen(RESTRICTION_ORDER, draft.restrictions)}
          onNone={() => set({ restrictions: allNo(RESTRICTION_ORDER) })}
        />
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

type Answers<T extends string> = Readonly<Partial<Record<T, Answer>>>

/** Some are not answered, and none with yes. */
function isOpen<T extends string>(order: readonly T[], answers: Answers<T>): boolean {
  const given = order.map((each) => answers[each])
  return given.includes(undefined) && !given.includes('yes')
}

function allNo<T extends string>(order: readonly T[]): Answers<T> {
  return Object.fromEntries(order.map((each) => [each, 'no'])) as Answers<T>
}
