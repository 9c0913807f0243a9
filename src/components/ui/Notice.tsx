import type { ReactNode } from 'react'
import classes from './Notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly detail?: string
  readonly act?: ReactNode
}

/** A page that has one thing to say: loading, empty, not found. */
export function Notice({ title, detail, act }: NoticeProps) {
  return (
    <main className={classes.notice} aria-live="polite">
      <h1 className={classes.title}>{title}</h1>
      {detail && <p className={classes.detail}>{detail}</p>}
      {act}
    </main>
  )
}
