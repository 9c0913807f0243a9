import { Link } from 'wouter'
import type { AuditFigure, AuditPage } from '../../store/wardAudit.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import classes from './AuditFigures.module.css'
import { partText } from './figureWords.ts'

interface ChartsBehindProps {
  readonly figure: AuditFigure
  readonly charts: AuditPage['charts']
}

/** The charts behind a figure, each with its part of it and the way to it. */
export function ChartsBehind({ figure, charts }: ChartsBehindProps) {
  const { charts: behind, value } = figure
  if (behind.length === 0) return null
  return (
    <Disclosure summary={`Charts (${new Set(behind.map(({ chartId }) => chartId)).size})`}>
      <ul className={classes.behind}>
        {behind.map((part, index) => {
          const patient = charts.find(({ chartId }) => chartId === part.chartId)?.patient ?? null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chart with two infusions stands twice, and the list never moves
            <li key={index} className={classes.part}>
              {patient === null ? (
                <span>A chart that has left this ward</span>
              ) : (
                <Link href={`/charts/${part.chartId}`} className={classes.chart ?? ''}>
                  {patient}
                </Link>
              )}
              <span className="tabular">{partText(value, part)}</span>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
