import { useState } from 'react'
import type { Owed } from '../../chart/chart.ts'
import { toCheckOfKeep } from '../../chart/decideSignatures.ts'
import { protocolOf } from '../../chart/results.ts'
import { patientName, rateText } from '../../wording.ts'
import { BandTable } from './BandTable.tsx'
import { useBedside } from './BedsideContext.ts'
import { CheckAptt } from './CheckAptt.tsx'
import { CheckCollection } from './CheckCollection.tsx'
import { FigureQuestion } from './FigureQuestion.tsx'
import { rateKeyedAgain } from './keyAgain.ts'
import { readRate } from './keyedFigures.ts'

/** What the checker of an act in effect keyed: "no change", or a bag. */
export interface KeepFigures {
  readonly checkedResultText?: string
  readonly checkedCollectedAt?: string
  readonly checkedRateMlPerHour?: number
  readonly checkedUnits?: number
}

interface KeepCheckProps {
  kept: NonNullable<Owed['kept']>
  onDone: (figures: KeepFigures) => void
}

/** The blind check of "no change": APTT, collection time where it was typed, and the resulting rate (SIGN-3). */
export function KeepCheck({ kept, onDone }: KeepCheckProps) {
  const { chart } = useBedside()
  const { result } = toCheckOfKeep(chart, kept)
  const [figures, setFigures] = useState<KeepFigures>({})
  const [rate, setRate] = useState('')
  const protocol = protocolOf(chart)
  const asksTime = result?.collectionSeq === null
  if (figures.checkedResultText === undefined) {
    return <CheckAptt before="" onDone={(text) => setFigures({ checkedResultText: text })} />
  }
  if (asksTime && figures.checkedCollectedAt === undefined) {
    return (
      <CheckCollection
        onDone={(checkedCollectedAt) => setFigures({ ...figures, checkedCollectedAt })}
      />
    )
  }
  return (
    <FigureQuestion
      question="What rate should the pump run at?"
      unit="mL/hr"
      text={rate}
      onText={setRate}
      read={readRate}
      again={rateKeyedAgain}
      nextLabel="Next"
      onDone={(checkedRateMlPerHour) => onDone({ ...figures, checkedRateMlPerHour })}
    >
      <p>
        <strong>{patientName(chart.patient)}</strong>, MRN {chart.patient.mrn}.
      </p>
      {kept.rateMlPerHour !== null && <p>Running rate: {rateText(kept.rateMlPerHour)}</p>}
      {protocol !== null && <BandTable protocol={protocol} compact />}
    </FigureQuestion>
  )
}
