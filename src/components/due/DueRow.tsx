import { LinkButton } from '../LinkButton.tsx'
import { Why } from '../rules/Why.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { RowPlace } from '../ui/useHeldOrder.ts'
import classes from './DueRow.module.css'
import type { DueLine } from './dueLine.ts'

/** Something due, on which chart. */
export interface DueOnChart {
  readonly line: DueLine
  readonly chartId: string
  /** Whose it is, where charts of several patients stand in one list. */
  readonly patient?: { readonly name: string; readonly bed: string }
  /** What its rules say is one tap away. */
  readonly explains?: boolean
}

/** One thing that is due, with its way to the act; who may not do it finds whose it is and the way to the chart. */
export function DueRow({ item, place }: { item: DueOnChart; place: RowPlace }) {
  const { line, patient, explains = false } = item
  const { urgency } = line
  const tone = classes[urgency.tone] ?? ''
  return (
    <li className={classes.row} {...place}>
      <span className={`${classes.mark} ${tone}`}>
        <Icon name={urgency.icon} />
        <span className="visuallyHidden">{urgency.word}: </span>
      </span>
      <div className={classes.words}>
        {patient && (
          <p className={classes.patient}>
            Bed {patient.bed}, {patient.name}
          </p>
        )}
        <p className={`${classes.title} ${tone}`}>{line.title}</p>
        <p>
          <b>{line.when}</b>
          {line.overdue !== null && `, ${line.overdue}`}
        </p>
        <p className={classes.quiet}>
          {line.owner}. {capital(line.why)}. {line.rules.join(', ')}
          {line.isLocal && ', local decision'}
        </p>
        {explains && <Why rules={line.rules} />}
      </div>
      <WayThere {...item} />
    </li>
  )
}

function WayThere({ line: { act, may, title }, chartId, patient }: DueOnChart) {
  const about = patient ? `${title}, ${patient.name}` : title
  if (!may) {
    return (
      <LinkButton href={`/charts/${chartId}`} look="quiet" small label={`Chart: ${about}`}>
        Chart
      </LinkButton>
    )
  }
  return (
    <LinkButton
      href={`/charts/${chartId}/${act.slug}`}
      small
      look={act.slug === 'stop' ? 'stop' : 'plain'}
      label={`${act.label}: ${about}`}
    >
      {act.label}
    </LinkButton>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
