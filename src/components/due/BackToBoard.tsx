import { Link } from 'wouter'
import classes from '../ui/PageFrame.module.css'

/** The way back from a list of the ward. */
export function BackToBoard() {
  return (
    <p>
      <Link href="/" className={classes.back ?? ''}>
        ‹ Back to the ward board
      </Link>
    </p>
  )
}
