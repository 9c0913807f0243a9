import type { ReactNode } from 'react'
import classes from './Notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly detail?: string
  readonly act?: ReactNode
  /** It stands within a page that has a heading of its own. */
  readonly inPage?: boolean
}

/** A page that has one thing to say: loading, empty, not found. */
export function Notice({ title, detail, act, inPage = false }: NoticeProps) {
  const Whole = inPage ? 'section' : 'main'
  const Title = inPage ? 'h2' : 'h1'
  return (
    <Whole className={classes.notice} aria-live="polite">
      <Title className={classes.title}>{title}</Title>
      {detail && <p className={classes.detail}>{detail}</p>}
      {act}
    </Whole>
  )
}
