import type { ReactNode } from 'react'
import { Demonstration } from '../Demonstration.tsx'
import classes from './PaperSheet.module.css'

interface PaperSheetProps {
  /** Stands again at the head of every page that the sheet runs to. */
  readonly head: ReactNode
  readonly children: ReactNode
}

/** Pages of one matter: they begin on a page of their own, with their head and the product's notice on each. */
export function PaperSheet({ head, children }: PaperSheetProps) {
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>{head}</div>
      <div className={classes.body}>{children}</div>
      <div className={classes.foot}>
        <Demonstration />
      </div>
    </div>
  )
}
