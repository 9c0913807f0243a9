import type { Protocol } from '../../protocols/protocol.ts'
import { FormSection } from './FormSection.tsx'
import { MedicinesFields } from './MedicinesFields.tsx'
import { medicinesAnswer, secondAnswer } from './prescribeAnswers.ts'
import type { PrescribePart } from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import { SecondIndicationFields } from './SecondIndicationFields.tsx'
import { YesNoField } from './YesNoField.tsx'

/** Whether there is a second indication, and who chose the protocol for both (CHART-3). */
export function PrescribeSecond({ set, read }: PrescribePart & { read: Prescribing }) {
  const { second } = read
  return (
    <FormSection title="Second indication" answered={secondAnswer(second)}>
      <YesNoField
        question="Is there a second indication for heparin?"
        rule="CHART-3"
        answer={second.has}
        onAnswer={(has) => set({ second: { ...second, has } })}
        unanswered="Not answered yet"
      />
      {second.has === 'yes' && (
        <SecondIndicationFields draft={second} onDraft={(next) => set({ second: next })} />
      )}
    </FormSection>
  )
}

/** The medicines beside the heparin; those on the chart stand there to be checked (CHART-6, BOL-3). */
export function PrescribeMedicines({
  set,
  read,
  protocol,
  onChart,
}: PrescribePart & { read: Prescribing; protocol: Protocol | null; onChart: boolean }) {
  return (
    <FormSection title="Other medicines" answered={medicinesAnswer(read.medicines)}>
      {onChart && <p>As on the chart: check each, and change what is no longer so.</p>}
      <MedicinesFields
        protocol={protocol?.id ?? null}
        draft={read.medicines}
        onDraft={(medicines) => set({ medicines })}
      />
    </FormSection>
  )
}
