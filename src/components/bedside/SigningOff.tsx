import { Banner } from '../ui/Banner.tsx'

/** In place of a signature: nothing is signed now, and why. What was entered above it stays. */
export function SigningOff({ reason }: { reason: string }) {
  return (
    <Banner tone="ink" icon="offline" role="status" title="Nothing can be signed now">
      {reason} STOP is always taken.
    </Banner>
  )
}
