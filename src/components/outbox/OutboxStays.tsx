import { useOutbox } from '../../store/useOutbox.ts'

/** Said beside the sign-out: what is not on the record yet stays on the tablet. */
export function OutboxStays() {
  const count = useOutbox(({ items, unreadable }) => items.length + unreadable)
  if (count === 0) return null
  return <p>{count} not on the record yet: it stays on this tablet and is sent by itself.</p>
}
