import type { Chart } from '../chart/chart.ts'
import { guidelineSteps, openGuidelines } from '../chart/openGuidelines.ts'
import classes from './GuidelineCards.module.css'
import { LinkButton } from './LinkButton.tsx'

/** The open guidelines on the chart page: one line each, with how far they have come; they lead to their steps. */
export function GuidelineCards({ chart }: { chart: Chart }) {
  const open = openGuidelines(chart)
  if (open.length === 0) return null
  return (
    <section className={classes.cards} aria-label="Guidelines">
      <ul className={classes.list}>
        {open.map(({ guideline, aboutSeq, steps }) => (
          <li key={`${guideline}-${aboutSeq}`}>
            <b>{guidelineSteps(guideline).title}</b>{' '}
            <span className={classes.count}>
              {steps.filter(({ done }) => done !== null).length} of {steps.length} steps done
            </span>
          </li>
        ))}
      </ul>
      <LinkButton href={`/charts/${chart.chartId}/guideline`} small>
        Steps
      </LinkButton>
    </section>
  )
}
