import { resultsAt } from '../../chart/results.ts'
import { rateText, unitsPerHourText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { AfterProcedure } from './AfterProcedure.tsx'
import { useBedside } from './BedsideContext.ts'
import { DoseMargin } from './DoseMargin.tsx'
import { FigureField } from './FigureField.tsx'
import { FormSection } from './FormSection.tsx'
import { rateKeyedAgain } from './keyAgain.ts'
import { readRate } from './keyedFigures.ts'
import { PRESCRIBE_FIELDS, type PrescribePart } from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import { RateFigure } from './RateFigure.tsx'
import { RuleTags } from './RuleTags.tsx'

/** The rate: as calculated or lower; by hand off the table and for recommencing (INIT-5, INIT-7, RECOM-1). */
export function PrescribeRate({ draft, set, read }: PrescribePart & { read: Prescribing }) {
  const { dose, isRateByHand, mode } = read
  const proposed = dose?.kind === 'dose' && mode === 'start' ? dose : null
  const isEstimated = useBedside().chart.weight?.method === 'estimated'
  return (
    <FormSection title="Infusion rate" margin={dose && <DoseMargin dose={dose} part="rate" />}>
      {mode === 'recommence' && <LastFigures />}
      {mode === 'recommence' && <AfterProcedure />}
      {proposed !== null && (
        <>
          <RateFigure
            label={isEstimated ? ESTIMATED : 'Pump rate, as calculated'}
            mlPerHour={proposed.pumpRateMlPerHour}
          />
          <p>
            {unitsPerHourText(proposed.unitsPerHour)} calculated;{' '}
            {unitsPerHourText(proposed.deliveredUnitsPerHour)} delivered by the pump.{' '}
            <RuleTags rules={['INIT-8']} />
          </p>
          <ChoiceField<'accept' | 'change'>
            label="Prescribe"
            choices={[
              { value: 'accept', label: `${rateText(proposed.pumpRateMlPerHour)}, as calculated` },
              {
                value: 'change',
                label: 'Another rate',
                hint: 'Lower: with a reason. Below half, or higher: a deviation (INIT-7)',
              },
            ]}
            value={draft.rate}
            onChange={(rate) => set({ rate })}
          />
        </>
      )}
      {(isRateByHand || draft.rate === 'change') && (
        <FigureField
          label={PRESCRIBE_FIELDS.rate}
          text={draft.rateText}
          onText={(text) => set({ rateText: text })}
          again={draft.rateAgain}
          onAgain={(rateAgain) => set({ rateAgain })}
          read={readRate}
          why={rateKeyedAgain}
        />
      )}
    </FormSection>
  )
}

const ESTIMATED = 'Pump rate, as calculated from an ESTIMATED weight (INIT-6)'

/** RECOM-1: no figure is proposed; the last rate and the last APTT are shown. */
function LastFigures() {
  const { chart, now } = useBedside()
  const last = resultsAt(chart, now).findLast(({ use }) => use === 'acted' || use === 'usable')
  const rate = chart.events.findLast(({ rateMlPerHour }) => rateMlPerHour !== null)?.rateMlPerHour
  return (
    <p>
      No figure is proposed after a cease, and no bolus. Last rate:{' '}
      {rate ? rateText(rate) : 'not recorded'}. Last usable APTT:{' '}
      {last ? `${last.result.text} seconds` : 'not recorded'}. The starting rate for the weight
      stands beside. (RECOM-1)
    </p>
  )
}
