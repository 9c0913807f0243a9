import { type ReactNode, Suspense } from 'react'
import { useLocation } from 'wouter'
import { BigButton } from './ui/BigButton.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { Notice } from './ui/Notice.tsx'

/** What stands in for a page while it is on its way, and when it fails: the bars around it stay. */
export function Guarded({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  return (
    <FaultBoundary key={location} fallback={<FaultNotice />}>
      <Suspense fallback={<Notice title="Opening..." />}>{children}</Suspense>
    </FaultBoundary>
  )
}

function FaultNotice() {
  return (
    <Notice
      title="This page failed"
      detail="What it was about to show is not known. Nothing was recorded by it. The pump and the paper chart count."
      act={<BigButton onClick={() => window.location.reload()}>Load it anew</BigButton>}
    />
  )
}
