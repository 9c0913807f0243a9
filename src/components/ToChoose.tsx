import { useLocation } from 'wouter'
import { useSession } from '../store/useChart.ts'
import { LinkButton } from './LinkButton.tsx'
import { Banner } from './ui/Banner.tsx'

/** Asks for a password and PIN of one's own, where an administrator set or withdrew them (SIGN-3). It holds nothing up. */
export function ToChoose() {
  const { toChoose } = useSession()
  const [location] = useLocation()
  if (!toChoose || location === '/own-secrets') return null
  const { password, pin } = toChoose
  if (!password && !pin) return null
  const what = [password && 'password', pin && 'PIN'].filter(Boolean).join(' and ')
  return (
    <Banner
      tone="quiet"
      title={`Choose your own ${what}`}
      act={
        <LinkButton href="/own-secrets" small>
          Choose now
        </LinkButton>
      }
    >
      {pin ? 'Until then you sign nothing; a stop is taken all the same.' : null}
    </Banner>
  )
}
