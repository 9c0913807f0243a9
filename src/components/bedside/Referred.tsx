import { isMedicalOfficer } from '../../chart/people.ts'
import type { ResultView } from '../../chart/results.ts'
import { MO_TIMES } from '../../protocols/ward.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Referred.module.css'
import { RuleTags } from './RuleTags.tsx'

const ASKS_MO: ReadonlySet<ResultView['use']> = new Set(['usable', 'early', 'old'])

/** A result that no nurse signs on: whose decision it is, and the way there. */
export function Referred({ view }: { view: ResultView }) {
  const { chart, user } = useBedside()
  const home = `/charts/${chart.chartId}`
  const isForMo =
    view.advice !== null && ASKS_MO.has(view.use) && chart.infusion.status === 'running'
  return (
    <>
      {isForMo && (
        <Banner tone="soon" title="The MO decides: call now">
          The MO chooses a row shown above, waits for the due sample, or stops. Overdue after{' '}
          {MO_TIMES.decisionOverdueAfterMinutes} min. STOP stays offered, top right.{' '}
          <RuleTags rules={['NOMO-17']} />
        </Banner>
      )}
      <div className={styles.buttons}>
        {view.use !== 'acted' && (
          <LinkButton href={`${home}/collect`}>Record a new collection</LinkButton>
        )}
        {isForMo && isMedicalOfficer(user) ? (
          <LinkButton look="primary" href={`${home}/order?seq=${view.result.seq}`}>
            Order the rate
          </LinkButton>
        ) : (
          <LinkButton look="primary" href={home}>
            Back to the chart
          </LinkButton>
        )}
      </div>
    </>
  )
}
