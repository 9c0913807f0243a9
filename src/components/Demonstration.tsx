import classes from './Demonstration.module.css'

/** What the product says it is, on every page. */
export function Demonstration() {
  return (
    <footer className={classes.line}>
      A demonstration until a drug committee approves the protocols. Source: SESLHDPR/402 revision
      3, review date July 2017. It shows its working; the decision and the pump stay with the
      clinician.
    </footer>
  )
}
