import { type ReactNode, useMemo } from 'react'
import { Link } from 'wouter'
import { useChart, useNow, useSession, useZone } from '../store/useChart.ts'
import { instantOf } from '../time.ts'
import { dayAndClockText, whenText } from '../wording.ts'
import type { ChartShown } from './ChartShown.ts'
import classes from './HandoverPage.module.css'
import { assessmentLines, lastAptts } from './handoverAssessment.ts'
import {
  backgroundLines,
  type HandoverInputs,
  type HandoverLine,
  identifyLines,
  situationLines,
} from './handoverLines.ts'
import { handoverRequests } from './handoverRequests.ts'
import { LinkButton } from './LinkButton.tsx'
import { BigButton } from './ui/BigButton.tsx'
import { Icon } from './ui/Icon.tsx'
import { Spoken } from './ui/Spoken.tsx'

/** The handover of one patient's heparin on one screen and one sheet, made from the chart alone (HAND-1). */
export function HandoverPage({ chartId }: { chartId: string }) {
  const record = useChart(chartId)
  return record.status === 'ready' ? <Handover {...record} /> : null
}

function Handover({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const { wards } = useSession()
  const ward = wards.find(({ wardId }) => wardId === chart.wardId)?.name ?? chart.wardId
  const inputs = { chart, entries, now, zone, ward }
  return (
    <main className={classes.page}>
      <Link href={`/charts/${chart.chartId}`} className={classes.back ?? ''}>
        ‹ Back to the chart
      </Link>
      <Heading {...inputs} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Part letter="I" title="Identify" lines={identifyLines(inputs)} />
          <Part letter="S" title="Situation" lines={situationLines(inputs)} />
        </div>
        <div className={classes.column}>
          <Part letter="B" title="Background" lines={backgroundLines(inputs)} />
        </div>
        <div className={`${classes.column} ${classes.last}`}>
          <Part letter="A" title="Assessment" lines={assessmentLines(inputs)}>
            <Aptts {...inputs} />
          </Part>
          <Part letter="R" title="Requests" lines={[]}>
            <Requests {...inputs} />
          </Part>
        </div>
        <div className={classes.acts}>
          {chart.open && (
            <LinkButton href={`/charts/${chart.chartId}/observe`} look="quiet">
              Bleeding check
            </LinkButton>
          )}
          <BigButton icon="print" onClick={() => window.print()}>
            Print
          </BigButton>
          {chart.open && (
            <LinkButton href={`/charts/${chart.chartId}/handed-over`} look="primary">
              Handed over
            </LinkButton>
          )}
        </div>
      </div>
    </main>
  )
}

function Heading({ chart, entries, now, zone }: HandoverInputs) {
  const { facility } = useSession()
  const last = entries.findLast(
    (entry) => entry.kind === 'handedOver' && !chart.struck.has(entry.seq),
  )
  return (
    <header className={classes.heading}>
      <h1 className={classes.title}>Handover: IV heparin</h1>
      <p className={classes.mark}>
        <Icon name="soon" size={20} />
        High-risk medicine
      </p>
      <p className={classes.source}>
        {facility.name}. From the chart at {dayAndClockText(now, zone)}, {chart.seq} entries.{' '}
        {last?.kind === 'handedOver'
          ? `Last handed over ${whenText(instantOf(last.happenedAt), now, zone)}, ${last.by.name} (${last.by.role}) to ${last.to.name} (${last.to.role}).`
          : 'No handover is on the chart yet.'}
      </p>
    </header>
  )
}

interface PartProps {
  readonly letter: string
  readonly title: string
  readonly lines: readonly HandoverLine[]
  readonly children?: ReactNode
}

function Part({ letter, title, lines, children }: PartProps) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.partTitle}>
        <span className={classes.letter} aria-hidden="true">
          {letter}
        </span>
        {title}
      </h2>
      {children}
      {lines.length > 0 && (
        <dl className={classes.lines}>
          {lines.map(({ label, value, alert = false }) => (
            <div key={`${label} ${value}`} className={classes.line}>
              <dt>{label}</dt>
              <dd className={alert ? classes.alert : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Aptts({ chart, entries, now, zone, ward }: HandoverInputs) {
  const aptts = useMemo(
    () => lastAptts({ chart, entries, now, zone, ward }),
    [chart, entries, now, zone, ward],
  )
  if (aptts.length === 0) return <p>No APTT result is on the chart.</p>
  return (
    <table className={classes.table}>
      <caption className="visuallyHidden">Last APTTs, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Collected</th>
          <th scope="col">
            APTT<span className="visuallyHidden"> in seconds</span>
          </th>
          <th scope="col">Band</th>
          <th scope="col">Done</th>
        </tr>
      </thead>
      <tbody>
        {aptts.map(({ key, collected, text, band, done }) => (
          <tr key={key}>
            <th scope="row">{collected}</th>
            <td className={classes.figure}>{text}</td>
            <td>{band}</td>
            <td>
              <Spoken text={done} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Requests(inputs: HandoverInputs) {
  const { user } = useSession()
  const requests = handoverRequests({ ...inputs, user })
  if (requests.length === 0) return <p>Nothing is due.</p>
  return (
    <ol className={classes.requests} aria-label="Due, most urgent first">
      {requests.map(({ key, what, when, who, why, urgency }) => (
        <li key={key} className={`${classes.request} ${classes[urgency.tone] ?? ''}`}>
          <Icon name={urgency.icon} size={20} />
          <div>
            <p>
              <span className="visuallyHidden">{urgency.word}: </span>
              <b>{what}</b> <span className={classes.when}>{when}</span>
            </p>
            <p className={classes.why}>
              {who}, <span className={classes.reason}>{why}</span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
