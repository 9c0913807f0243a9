import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './LeafletFrame.module.css'
import { LeafletSheet } from './LeafletSheet.tsx'

interface LeafletFrameProps {
  readonly back: { readonly href: string; readonly label: string }
  /** What a chart adds once it is read: recording that the leaflet was gone through. */
  readonly act?: ReactNode
}

/** The room around the leaflet: the way back, print, and nothing of it on the paper. */
export function LeafletFrame({ back, act }: LeafletFrameProps) {
  return (
    <main className={classes.page}>
      <div className={classes.about}>
        <Link href={back.href} className={classes.back ?? ''}>
          ‹ {back.label}
        </Link>
        <BigButton icon="print" onClick={() => window.print()}>
          Print
        </BigButton>
      </div>
      <LeafletSheet />
      {act && <div className={classes.end}>{act}</div>}
    </main>
  )
}
