import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { BigButton } from './ui/BigButton.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'

const HelpPanel = lazy(() =>
  import('./help/HelpPanel.tsx').then((module) => ({ default: module.HelpPanel })),
)

/** The button of the help, in the bar of every screen, and what it opens below that bar. */
export function useHelp(page?: string): { button: ReactNode; panel: ReactNode } {
  const id = useId()
  const [address] = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const place = useRef<HTMLSpanElement>(null)
  // Another page has other help: it is asked for there.
  const isOpen = openAt === address
  function close(): void {
    setOpenAt(null)
    place.current?.querySelector('button')?.focus()
  }
  return {
    button: (
      <span ref={place}>
        <BigButton
          look="quiet"
          small
          label={isOpen ? 'Help, open' : 'Help: what does this do?'}
          onClick={() => (isOpen ? close() : setOpenAt(address))}
        >
          Help
        </BigButton>
      </span>
    ),
    panel: isOpen && (
      <FaultBoundary key={address} fallback={<p role="alert">The help could not be loaded.</p>}>
        <Suspense fallback={null}>
          <HelpPanel id={id} page={page} onClose={close} />
        </Suspense>
      </FaultBoundary>
    ),
  }
}
