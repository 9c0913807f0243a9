import { type Entry, isPendingKind } from '../../chart/entries.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { entryText } from '../entryText.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { useBedside } from './BedsideContext.ts'
import { entryLine } from './entryWords.ts'
import type { Seen } from './useSeen.ts'

/** The chart changed while this page was open: what is new comes first, and is confirmed before signing (SIGN-8). */
export function MovedNotice({ seen, onConfirm }: { seen: Seen; onConfirm?: () => void }) {
  const { now, zone } = useBedside()
  return (
    <Banner tone="soon" title="The chart changed while this page was open">
      <ul>
        {seen.news.map((entry) => (
          <li key={entry.seq}>{newsLine(entry, now, zone)}</li>
        ))}
      </ul>
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

/** What is new with its figures, save that of an act that waits for its second check (SIGN-4). */
function newsLine(entry: Entry, now: Instant, zone: TimeZone): string {
  const line = entryLine(entry, now, zone)
  const text = isPendingKind(entry.kind) ? '' : entryText(entry, zone)
  return text === '' ? line : `${line}: ${text}`
}
