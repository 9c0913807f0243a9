import type { Instant, TimeZone } from '../../time.ts'
import { dayAndClockText } from '../../wording.ts'
import classes from './SignatureLine.module.css'

interface SignatureLineProps {
  readonly name: string
  readonly role: string
  readonly at: Instant
  readonly zone: TimeZone
  /** What the signature says: `titrated`, `second check`, `prescribed`. */
  readonly meaning: string
  /** SIGN-5: signed without a proven identity. */
  readonly unconfirmed?: boolean
}

/** A signature as printed: name, designation, date and time, and what it means. */
export function SignatureLine(props: SignatureLineProps) {
  return (
    <p className={classes.line}>
      <span className={classes.name}>
        {props.name}, {props.role}
      </span>{' '}
      {props.meaning}, {dayAndClockText(props.at, props.zone)}
      {props.unconfirmed && <strong> (identity unconfirmed)</strong>}
    </p>
  )
}
