import { useLocation } from 'wouter'
import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { mayUse } from '../chart/policy.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import { plateletAlertText } from './bloodWords.ts'
import { LinkButton } from './LinkButton.tsx'
import { Banner } from './ui/Banner.tsx'

/** The band on every page of a chart whose platelets fell, until an MO has haematology's name (HIT-1). */
export function PlateletAlertBand({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const [location] = useLocation()
  const item = dueItems(chart, now).find(({ about }) => about === 'platelet-alert')
  const page = `/charts/${chart.chartId}/platelet-alert`
  if (!item || location === page || location === `/charts/${chart.chartId}/stop`) return null
  const answers = mayUse('answerPlateletAlert', user, now) === null
  return (
    <Banner
      tone={item.status === 'overdue' ? 'stop' : 'soon'}
      icon="overdue"
      title="Platelets fell: could it be HIT? Call haematology"
      act={
        answers && (
          <LinkButton href={page} small>
            Answer the alert
          </LinkButton>
        )
      }
    >
      {plateletAlertText(chart, now, zone)}
      {answers ? ' ' : ' A medical officer answers this: call the MO. '}
      (HIT-1)
    </Banner>
  )
}
