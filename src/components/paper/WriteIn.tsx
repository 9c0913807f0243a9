import classes from './WriteIn.module.css'

interface WriteInProps {
  readonly label: string
  /** How many shares of its row's width it takes. */
  readonly share?: 1 | 2 | 3 | 4
}

const SHARES = { 1: classes.one, 2: classes.two, 3: classes.three, 4: classes.four } as const

/** A field to be filled in by hand. */
export function WriteIn({ label, share = 1 }: WriteInProps) {
  return (
    <p className={`${classes.field} ${SHARES[share]}`}>
      <span>{label}</span>
      <span className={classes.line} />
    </p>
  )
}

/** A question to be ticked by hand; nothing is ticked beforehand. */
export function TickIn({ question }: { question: string }) {
  return (
    <p className={classes.tick}>
      <span>{question}</span>
      <span className={classes.box}>Yes</span>
      <span className={classes.box}>No</span>
    </p>
  )
}
