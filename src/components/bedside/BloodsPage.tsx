import { mayUse } from '../../chart/policy.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { BaselineList } from './BaselineList.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'
import { ClearanceLine } from './ClearanceLine.tsx'
import { FormSection } from './FormSection.tsx'
import { PlateletTable } from './PlateletTable.tsx'

/** Bloods of a chart: platelets, baseline bloods, creatinine clearance, and the ways to add to them (CHART-5, TIME-5). */
export function BloodsPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Bloods />
    </AtBedside>
  )
}

function Bloods() {
  const { chart, user, now } = useBedside()
  const to = (slug: string) => `/charts/${chart.chartId}/${slug}`
  const reviews = mayUse('reviewBloods', user, now) === null
  return (
    <ActFrame title="Bloods and platelets">
      <div className={styles.acts}>
        <LinkButton look="primary" href={to('blood-results')}>
          Enter results
        </LinkButton>
        <LinkButton href={to('blood-order')}>Order</LinkButton>
        {reviews && <LinkButton href={to('blood-review')}>Review</LinkButton>}
      </div>
      <FormSection title="Platelets">
        <PlateletTable />
      </FormSection>
      <FormSection title="Baseline bloods">
        <BaselineList />
      </FormSection>
      <FormSection title="Creatinine clearance">
        <ClearanceLine />
      </FormSection>
    </ActFrame>
  )
}
