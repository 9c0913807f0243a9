import type { ReactNode } from 'react'
import { Link } from 'wouter'
import frame from '../bedside/ActFrame.module.css'

/** The frame of a page about access: Back to the ward board, its heading, its content. */
export function AccessFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={frame.frame}>
      <Link href="/" className={frame.back ?? ''}>
        ‹ Back to the ward board
      </Link>
      <h1 className={frame.title}>{title}</h1>
      {children}
    </main>
  )
}
