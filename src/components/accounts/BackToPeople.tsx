import { Link } from 'wouter'
import frame from '../bedside/ActFrame.module.css'

/** The way back to the list of people. */
export function BackToPeople() {
  return (
    <p>
      <Link href="/" className={frame.back ?? ''}>
        ‹ Back to the people
      </Link>
    </p>
  )
}
