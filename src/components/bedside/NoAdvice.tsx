import type { Chart } from '../../chart/chart.ts'
import { deviationAt } from '../../chart/deviationAt.ts'
import type { Instant } from '../../time.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import { RuleTags } from './RuleTags.tsx'

/** Why a sample that could be acted on gets no step from the nomogram, and what to do now (DEV-1, CHART-1). */
export function NoAdvice() {
  const { chart, now } = useBedside()
  const { title, words, rules } = reasonOf(chart, now)
  return (
    <Banner tone="soon" title={title}>
      {words} STOP stays offered, top right. <RuleTags rules={rules} />
    </Banner>
  )
}

function reasonOf(chart: Chart, now: Instant) {
  const inForce = deviationAt(chart, now)
  if (inForce !== null) {
    return {
      title: 'A deviation is in force: the nomogram advises nothing',
      words: `Follow its instructions: ${inForce.deviation.instructions}`,
      rules: ['DEV-1'],
    }
  }
  if (chart.infusion.rateUnconfirmed) {
    return {
      title: 'The rate is unconfirmed: read the pump',
      words: 'Two people read the pump and record the rate; until then only a stop is advised.',
      rules: ['CHART-1'],
    }
  }
  return {
    title: 'The infusion is not running: the nomogram advises nothing',
    words: 'Show the result to the MO.',
    rules: ['NOMO-9'],
  }
}
