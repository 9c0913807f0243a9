import type { Chart } from '../../chart/chart.ts'
import { awaitingRecommencing } from '../../chart/procedureBar.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { recommenceWindow } from '../../chart/procedureTimes.ts'
import { relativeText, whenText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { recommenceHoursText } from '../procedureWords.ts'
import { Why } from '../rules/Why.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'

/** What a procedure says to going on with heparin: its earliest time with the working, or that none is on the chart (PROC-1). */
export function AfterProcedure() {
  const { chart, now, zone } = useBedside()
  if (isUnplanned(chart)) return <Unplanned chartId={chart.chartId} />
  if (chart.infusion.status === 'running') return null
  return awaitingRecommencing(chart).map((plan) => {
    const window = recommenceWindow(plan, plan.end)
    return (
      <div key={plan.seq}>
        <p>
          {procedureName(plan.procedure)} ended at {whenText(plan.end.at, now, zone)}. Heparin again
          from <strong>{relativeText(window.earliest, now, zone)}</strong>
          {window.latest !== null && `, by ${whenText(window.latest, now, zone)}`}, without a bolus
          {plan.end.haemostasisConfirmed ? '' : ', and only once haemostasis is confirmed'}.
        </p>
        <Why question="Why this time?" rules={['PROC-1', 'TIME-7', 'BOL-5']}>
          <p>
            {recommenceHoursText(window)}{' '}
            {window.countsFrom === plan.end.at ? 'the end' : 'blood was seen'} at{' '}
            {whenText(window.countsFrom, now, zone)}
            {plan.end.bloodSeenAt !== null && window.countsFrom >= plan.end.bloodSeenAt
              ? ': blood was seen, and the chart takes all of the 24 hours (local decision)'
              : ''}
            .
          </p>
        </Why>
      </div>
    )
  })
}

/** Ceased for a procedure of which the chart knows nothing. */
function isUnplanned({ infusion, procedures }: Chart): boolean {
  return infusion.cease?.reason === 'procedure' && procedures.length === 0
}

function Unplanned({ chartId }: { chartId: string }) {
  return (
    <Banner tone="soon" title="The procedure is not on this chart: its times are not checked">
      <p>
        Heparin was ceased for a procedure. The MO plans it here, also afterwards, and its actual
        end is recorded; then the chart works out from when heparin may go on. (PROC-1)
      </p>
      <LinkButton small href={`/charts/${chartId}/procedure`}>
        Procedures
      </LinkButton>
    </Banner>
  )
}
