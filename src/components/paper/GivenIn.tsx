import classes from './BlankChart.module.css'
import { WriteIn } from './WriteIn.tsx'

/** What was given, to be written in with its time and two signatures. */
export function GivenIn({ what }: { what: string }) {
  return (
    <div className={classes.row}>
      <WriteIn label={what} share={2} />
      <WriteIn label="Date, time" />
      <WriteIn label="First" />
      <WriteIn label="Second" />
    </div>
  )
}
