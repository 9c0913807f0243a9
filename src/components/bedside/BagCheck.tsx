import { useState } from 'react'
import { patientName } from '../../wording.ts'
import { useBedside } from './BedsideContext.ts'
import { FigureQuestion } from './FigureQuestion.tsx'
import { readBagUnits } from './keyedFigures.ts'

/** The blind check of a bag that hangs: the units that its label states (SIGN-3, CHART-9). */
export function BagCheck({ onDone }: { onDone: (checkedUnits: number) => void }) {
  const { patient } = useBedside().chart
  const [text, setText] = useState('')
  return (
    <FigureQuestion
      question="How many units does the bag’s label state?"
      unit="units"
      text={text}
      onText={setText}
      read={readBagUnits}
      nextLabel="Next"
      onDone={onDone}
    >
      <p>
        <strong>{patientName(patient)}</strong>, MRN {patient.mrn}.
      </p>
      <p>Read it from the bag on the pump: all the units in the bag, not those in each mL.</p>
    </FigureQuestion>
  )
}
