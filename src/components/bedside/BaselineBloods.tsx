import { hasBaselineCount } from '../../chart/platelets.ts'
import { LinkButton } from '../LinkButton.tsx'
import { BaselineList } from './BaselineList.tsx'
import { useBedside } from './BedsideContext.ts'
import { ClearanceLine } from './ClearanceLine.tsx'
import { FormSection } from './FormSection.tsx'

/** The baseline bloods at prescribing; where no platelet count is known it says that a reason is asked for (CHART-5). */
export function BaselineBloods() {
  const { chart } = useBedside()
  return (
    <FormSection title="Baseline bloods">
      <BaselineList />
      <h3>Creatinine clearance</h3>
      <ClearanceLine />
      {!hasBaselineCount(chart) && (
        <p>
          <b>No platelet count is known.</b> It refuses nothing: give your reason for going ahead at
          the end of this page. The count stays overdue from the start. (CHART-5, HIT-1, local
          decision)
        </p>
      )}
      <div>
        <LinkButton small href={`/charts/${chart.chartId}/blood-results`}>
          Enter results
        </LinkButton>
      </div>
    </FormSection>
  )
}
