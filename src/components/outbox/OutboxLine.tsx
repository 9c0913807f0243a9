import { useOutbox } from '../../store/useOutbox.ts'
import { Banner } from '../ui/Banner.tsx'

/** The same where nobody is signed in: how much waits, and nothing of a patient. */
export function OutboxLine() {
  const count = useOutbox(({ items, unreadable }) => items.length + unreadable)
  if (count === 0) return null
  return (
    <Banner tone="soon" title={`${count} not on the record yet, kept on this tablet`}>
      It is tried again by itself. After signing in it can be looked at.
    </Banner>
  )
}
