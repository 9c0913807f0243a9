import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { NewsList } from './NewsList.tsx'
import type { Seen } from './useSeen.ts'

/** The chart changed while this page was open: what is new comes first, and is confirmed before signing (SIGN-8). */
export function MovedNotice({ seen, onConfirm }: { seen: Seen; onConfirm?: () => void }) {
  return (
    <Banner tone="soon" title="The chart changed while this page was open">
      <NewsList news={seen.news} />
      <p>What you typed is kept. Look at what is new, then go on. (SIGN-8)</p>
      <BigButton
        small
        onClick={() => {
          seen.confirm()
          onConfirm?.()
        }}
      >
        I have seen what is new
      </BigButton>
    </Banner>
  )
}
