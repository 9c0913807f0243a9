import { pendingAt } from '../../chart/pending.ts'
import { LinkButton } from '../LinkButton.tsx'
import { useBedside } from './BedsideContext.ts'

/** The way to the act that waits for its second check, where one does: one dose act at a time (SIGN-9). */
export function PendingLink() {
  const { chart, now } = useBedside()
  if (pendingAt(chart, now) === null) return null
  return (
    <div>
      <LinkButton look="primary" icon="second" href={`/charts/${chart.chartId}/check`}>
        Go to the second check
      </LinkButton>
    </div>
  )
}
