import type { Chart } from '../../chart/chart.ts'
import { useNow, useStoreState, useZone } from '../../store/useChart.ts'
import { clockText, dayText } from '../../wording.ts'
import { PatientBars, PatientFacts, PatientName } from '../PatientBanner.tsx'
import classes from './PaperHead.module.css'

interface PaperHeadProps {
  readonly chart: Chart
  /** What the sheet is, where it is not the record itself. */
  readonly title?: string
}

/** The head of every page of a chart: what it is, as of when, and the patient banner (CHART-2). */
export function PaperHead({ chart, title = 'IV heparin chart' }: PaperHeadProps) {
  const now = useNow()
  const zone = useZone()
  const isStale = useStoreState(({ connection }) => connection === 'stale')
  const asOf = `${clockText(now, zone)} ${dayText(now, zone)}`
  return (
    <section aria-label="Patient on paper">
      <p className={classes.about}>
        <b>{title}</b>
        <span>High-risk medicine</span>
        <b>As of {asOf}</b>
      </p>
      {isStale && (
        <p className={classes.stale}>
          NOT UP TO DATE: the server is silent. Entries after {asOf} are missing, earlier ones may
          be.
        </p>
      )}
      <PatientName chart={chart} />
      <PatientBars chart={chart} />
    </section>
  )
}

/** Below it on every page: allergies, weight, protocol and its target. */
export function PaperFacts({ chart }: { chart: Chart }) {
  return (
    <section aria-label="Facts on paper" className={classes.facts}>
      <PatientFacts chart={chart} />
    </section>
  )
}
