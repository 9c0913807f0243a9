import type { ReactNode } from 'react'
import { Banner } from '../ui/Banner.tsx'

/** No reply came: the act may or may not be on the record; the same one is sent again, never a second one. */
export function LostNotice({ children }: { children?: ReactNode }) {
  return (
    <Banner tone="soon" title="No answer from the server: this may or may not be recorded">
      <p>
        Try again: it is sent under the same number, so it cannot be recorded twice. Until then take
        it as not recorded, and tell the nurse in charge if it lasts. What was sent cannot be
        changed before its answer is known.
      </p>
      {children}
    </Banner>
  )
}
