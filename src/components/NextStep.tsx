import { dueItems } from '../chart/due.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import type { ChartShown } from './ChartShown.ts'
import { LinkButton } from './LinkButton.tsx'
import classes from './NextStep.module.css'
import { nextSteps, type Step } from './nextSteps.ts'
import { Why } from './rules/Why.tsx'
import type { ButtonLook } from './ui/buttonClass.ts'
import { Icon } from './ui/Icon.tsx'

/** The one next thing to do, with its clock, its reason and its button; the others quieter below. */
export function NextStep({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const [first, ...others] = nextSteps({ chart, entries, now, zone, user })
  const count = dueItems(chart, now).length
  return (
    <section className={classes.section} aria-labelledby="next-step">
      <h2 id="next-step" className={classes.label}>
        Next
      </h2>
      {first ? (
        // Another step is another button: a tap on its way to the one before does not land on it.
        <FirstStep key={first.key} step={first} chartId={chart.chartId} />
      ) : (
        <p className={classes.nothing}>
          {chart.open
            ? 'Nothing is due. What is done all the same: Record something else, below.'
            : 'The chart is closed: it is there to be read and printed.'}
        </p>
      )}
      {others.length > 0 && (
        <ul className={classes.others} aria-label="Also to do">
          {others.filter(isShownHere).map((step) => (
            <OtherStep key={step.key} step={step} chartId={chart.chartId} />
          ))}
        </ul>
      )}
      {count > 0 && (
        <LinkButton href={`/charts/${chart.chartId}/due`} look="quiet" small>
          All that is due ({count})
        </LinkButton>
      )}
    </section>
  )
}

const MOST_OTHERS = 3

/** The list stays short; what is overdue, and what the course itself asks for, is never left out of it. */
function isShownHere({ urgency, rules }: Step, index: number): boolean {
  return index < MOST_OTHERS || urgency.tone === 'stop' || rules.length === 0
}

interface StepProps {
  readonly step: Step
  readonly chartId: string
}

function FirstStep({ step, chartId }: StepProps) {
  const { urgency, act } = step
  return (
    <div className={`${classes.first} ${classes[urgency.tone]}`}>
      <p className={classes.title}>
        <Icon name={urgency.icon} size={28} />
        <span>
          <span className="visuallyHidden">{urgency.word}: </span>
          {unbroken(step.title)}
        </span>
      </p>
      {step.when && <p className={classes.when}>{step.when}</p>}
      {step.reason && <p className={classes.reason}>{step.reason}</p>}
      {step.moved && <p className={classes.reason}>{step.moved}</p>}
      {step.others ? (
        <p className={classes.who}>{step.others}</p>
      ) : (
        <LinkButton href={`/charts/${chartId}/${act.slug}`} look={lookOf(step)} wide>
          {act.label}
        </LinkButton>
      )}
      {step.rules.length > 0 && <Why rules={step.rules} />}
    </div>
  )
}

/** `14 to 12 mL/hr` in one line: broken in two, either figure reads as the one to set. */
function unbroken(title: string): string {
  return title.replace(/(\d) to (\d)/g, '$1\u00a0to\u00a0$2')
}

/** What is not due yet does not invite the thumb: a sample taken early decides nothing (NOMO-9). */
function lookOf({ act, urgency, when }: Step): ButtonLook {
  if (act.slug === 'stop') return 'stop'
  return when !== null && urgency.tone === 'quiet' ? 'plain' : 'primary'
}

function OtherStep({ step, chartId }: StepProps) {
  const { urgency, act } = step
  return (
    <li className={classes.other}>
      <span className={`${classes.otherWhat} ${classes[urgency.tone]}`}>
        <Icon name={urgency.icon} size={20} />
        <span>
          <span className="visuallyHidden">{urgency.word}: </span>
          <span className={classes.otherTitle}>{step.title}</span>
          <span className={classes.otherWhen}>{step.when ?? step.reason}</span>
          {step.moved && <span className={classes.otherWhen}>{step.moved}</span>}
        </span>
      </span>
      {step.others ? (
        <span className={classes.otherWhen}>{step.others}</span>
      ) : (
        <LinkButton href={`/charts/${chartId}/${act.slug}`} small>
          {act.label}
        </LinkButton>
      )}
    </li>
  )
}
