import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { CoveredContext } from '../ui/CoveredContext.ts'
import classes from './Coverable.module.css'

interface CoverableProps {
  readonly isCovered: boolean
  readonly children: ReactNode
}

/**
 * A page that the lock can cover. Covered it is taken out of the document, so that nothing of it can be seen, read out,
 * searched or printed; it is not taken down, so that what was typed in it is still there when it comes back.
 */
export function Coverable({ isCovered, children }: CoverableProps) {
  const place = useRef<HTMLDivElement>(null)
  const [page] = useState(() => {
    const element = document.createElement('div')
    element.className = classes['page'] ?? ''
    return element
  })
  const scrolledTo = useRef(0)
  /** What had the keyboard: it has it again when the page comes back. */
  const wasAt = useRef<Element | null>(null)

  useLayoutEffect(() => {
    if (isCovered) return undefined
    place.current?.append(page)
    document.documentElement.scrollTop = scrolledTo.current
    if (wasAt.current instanceof HTMLElement) wasAt.current.focus({ preventScroll: true })
    return () => {
      wasAt.current = page.contains(document.activeElement) ? document.activeElement : null
      scrolledTo.current = document.documentElement.scrollTop
      page.remove()
    }
  }, [isCovered, page])

  return (
    <CoveredContext value={isCovered}>
      <div ref={place} className={classes['place']} />
      {createPortal(children, page)}
    </CoveredContext>
  )
}
