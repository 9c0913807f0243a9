import { useOutbox } from '../../store/useOutbox.ts'
import { LinkButton } from '../LinkButton.tsx'

/** How much of this tablet is not on the record yet, for everybody on it; nothing where all is. */
export function OutboxBadge() {
  const count = useOutbox(({ items, unreadable }) => items.length + unreadable)
  if (count === 0) return null
  return (
    <LinkButton href="/kept" icon="soon" small>
      {count} not on the record yet
    </LinkButton>
  )
}
