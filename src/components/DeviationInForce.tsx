import { deviationInForce } from '../chart/deviationAt.ts'
import { useNow, useZone } from '../store/useChart.ts'
import type { ChartShown } from './ChartShown.ts'
import { LinkButton } from './LinkButton.tsx'
import { untilText } from './prescribingWords.ts'
import { Banner } from './ui/Banner.tsx'

/** A lasting deviation while it is in force: whose, why, what to do, until when (DEV-1). */
export function DeviationInForce({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const inForce = deviationInForce(chart, now)
  if (inForce === null) return null
  const { deviation, seq } = inForce
  const by = entries.find((entry) => entry.seq === seq)?.by
  const amo = deviation.amo === undefined ? '' : ` for ${deviation.amo} (AMO)`
  return (
    <Banner
      tone="soon"
      title={`Deviation in force ${untilText(deviation, now, zone)}`}
      act={
        <LinkButton href={`/charts/${chart.chartId}/deviation?seq=${seq}`} small>
          Deviation
        </LinkButton>
      }
    >
      <p>
        <b>{deviation.instructions}</b>
      </p>
      <p>
        {deviation.reason}. By {by ? `${by.name} (${by.role})` : 'somebody not recorded'}
        {amo}. The nomogram advises nothing. (DEV-1)
      </p>
    </Banner>
  )
}
