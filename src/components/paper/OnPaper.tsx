import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import classes from './OnPaper.module.css'

/**
 * What is printed instead of the screen: sheets beside the application, never shown on it. While there is paper,
 * nothing of the screen is printed, whatever stands there.
 */
export function OnPaper({ children }: { children: ReactNode }) {
  return createPortal(<div className={classes.paper}>{children}</div>, document.body)
}
