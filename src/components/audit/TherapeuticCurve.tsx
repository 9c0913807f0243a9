import type { AuditFigure, AuditPeriod } from '../../store/wardAudit.ts'
import { durationText, numberText } from '../../wording.ts'
import trend from '../Trend.module.css'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ScrollBox } from '../ui/ScrollBox.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { figureText, PERIOD_WORDS } from './figureWords.ts'
import { PercentAxis } from './PercentAxis.tsx'
import classes from './Plot.module.css'
import { heightOf, hoursSpanned, hourTicks, PLOT } from './plotScale.ts'

type Curve = Extract<AuditFigure['value'], { kind: 'curve' }>

interface Series {
  readonly name: AuditPeriod['name']
  readonly curve: Curve
}

/** Kaplan-Meier: the share of infusions that had a therapeutic APTT, over the hours since their start. */
export function TherapeuticCurve({ periods }: { periods: readonly AuditPeriod[] }) {
  const series = seriesOf(periods)
  const hours = hoursSpanned(Math.max(0, ...series.map(({ curve }) => curve.followedMinutes)))
  const x = (minutes: number) =>
    PLOT.left + (minutes / (hours * 60)) * (PLOT.width - PLOT.left - PLOT.right)
  return (
    <figure className={classes.plot} aria-labelledby="therapeutic-curve">
      <figcaption id="therapeutic-curve" className={trend.title}>
        Time to the first therapeutic APTT
      </figcaption>
      {series.every(({ curve }) => curve.of === 0) ? (
        <p className={classes.empty}>
          No infusion started on this ward in this period. Choose a longer one.
        </p>
      ) : (
        <>
          <ScrollBox label="Time to the first therapeutic APTT, to scale">
            <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} className={trend.svg} role="img">
              <title>{series.map(seriesText).join(' ')}</title>
              <PercentAxis of="infusions with a therapeutic APTT so far" />
              {hourTicks(hours).map((hour) => (
                <text
                  key={hour}
                  className={trend.axis}
                  x={x(hour * 60)}
                  y={PLOT.bottom + 20}
                  textAnchor="middle"
                >
                  {hour}
                </text>
              ))}
              <text
                className={trend.unit}
                x={PLOT.width - PLOT.right}
                y={PLOT.height - 2}
                textAnchor="end"
              >
                hours since the start
              </text>
              {series.map(({ name, curve }) => (
                <Line key={name} name={name} curve={curve} x={x} isNamed={series.length > 1} />
              ))}
            </svg>
          </ScrollBox>
          <Disclosure summary="The same as a table">
            {series.map(({ name, curve }) => (
              <Steps key={name} name={name} curve={curve} />
            ))}
          </Disclosure>
        </>
      )}
    </figure>
  )
}

/** With a go-live the two halves are drawn, the whole otherwise. */
function seriesOf(periods: readonly AuditPeriod[]): Series[] {
  return periods
    .filter(({ name }) => periods.length === 1 || name !== 'whole')
    .flatMap(({ name, figures }) => {
      const value = figures.find(({ id }) => id === 'time-to-therapeutic')?.value
      return value?.kind === 'curve' ? [{ name, curve: value }] : []
    })
}

function seriesText({ name, curve }: Series): string {
  return `${PERIOD_WORDS[name]}: ${figureText(curve)}.`
}

interface LineProps extends Series {
  readonly x: (minutes: number) => number
  readonly isNamed: boolean
}

function Line({ name, curve, x, isNamed }: LineProps) {
  if (curve.of === 0) return null
  const path = curve.steps.map(({ minutes, percent }) => `H${x(minutes)}V${heightOf(percent)}`)
  const last = curve.steps.at(-1)?.percent ?? 0
  const end = x(curve.followedMinutes)
  return (
    <>
      <path
        className={name === 'before' ? classes.lineBefore : classes.line}
        d={`M${x(0)} ${heightOf(0)}${path.join('')}H${end}`}
      />
      {isNamed && (
        <text className={trend.value} x={end - 4} y={heightOf(last) - 8} textAnchor="end">
          {PERIOD_WORDS[name].toLowerCase()}
        </text>
      )}
    </>
  )
}

function Steps({ name, curve }: Series) {
  if (curve.steps.length === 0) {
    return <p className={classes.empty}>{seriesText({ name, curve })}</p>
  }
  return (
    <table className={classes.table}>
      <caption>{seriesText({ name, curve })}</caption>
      <thead>
        <tr>
          <th scope="col">Since the start</th>
          <th scope="col">Infusions followed</th>
          <th scope="col">Reached then</th>
          <th scope="col">Reached by then</th>
        </tr>
      </thead>
      <tbody>
        {curve.steps.map(({ minutes, atRisk, reached, percent }) => (
          <tr key={minutes}>
            <th scope="row">
              <Spoken text={durationText(minutes)} />
            </th>
            <td>{atRisk}</td>
            <td>{reached}</td>
            <td>{numberText(percent)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
