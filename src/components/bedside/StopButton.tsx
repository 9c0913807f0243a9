import { useEffect } from 'react'
import { LinkButton } from '../LinkButton.tsx'

/**
 * STOP, on every screen of a chart, never disabled (SIGN-5). It fetches its page beforehand, so that a network
 * lost later does not stand between the nurse and the stop.
 */
export function StopButton({ chartId }: { chartId: string }) {
  useEffect(() => {
    // Not to be had now: the tap asks for it again.
    import('./StopPage.tsx').catch(() => undefined)
  }, [])
  return (
    <LinkButton href={`/charts/${chartId}/stop`} look="stop" icon="stop">
      STOP
    </LinkButton>
  )
}
