import type { ReactNode } from 'react'
import classes from './ScrollBox.module.css'

/** What keeps its width on a small or zoomed screen scrolls in here, by touch and by keyboard. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section className={classes.box} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
