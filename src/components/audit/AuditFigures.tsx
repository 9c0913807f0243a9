import type { AuditFigure, AuditPage, AuditPeriod } from '../../store/wardAudit.ts'
import { Why } from '../rules/Why.tsx'
import classes from './AuditFigures.module.css'
import { ChartsBehind } from './ChartsBehind.tsx'
import { figureText, PERIOD_WORDS } from './figureWords.ts'

interface AuditFiguresProps {
  readonly audit: AuditPage
}

/** Every figure of the audit in words, with its definition and its charts one tap away; with a go-live side by side. */
export function AuditFigures({ audit: { periods, charts } }: AuditFiguresProps) {
  const [whole] = periods
  if (!whole) return null
  return (
    <ul className={classes.figures}>
      {whole.figures.map((figure) => (
        <li key={figure.id} className={classes.figure}>
          <h3 className={classes.label}>{figure.label}</h3>
          <dl className={classes.values}>
            {periods.map((period) => (
              <PeriodValue
                key={period.name}
                period={period}
                id={figure.id}
                isNamed={periods.length > 1}
              />
            ))}
          </dl>
          <p className={classes.onPaper}>{figure.definition}</p>
          <div className={classes.more}>
            <Why question="How it is counted" rules={['AUDIT-1']}>
              <p>{figure.definition}</p>
            </Why>
            <ChartsBehind figure={figure} charts={charts} />
          </div>
        </li>
      ))}
    </ul>
  )
}

interface PeriodValueProps {
  readonly period: AuditPeriod
  readonly id: AuditFigure['id']
  readonly isNamed: boolean
}

function PeriodValue({ period, id, isNamed }: PeriodValueProps) {
  const figure = period.figures.find((each) => each.id === id)
  return (
    <div className={classes.period}>
      <dt className={isNamed ? classes.name : 'visuallyHidden'}>{PERIOD_WORDS[period.name]}</dt>
      <dd className={`${classes.value} tabular`}>{figure && figureText(figure.value)}</dd>
    </div>
  )
}
