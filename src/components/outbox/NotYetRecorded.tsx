import { useSyncExternalStore } from 'react'
import type { OutboxItem } from '../../store/outboxItem.ts'
import { isStopItem } from '../../store/outboxItem.ts'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import { useOutbox } from '../../store/useOutbox.ts'
import { Banner } from '../ui/Banner.tsx'
import { keptSinceText } from './outboxWords.ts'

/** How it stands with one captured item, at every moment the truth: green only when the server has it. */
export function NotYetRecorded({ id }: { id: string }) {
  const item = useOutbox((state) => state.items.find((each) => each.id === id))
  const isRecorded = useOutbox((state) => state.recorded.some((each) => each.id === id))
  const isOnlyHere = useOutbox((state) => state.onlyHere.includes(id))
  const since = useSinceText()
  if (isRecorded) return <Banner tone="good" title="Recorded: it is on the chart" />
  if (!item) return null
  if (isOnlyHere) return <OnlyHere />
  if (item.needsPerson) return <NotTaken item={item} />
  return (
    <Banner
      tone="soon"
      title={`Not on the record yet: kept on this tablet${since(item)}`}
      role="alert"
    >
      It is tried again by itself, also after this page was closed. Tell a colleague, and write it
      on the paper chart.
      {item.refusal && ` The server said: ${item.refusal.title}.`}
    </Banner>
  )
}

function OnlyHere() {
  return (
    <Banner tone="stop" title="Not on the record, and it cannot be kept here: write it on paper">
      This browser refuses to keep anything. It is tried again as long as this page stays open.
    </Banner>
  )
}

function NotTaken({ item }: { item: OutboxItem }) {
  const { refusal } = item
  const title = isStopItem(item)
    ? 'Not on the record: the server did not take the stop. The pump stays off'
    : 'Not on the record: the chart has changed since, a person decides'
  return (
    <Banner tone="stop" title={title}>
      {refusal && (
        <p>
          {refusal.title}. {refusal.detail} {refusal.next}
        </p>
      )}
      <p>It stays on this tablet, under “not on the record yet”. Write it on the paper chart.</p>
    </Banner>
  )
}

/** Says since when, where somebody is signed in: nobody else is told the time or the facility's zone. */
function useSinceText(): (item: OutboxItem) => string {
  const { clock } = useChartStore()
  const zone = useStoreState(({ session }) =>
    session.status === 'signed-in' ? session.session.facility.timeZone : null,
  )
  const now = useSyncExternalStore(clock.subscribe, () => (zone === null ? null : clock.shown()))
  return (item) => (zone === null || now === null ? '' : keptSinceText(item, now, zone))
}
