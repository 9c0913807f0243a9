import type { ReactNode } from 'react'
import { Demonstration } from '../Demonstration.tsx'
import classes from './PaperSheet.module.css'

interface PaperSheetProps {
  /** Stands again at the head of every page that the sheet runs to. */
  readonly head: ReactNode
  /**
   * So does this, below it. A browser repeats no head that takes over a quarter of the page: what can grow long is
   * kept apart from what must never be missing.
   */
  readonly subhead?: ReactNode
  readonly children: ReactNode
}

/** Pages of one matter: they begin on a page of their own, with their head and the product's notice on each. */
export function PaperSheet({ head, subhead, children }: PaperSheetProps) {
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>{head}</div>
      <div className={classes.sheet}>
        {subhead && <div className={classes.head}>{subhead}</div>}
        <div className={classes.body}>{children}</div>
      </div>
      <div className={classes.foot}>
        <Demonstration />
      </div>
    </div>
  )
}
