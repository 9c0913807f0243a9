import { deviationInForce } from '../../chart/deviationAt.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'

/** Says before an order or a prescription is signed that it ends the lasting deviation in force (DEV-1). */
export function DeviationEnds({ by }: { by: 'order' | 'prescription' }) {
  const { chart, now } = useBedside()
  const inForce = deviationInForce(chart, now)
  if (inForce === null) return null
  return (
    <Banner tone="soon" title={`A deviation is in force: this ${by} ends it`}>
      Its instructions: {inForce.deviation.instructions}. Afterwards the nomogram reads the next
      usable sample. Sign only if the AMO knows. (DEV-1, local decision)
    </Banner>
  )
}
