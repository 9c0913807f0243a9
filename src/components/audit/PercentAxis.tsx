import trend from '../Trend.module.css'
import { heightOf, PERCENT_TICKS, PLOT } from './plotScale.ts'

/** The lines of 0 to 100 per cent, and in words of what. */
export function PercentAxis({ of }: { of: string }) {
  return (
    <>
      <text className={trend.unit} x={0} y={PLOT.top - 16}>
        {of}
      </text>
      {PERCENT_TICKS.map((percent) => (
        <g key={percent}>
          <line
            className={trend.grid}
            x1={PLOT.left}
            x2={PLOT.width - PLOT.right}
            y1={heightOf(percent)}
            y2={heightOf(percent)}
          />
          <text className={trend.axis} x={PLOT.left - 8} y={heightOf(percent) + 5} textAnchor="end">
            {`${percent} %`}
          </text>
        </g>
      ))}
    </>
  )
}
